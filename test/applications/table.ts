/** The accuracy table, and the mismatches grouped by the mechanism that failed. */
import type { Mismatch } from './compare.ts';
import type { Judged } from './judge.ts';

/** One line an application; goals of the roadmap in the last line. */
export function accuracyTable(results: readonly Judged[]): string {
  const head = [
    'project',
    'rows',
    'found',
    'precise',
    'policy right',
    'decided',
    'all kinds',
    'gate agrees',
    'false rej.',
    'false adm.',
    'open',
    's',
    'MB',
    'x ast.parse',
    'verdicts s',
    'MB',
  ];
  const lines = results.map(({ name, drf, all, seconds, megabytes, parseSeconds, verdicts }) => {
    const { gate } = drf;
    const decided = gate.judged - gate.undecided;
    const asked = verdicts !== null;
    return [
      name,
      String(drf.truthRows),
      percent(drf.found, drf.truthRows),
      percent(drf.found, drf.candidateRows),
      percent(drf.right, drf.decided),
      percent(drf.decided, drf.judged),
      percent(all.found, all.truthRows),
      asked ? percent(gate.agree, decided) : '-',
      asked ? String(gate.falseRejects) : '-',
      asked ? String(gate.falseAdmits) : '-',
      asked ? percent(gate.undecided, gate.judged) : '-',
      seconds.toFixed(2),
      megabytes.toFixed(0),
      `${(seconds / parseSeconds).toFixed(2)} of ${parseSeconds.toFixed(2)}`,
      verdicts?.seconds.toFixed(1) ?? '-',
      verdicts?.megabytes.toFixed(0) ?? '-',
    ];
  });
  const goal = [
    'goal',
    '',
    '99.9 %',
    '99.9 %',
    '99.8 %',
    '98 %',
    '99 %',
    '95 %',
    '0',
    '',
    '',
    '',
    '500',
    '1.0 + 0.5 s',
    '1.5 + 0.5 s',
    '500',
  ];
  return columns([head, ...lines, goal]);
}

/** Aligned columns: the first to the left, the others to the right. */
export function columns(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_cell, i) => Math.max(...rows.map((row) => row[i]!.length)));
  return rows
    .map((row) =>
      row
        .map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function percent(part: number, whole: number): string {
  if (whole === 0) return '-';
  // Never rounded up to a hundred.
  return `${(Math.floor((part / whole) * 10_000) / 100).toFixed(part === whole ? 0 : 2)} %`;
}

const TITLES: Record<Mismatch['kind'], string> = {
  'false-reject': 'FALSE REJECTS: said to reject, lets in',
  'false-admit': 'false admits',
  crash: 'said to crash',
  missing: 'rows not found, by view',
  extra: 'rows too many, by route',
  view: 'other view',
  policy: 'wrong policy',
  undecided: 'undecided policy, by reason',
  reachable: 'reachability',
  'gate-undecided': 'undecided gate, by reason',
};

/** What failed, biggest group first; `most` groups of each sort. */
export function worst(result: Judged, most: number): string {
  const lines: string[] = [`== ${result.name}`];
  for (const problem of result.problems.slice(0, most))
    lines.push(`  problem: ${problem.text}${problem.file ? ` (${problem.file}:${problem.line ?? 1})` : ''}`);
  if (result.problems.length > most) lines.push(`  ... ${result.problems.length - most} more problems`);
  const seen = [
    ...result.drf.mismatches,
    ...result.all.mismatches.filter((m) => ['missing', 'extra', 'view', 'reachable'].includes(m.kind)),
  ];
  for (const kind of Object.keys(TITLES) as Mismatch['kind'][]) {
    const groups = new Map<string, Set<string>>();
    for (const mismatch of seen) {
      if (mismatch.kind !== kind) continue;
      const keys = groups.get(mismatch.group) ?? new Set();
      groups.set(mismatch.group, keys.add(mismatch.key));
    }
    if (groups.size === 0) continue;
    const sorted = [...groups].sort((a, b) => b[1].size - a[1].size);
    lines.push(`  -- ${TITLES[kind]}: ${sorted.reduce((sum, [, keys]) => sum + keys.size, 0)}`);
    for (const [group, keys] of sorted.slice(0, most)) lines.push(`     ${keys.size} x ${group}   e.g. ${[...keys][0]}`);
    if (sorted.length > most) lines.push(`     ... ${sorted.length - most} more groups`);
  }
  return lines.join('\n');
}
