/** `--update-baseline`: what was found becomes known. */
import { writeBaseline } from '../findings/baseline.ts';
import { EXIT } from '../model/errors.ts';
import type { ScanResult } from '../model/scan-result.ts';

/**
 * The text of a baseline that knows every finding of the scan, and the same scan judged with it: nothing gates any more,
 * so a missed floor, which a finding may have hidden, comes to light again.
 */
export function acceptBaseline(result: ScanResult, file: string): { readonly text: string; readonly result: ScanResult } {
  const findings = result.findings.map((finding) =>
    finding.suppressed ? finding : { ...finding, gates: false, baseline: 'known' as const },
  );
  const known = findings.filter(({ suppressed }) => !suppressed).length;
  const verified = result.matrix.coverage.met && result.matrix.rows.length > 0 && result.witnesses.observed?.canary !== 'failed';
  const exitCode = result.exitCode === EXIT.findings ? (verified ? EXIT.clean : EXIT.notVerified) : result.exitCode;
  return {
    text: writeBaseline(result.findings),
    result: { ...result, findings, exitCode, baseline: { file, new: 0, known, fixed: [] } },
  };
}
