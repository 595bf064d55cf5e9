/** Turns what the rules report into findings: id, suppression, baseline and gate. */
import type { Finding, Report, RuleWords } from '../model/finding.ts';
import type { Problem } from '../model/problem.ts';
import type { BaselineEntry } from './baseline.ts';
import { fingerprints } from './fingerprint.ts';
import { type Gate, gates } from './gate.ts';
import { type InlineIgnore, readInlineIgnores } from './inline-ignore.ts';
import { type IgnoreRule, suppress } from './suppression.ts';

export interface FindingsInput {
  readonly reports: readonly { readonly rule: RuleWords; readonly report: Report }[];
  readonly gate: Gate;
  readonly ignore: readonly IgnoreRule[];
  readonly exclude: readonly string[];
  /** False: comments in the source suppress nothing. */
  readonly inlineIgnore: boolean;
  /** Files that are searched for comments besides those of the reports. */
  readonly sourceFiles: readonly string[];
  readonly linesOf: (file: string) => readonly string[] | null;
  readonly baseline: { readonly file: string; readonly entries: readonly BaselineEntry[] } | null;
  /** Ids of all rules of the program. */
  readonly knownRules: ReadonlySet<string>;
  /** Ids of the rules that were left out (`--only`, `--skip`). */
  readonly skippedRules: ReadonlySet<string>;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

export interface FindingsResult {
  readonly findings: readonly Finding[];
  readonly baseline: { readonly file: string; readonly new: number; readonly known: number; readonly fixed: readonly string[] } | null;
  readonly problems: readonly Problem[];
}

export function makeFindings(input: FindingsInput): FindingsResult {
  const { reports } = input;
  const ids = fingerprints(
    reports.map(({ rule, report }) => ({ rule: rule.id, report })),
    (file, line) => input.linesOf(file)?.[line - 1] ?? null,
  );
  const comments = input.inlineIgnore ? readComments(input) : { ignores: [], problems: [] };
  const { suppressed, problems } = suppress({
    findings: reports.map(({ rule, report }, index) => ({ id: ids[index]!, rule: rule.id, report })),
    ignore: input.ignore,
    inline: comments.ignores,
    exclude: input.exclude,
    today: input.today,
    skipped: input.skippedRules,
  });
  const known = input.baseline ? new Set(input.baseline.entries.map((entry) => entry.id)) : null;
  const findings = reports.map(({ rule, report }, index): Finding => {
    const id = ids[index]!;
    const baseline = known ? (known.has(id) ? 'known' : 'new') : null;
    const suppression = suppressed.get(id) ?? null;
    const gating = gates({ severity: report.severity, confidence: report.confidence, suppressed: suppression, baseline }, input.gate);
    return { ...report, id, rule, gates: gating, suppressed: suppression, baseline };
  });
  return { findings, baseline: compareWithBaseline(input, findings), problems: [...comments.problems, ...problems] };
}

function readComments(input: FindingsInput): { ignores: readonly InlineIgnore[]; problems: readonly Problem[] } {
  const files = new Set(input.sourceFiles);
  for (const { report } of input.reports) if (report.place) files.add(report.place.file);
  const ignores: InlineIgnore[] = [];
  const problems: Problem[] = [];
  for (const file of [...files].sort()) {
    const lines = file.endsWith('.py') ? input.linesOf(file) : null;
    if (!lines) continue;
    const read = readInlineIgnores(file, lines, input.knownRules);
    ignores.push(...read.ignores);
    problems.push(...read.problems);
  }
  return { ignores, problems };
}

function compareWithBaseline(input: FindingsInput, findings: readonly Finding[]): FindingsResult['baseline'] {
  if (!input.baseline) return null;
  const present = new Set(findings.map((finding) => finding.id));
  return {
    file: input.baseline.file,
    new: findings.filter((finding) => finding.baseline === 'new' && !finding.suppressed).length,
    known: findings.filter((finding) => finding.baseline === 'known').length,
    fixed: input.baseline.entries.map((entry) => entry.id).filter((id) => !present.has(id)),
  };
}
