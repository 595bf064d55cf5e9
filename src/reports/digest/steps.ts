/** Turns the graph of reasons into the path that a reader walks: what a link rests on comes before the link. */
import type { Reason } from '../../model/verdict.ts';

export interface Step {
  readonly reason: Reason;
  /** 0 for the reasons themselves, 1 for what they rest on, ... */
  readonly depth: number;
}

/** A chain of reasons is read in a minute or not at all. */
const MOST = 60;

/** Every reason once, at most 60 steps; a reason that rests on itself ends there. */
export function stepsOf(reasons: readonly Reason[]): readonly Step[] {
  const steps: Step[] = [];
  const seen = new Set<Reason>();
  const visit = (reason: Reason, depth: number): void => {
    if (seen.has(reason) || steps.length >= MOST) return;
    seen.add(reason);
    for (const each of reason.because ?? []) visit(each, depth + 1);
    if (steps.length < MOST) steps.push({ reason, depth });
  };
  for (const reason of reasons) visit(reason, 0);
  return steps;
}
