/** The order and the numbers of findings: the same in every report, so that `unlatched explain 3` means what was printed as 3. */
import { CONFIDENCES, type Finding, SEVERITIES } from '../../model/finding.ts';
import type { ScanResult } from '../../model/scan-result.ts';

/** Gating findings first, then by severity, confidence and place; suppressed and known ones last. Does not change the result. */
export function orderFindings(findings: readonly Finding[]): readonly Finding[] {
  const rank = (finding: Finding): number[] => [
    finding.suppressed ? 1 : 0,
    finding.gates ? 0 : 1,
    finding.baseline === 'known' ? 1 : 0,
    SEVERITIES.indexOf(finding.severity),
    CONFIDENCES.indexOf(finding.confidence),
  ];
  const place = (finding: Finding): string =>
    finding.place ? `${finding.place.file}\0${String(finding.place.line).padStart(9, '0')}` : `\uffff${finding.symbol}`;
  return [...findings].sort((left, right) => {
    const leftRank = rank(left);
    const rightRank = rank(right);
    for (const [index, value] of leftRank.entries()) {
      const difference = value - rightRank[index]!;
      if (difference !== 0) return difference;
    }
    return compare(place(left), place(right)) || compare(left.id, right.id);
  });
}

/** Finds what a user typed after `explain` or `fix`: a number of the last output, or the beginning of a finding id (at least the rule). */
export function findFinding(result: ScanResult, text: string): Finding | null {
  const ordered = orderFindings(result.findings);
  if (/^\d+$/.test(text)) return ordered[Number(text) - 1] ?? null;
  const exact = ordered.find((finding) => finding.id === text);
  if (exact) return exact;
  const beginning = ordered.filter((finding) => finding.id.startsWith(text));
  return beginning.length === 1 ? beginning[0]! : null;
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
