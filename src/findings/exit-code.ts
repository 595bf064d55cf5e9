/** The exit code of a run: 130, 4, 2, 1, 3, 0 in this order of precedence (contract section 1). */
import { EXIT, type ExitCode } from '../model/errors.ts';

export interface Outcome {
  readonly interrupted: boolean;
  readonly internalError: boolean;
  readonly usageError: boolean;
  /** At least one finding gates. */
  readonly gating: boolean;
  /** The floor was met, operations were found, the positive control held, the target stayed. */
  readonly verified: boolean;
  readonly exitZero: boolean;
}

export function exitCodeOf(outcome: Outcome): ExitCode {
  if (outcome.interrupted) return EXIT.interrupted;
  if (outcome.internalError) return EXIT.internal;
  if (outcome.usageError) return EXIT.usage;
  if (outcome.exitZero) return EXIT.clean;
  if (outcome.gating) return EXIT.findings;
  return outcome.verified ? EXIT.clean : EXIT.notVerified;
}
