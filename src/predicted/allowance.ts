/**
 * Steps for one way after the other. Where way after way ends at a bound, because of something that all of them go through, later ones
 * get fewer, and what many ways take beyond the fewest is bounded in all. What that is differs between the parts of a site (its API, its
 * shop), which the first segment of a path tells apart.
 */
import { Bound } from '../interpreter/signals.ts';

const FEWEST_STEPS = 4_000;
/** Of all ways in one part of a site, beyond the fewest of each. */
const STEPS_BEYOND = 500_000;

interface Part {
  /** Steps that the next way may take. */
  next: number;
  /** Steps that ways may still take beyond the fewest. */
  beyond: number;
}

export class Allowance {
  private readonly parts = new Map<string, Part>();

  constructor(private readonly most: number) {}

  /** Steps that the next way to or through the operation of a path template may take. */
  of(path: string): number {
    const { next, beyond } = this.partOf(path);
    return Math.min(next, FEWEST_STEPS + beyond);
  }

  /**
   * A way has come to its end, or was stopped by an error.
   * @param taken its steps
   */
  ended(path: string, taken: number, error: unknown = null): void {
    const part = this.partOf(path);
    part.next = error instanceof Bound ? Math.max(FEWEST_STEPS, part.next >> 1) : this.most;
    part.beyond = Math.max(0, part.beyond - Math.max(0, taken - FEWEST_STEPS));
  }

  private partOf(path: string): Part {
    const name = path.split('/').find((segment) => segment !== '') ?? '';
    const part = this.parts.get(name) ?? { next: this.most, beyond: STEPS_BEYOND };
    this.parts.set(name, part);
    return part;
  }
}
