/** Which operations are open on purpose, and why: by the configuration, by convention, or by an explicit word in the source. */
import type { Finding } from '../../model/finding.ts';
import type { MatrixRow } from '../../model/matrix.ts';
import type { ScanResult } from '../../model/scan-result.ts';

/**
 * A rule puts deliberate openness into one report of severity `info`, a list for review with one reason for each
 * operation (`GET /a/: AllowAny is written down`); it is shown as that list and never as an alarm.
 */
export function isReviewList(finding: Finding): boolean {
  return finding.severity === 'info' && finding.rule.family === 'bypass' && !finding.gates;
}

const known = new WeakMap<ScanResult, ReadonlyMap<string, string>>();

/** Join key -> why it is open, for rows that are open on purpose. Another finding about the same openness overrules it. */
export function purposesOf(result: ScanResult): ReadonlyMap<string, string> {
  let purposes = known.get(result);
  if (!purposes) {
    purposes = collect(result);
    known.set(result, purposes);
  }
  return purposes;
}

function collect(result: ScanResult): ReadonlyMap<string, string> {
  const purposes = new Map<string, string>();
  for (const finding of result.findings.filter(isReviewList)) {
    for (const id of finding.operations) purposes.set(id, reasonFor(finding, id));
  }
  for (const finding of result.findings) {
    if (isReviewList(finding) || finding.suppressed || finding.verdicts['no-token'] === undefined || finding.rule.family === 'hardening')
      continue;
    for (const id of finding.operations) purposes.delete(id);
  }
  for (const row of result.matrix.rows) if (row.intendedPublic) purposes.set(row.id, row.intendedPublic.why);
  return purposes;
}

function reasonFor(finding: Finding, id: string): string {
  const text = finding.reasons.find((reason) => reason.text.startsWith(`${id}: `))?.text.slice(id.length + 2);
  return text ?? finding.cause;
}

/** Why one row is open on purpose, or null. */
export function purposeOf(row: MatrixRow, result: ScanResult): string | null {
  return purposesOf(result).get(row.id) ?? null;
}
