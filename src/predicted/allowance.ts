/**
 * Steps for one way after the other. Where way after way ends at a bound, because of something that all of them go through, later ones
 * get fewer. What that is differs between the parts of a site (its API, its shop), which the first segment of a path tells apart.
 */
import { Bound } from '../interpreter/signals.ts';

const FEWEST_STEPS = 4_000;

export class Allowance {
  private readonly left = new Map<string, number>();

  constructor(private readonly most: number) {}

  /** Steps that the next way to or through the operation of a path template may take. */
  of(path: string): number {
    return this.left.get(partOf(path)) ?? this.most;
  }

  /** A way has come to its end, or was stopped by an error. */
  ended(path: string, error: unknown = null): void {
    this.left.set(partOf(path), error instanceof Bound ? Math.max(FEWEST_STEPS, this.of(path) >> 1) : this.most);
  }
}

function partOf(path: string): string {
  return path.split('/').find((segment) => segment !== '') ?? '';
}
