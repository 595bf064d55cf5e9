/** Which findings make a run fail (contract section 1, the gate). */
import { CONFIDENCES, type Confidence, SEVERITIES, type Severity } from '../model/finding.ts';

export interface Gate {
  readonly failOn: Severity | 'never';
  readonly minConfidence: Confidence;
}

export interface Gated {
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly suppressed: unknown;
  readonly baseline: 'new' | 'known' | null;
}

/** True when the finding is not suppressed, not in the baseline, severe enough and sure enough. */
export function gates(finding: Gated, gate: Gate): boolean {
  if (gate.failOn === 'never' || finding.suppressed || finding.baseline === 'known') return false;
  return (
    SEVERITIES.indexOf(finding.severity) <= SEVERITIES.indexOf(gate.failOn) &&
    CONFIDENCES.indexOf(finding.confidence) <= CONFIDENCES.indexOf(gate.minConfidence)
  );
}
