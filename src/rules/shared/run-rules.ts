/** Runs the rules over a matrix: those that only fill gaps come last. */
import type { SourceFacts } from '../../model/facts.ts';
import type { Report, Rule } from '../../model/finding.ts';
import type { Matrix } from '../../model/matrix.ts';

export interface RuleReport {
  readonly rule: Rule;
  readonly report: Report;
}

/** @param onError what to do with a rule that throws; the others still run */
export function runRules(
  rules: readonly Rule[],
  matrix: Matrix,
  facts: SourceFacts | null,
  onError: (rule: Rule, error: unknown) => void,
): readonly RuleReport[] {
  const found: RuleReport[] = [];
  const explained = new Set<string>();
  for (const rule of [...rules].sort((left, right) => Number(left.last ?? false) - Number(right.last ?? false))) {
    try {
      for (const report of rule.judge(matrix, facts, explained)) found.push({ rule, report: placedInProject(report, matrix, facts) });
    } catch (error) {
      onError(rule, error);
    }
    // What is wrong with passwords says nothing about who gets in without one.
    const told = found.filter(({ rule, report }) => report.severity !== 'info' && rule.family !== 'account');
    for (const { report } of told) for (const operation of report.operations) explained.add(operation);
  }
  return found;
}

/** What code of a library does is mended where the project routes it, and there is a line to show. */
function placedInProject(report: Report, matrix: Matrix, facts: SourceFacts | null): Report {
  if (!facts || !report.place?.file.endsWith('.py') || facts.sourceLines(report.place.file)) return report;
  const route = matrix.rows.find((row) => report.operations.includes(row.id))?.source?.routePlace;
  if (!route || !facts.sourceLines(route.file)) return report;
  return { ...report, place: route, caption: `leads to ${report.symbol.split('.').at(-1)}: ${report.cause}` };
}
