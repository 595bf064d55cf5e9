/** Findings that somebody decided not to hear of: configuration entries, excluded files, comments in the source. */
import picomatch from 'picomatch';
import { matchesGlob, type OperationGlob, parseOperationGlob } from '../matrix/operation-glob.ts';
import type { Report } from '../model/finding.ts';
import type { Place } from '../model/place.ts';
import type { Problem } from '../model/problem.ts';
import { type InlineIgnore, isDate } from './inline-ignore.ts';

/** An entry of `[[tool.unlatched.ignore]]`. */
export interface IgnoreRule {
  readonly rule?: string;
  readonly finding?: string;
  readonly file?: string;
  readonly operation?: string;
  readonly reason: string;
  readonly until?: string;
  readonly place: Place;
}

export interface Suppressible {
  readonly id: string;
  readonly rule: string;
  readonly report: Report;
}

export interface SuppressionInput {
  readonly findings: readonly Suppressible[];
  readonly ignore: readonly IgnoreRule[];
  readonly inline: readonly InlineIgnore[];
  /** Globs of files whose findings are not reported. */
  readonly exclude: readonly string[];
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** Rules that were left out of this run: a suppression of theirs is not unused. */
  readonly skipped: ReadonlySet<string>;
}

export interface Suppression {
  readonly reason: string;
  /** What suppressed it, for reports: `pyproject.toml:12`, `views.py:8`, `exclude legacy/**`. */
  readonly by: string;
}

/** Days before the end of a suppression at which a notice comes. */
const NOTICE_DAYS = 14;

/** Suppressions by finding id, and what is wrong with suppressions: malformed, expired, soon expired, unused. */
export function suppress(input: SuppressionInput): {
  readonly suppressed: ReadonlyMap<string, Suppression>;
  readonly problems: readonly Problem[];
} {
  const suppressed = new Map<string, Suppression>();
  const problems: Problem[] = [];
  for (const glob of input.exclude) {
    const matches = fileMatcher(glob);
    for (const { id, report } of input.findings) {
      if (report.place && matches(report.place.file)) suppressed.set(id, { reason: 'the file is excluded', by: `exclude ${glob}` });
    }
  }
  for (const entry of input.ignore) {
    const matcher = matcherOf(entry, problems);
    if (!matcher) continue;
    const by = `${entry.place.file}:${entry.place.line}`;
    applyOne({ ...input, suppressed, problems }, entry, by, entry.place, matcher, entry.rule ? [entry.rule] : []);
  }
  for (const comment of input.inline) {
    const place = { file: comment.file, line: comment.line };
    const matcher = (finding: Suppressible): Match => {
      const at = finding.report.place;
      if (!at || at.file !== comment.file || !comment.rules.includes(finding.rule)) return 'no';
      const here = comment.alone ? at.line === comment.line + 1 : comment.line === at.line || comment.line === at.endLine;
      return here ? 'whole' : 'no';
    };
    applyOne({ ...input, suppressed, problems }, comment, `${comment.file}:${comment.line}`, place, matcher, comment.rules);
  }
  return { suppressed, problems };
}

/** Whether an entry means a finding; `part` when only some of its operations are meant: then the finding stays. */
type Match = 'whole' | 'part' | 'no';

function applyOne(
  run: SuppressionInput & { suppressed: Map<string, Suppression>; problems: Problem[] },
  entry: { readonly reason: string; readonly until?: string | null },
  by: string,
  place: Place,
  matcher: (finding: Suppressible) => Match,
  rules: readonly string[],
): void {
  const matched = run.findings.map((finding) => ({ finding, match: matcher(finding) })).filter(({ match }) => match !== 'no');
  if (entry.until && entry.until < run.today) {
    run.problems.push({
      severity: 'warning',
      text: `this suppression ended on ${entry.until}; renew it with a reason or remove it`,
      place,
    });
    return;
  }
  if (matched.length === 0) {
    if (rules.length > 0 && rules.every((rule) => run.skipped.has(rule))) return;
    run.problems.push({ severity: 'warning', text: 'this suppression is unused: nothing is reported there any more; remove it', place });
    return;
  }
  if (entry.until && daysBetween(run.today, entry.until) <= NOTICE_DAYS) {
    run.problems.push({ severity: 'note', text: `this suppression ends on ${entry.until}`, place });
  }
  for (const { finding, match } of matched) {
    if (match === 'whole') run.suppressed.set(finding.id, { reason: entry.reason, by });
    else {
      const text = `this suppression means only some of the operations of ${finding.id}, which stays`;
      run.problems.push({ severity: 'note', text, place });
    }
  }
}

function matcherOf(entry: IgnoreRule, problems: Problem[]): ((finding: Suppressible) => Match) | null {
  const complain = (text: string): null => {
    problems.push({ severity: 'warning', text, place: entry.place });
    return null;
  };
  if (entry.reason.trim() === '') return complain('this ignore entry has no reason, so it suppresses nothing');
  if (!entry.rule && !entry.finding) return complain('this ignore entry names neither a rule nor a finding, so it suppresses nothing');
  if (entry.until !== undefined && !isDate(entry.until)) return complain('until is no date (YYYY-MM-DD); the entry suppresses nothing');
  let glob: OperationGlob | null = null;
  if (entry.operation !== undefined) {
    glob = parseOperationGlob(entry.operation);
    if (!glob) return complain('operation is not METHOD /path; the entry suppresses nothing');
  }
  const inFile = entry.file === undefined ? null : fileMatcher(entry.file);
  return ({ id, rule, report }) => {
    if (entry.rule !== undefined && entry.rule !== rule) return 'no';
    if (entry.finding !== undefined && entry.finding !== id) return 'no';
    if (inFile && !(report.place && inFile(report.place.file))) return 'no';
    if (!glob) return 'whole';
    const wanted = glob;
    const meant = report.operations.filter((operation) => {
      const space = operation.indexOf(' ');
      return matchesGlob(wanted, operation.slice(0, space), operation.slice(space + 1));
    });
    return meant.length === 0 ? 'no' : meant.length === report.operations.length ? 'whole' : 'part';
  };
}

function fileMatcher(glob: string): (file: string) => boolean {
  const matches = picomatch(glob.replace(/^\.\//, ''), { dot: true });
  return (file) => matches(file.replaceAll('\\', '/'));
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
