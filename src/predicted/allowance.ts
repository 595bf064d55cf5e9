/** Steps for one way after the other. Where way after way ends at a bound, because of something that all of them go through, later ones get fewer. */
import { Bound } from '../interpreter/signals.ts';

const FEWEST_STEPS = 4_000;

export class Allowance {
  /** Steps that the next way may take. */
  steps: number;

  constructor(private readonly most: number) {
    this.steps = most;
  }

  /** A way has come to its end, or was stopped by an error. */
  ended(error: unknown = null): void {
    this.steps = error instanceof Bound ? Math.max(FEWEST_STEPS, this.steps >> 1) : this.most;
  }
}
