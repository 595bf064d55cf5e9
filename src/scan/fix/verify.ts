/** Whether an edit closes a finding: the edited source was judged, and its answers are compared with those before. */
import type { Finding } from '../../model/finding.ts';
import type { Applicability } from '../../model/fix.ts';
import type { MatrixRow } from '../../model/matrix.ts';
import { operationId } from '../../model/operation.ts';
import type { Probe } from '../../model/probe.ts';
import type { ScanResult } from '../../model/scan-result.ts';
import type { VerdictKind } from '../../model/verdict.ts';
import type { PredictedWitness } from '../../model/witness.ts';
import { FORGED } from '../../reports/digest/who-gets-in.ts';

const CONTROL = 'valid-token';

/**
 * Probe ids of a finding that the source lets in: what a fix has to close. Where some of them unlock more than a request
 * without a token gets, which is welcome, only those are meant.
 */
export function openProbes(finding: Finding, before: ScanResult): readonly string[] {
  const open = Object.entries(finding.verdicts)
    .filter(([probe, { predicted }]) => probe !== CONTROL && predicted === 'admits')
    .map(([probe]) => probe);
  const rows = before.matrix.rows.filter(({ id }) => finding.operations.includes(id));
  const richer = open.filter((probe) => rows.some((row) => row.cells.get(probe)?.predicted?.richer === true));
  return richer.length > 0 ? richer : open;
}

/**
 * Null when the edits are fixes; else why they are not. They must close every one of the findings on all of its operations,
 * keep the valid token entering there, change no verdict of any other operation, and bring no new finding.
 */
export function whyNotFixed(findings: readonly Finding[], before: ScanResult, after: ScanResult): string | null {
  const reached = new Set(findings.flatMap(({ operations }) => operations));
  const now = new Map(after.matrix.rows.map((row) => [row.id, row]));
  if (now.size !== before.matrix.rows.length) return 'operations appear or vanish';
  for (const row of before.matrix.rows) {
    const then = now.get(row.id);
    if (!then || (then.source === null) !== (row.source === null)) return `${row.id} is no longer there`;
    const why = reached.has(row.id) ? whyStillOpen(row, then) : whyChanged(row, then);
    if (why) return why;
  }
  if (after.matrix.coverage.judged < before.matrix.coverage.judged) return 'less can be judged';
  const known = new Set(before.findings.flatMap(pairsOf));
  const closed = new Set(findings.flatMap(pairsOf));
  for (const pair of after.findings.flatMap(pairsOf)) {
    if (closed.has(pair)) return `${pair} is still reported`;
    if (!known.has(pair)) return `${pair} would be reported`;
  }
  return null;
}

/** Probes that a quick look asks everywhere: an edit that closes or opens too much shows in them. */
const QUICK: ReadonlySet<string> = new Set(['no-token', CONTROL]);

/**
 * A quick look: the finding's probes on its operations, and two probes on all others. Null when nothing speaks against the
 * edit, which is no proof yet.
 * @param reached operations of fixes that the edited source holds too
 */
export function whyUnlikely(
  finding: Finding,
  reached: ReadonlySet<string>,
  before: ScanResult,
  edited: PredictedWitness,
  probes: readonly Probe[],
): string | null {
  const operations = new Map(
    edited.operations
      .filter(({ reachable, formatSuffix }) => reachable && !formatSuffix)
      .map((each) => [operationId(each.method, each.path), each]),
  );
  const own = probes.filter(({ id }) => id === CONTROL || openProbes(finding, before).includes(id));
  const few = probes.filter(({ id }) => QUICK.has(id));
  // The finding's own operations come first: most wrong edits show there.
  const isOwn = (row: MatrixRow): boolean => finding.operations.includes(row.id);
  const rows = [...before.matrix.rows.filter(isOwn), ...before.matrix.rows.filter((row) => !isOwn(row) && !reached.has(row.id))];
  for (const row of rows) {
    if (!row.source) continue;
    const operation = operations.get(operationId(row.source.method, row.source.path));
    if (!operation) return `${row.id} is no longer there`;
    for (const probe of isOwn(row) ? own : few) {
      const { verdict, richer } = edited.judge(operation, probe);
      if (!isOwn(row)) {
        if ((verdict === 'admits') !== (kindOf(row, probe.id) === 'admits'))
          return `${probe.id} of ${row.id} changes, which the finding does not reach`;
      } else if (probe.id === CONTROL) {
        if (verdict !== 'admits') return `the valid token no longer enters ${row.id}`;
      } else if (verdict === 'admits' && isStillOpen(row, probe.id, richer === true)) return `${probe.id} still enters ${row.id}`;
    }
  }
  return null;
}

/** Where everybody may come in on purpose, a made-up token may as long as it unlocks nothing. */
function isStillOpen(row: MatrixRow, probe: string, richer: boolean): boolean {
  return row.cells.get(probe)?.predicted?.richer !== true || richer;
}

/** On an operation of the finding: nothing gets in that did not before, and the valid token does. */
function whyStillOpen(before: MatrixRow, after: MatrixRow): string | null {
  if (kindOf(after, CONTROL) !== 'admits') return `the valid token no longer enters ${before.id}`;
  for (const probe of before.cells.keys()) {
    const [then, now] = [kindOf(before, probe), kindOf(after, probe)];
    if (now === 'unknown' && then !== 'unknown') return `${probe} of ${before.id} can no longer be judged`;
    if (now === 'admits' && then === 'rejects') return `${probe} now enters ${before.id}`;
  }
  return null;
}

function whyChanged(before: MatrixRow, after: MatrixRow): string | null {
  for (const probe of before.cells.keys()) {
    if (kindOf(before, probe) !== kindOf(after, probe)) return `${probe} of ${before.id} changes, which the finding does not reach`;
  }
  return null;
}

function kindOf(row: MatrixRow, probe: string): VerdictKind | undefined {
  return row.cells.get(probe)?.predicted?.verdict;
}

/** `rule operation` for everything that is reported as a weakness; lists for review are none. */
function pairsOf({ rule, severity, operations }: Finding): readonly string[] {
  return severity === 'info' ? [] : operations.map((operation) => `${rule.id} ${operation}`);
}

/**
 * `safe` when nobody who was meant to get in is turned away: the credential that is closed was never issued, the document
 * promises that it is refused, or nobody wrote the openness down.
 */
export function applicabilityOf(finding: Finding, before: ScanResult): Applicability {
  const probes = openProbes(finding, before);
  const rows = before.matrix.rows.filter((row) => finding.operations.includes(row.id));
  const safe = rows.every((row) =>
    probes.every((probe) => {
      if (FORGED.has(probe)) return true;
      if (row.cells.get(probe)?.promised?.verdict === 'rejects') return true;
      return row.source !== null && (before.facts?.cause(row.id, probe)?.implicit ?? false);
    }),
  );
  return safe ? 'safe' : 'changes-behaviour';
}
