/** Words of exploration: how a computation ended, what it changed, and on which ways. */
import type { Delta } from './heap.ts';
import type { Origin, PyUnknown, Value } from './values.ts';

/** How a statement or function ended. `value` is set for `return`. */
export interface Ended {
  readonly how: 'normal' | 'return' | 'break' | 'continue' | 'raise';
  readonly value?: Value;
}

/** A statement that just ends. */
export const NORMAL: Ended = { how: 'normal' };

/** A condition on which the run forked. */
export interface Condition {
  readonly key: string;
  readonly origin: Origin;
  /** One readable phrase for each way. */
  readonly ways: readonly string[];
  readonly about: PyUnknown;
}

export interface Outcome {
  readonly ended: Ended;
  readonly delta: Delta;
  readonly lineage?: Lineage;
}

/** Which objects a path made: those with ids in (from, to], and after which of its decisions. */
export interface Lineage {
  readonly from: number;
  readonly to: number;
  readonly picks: readonly number[];
  readonly born: readonly number[];
}

/** Forks and the ways taken. */
export type Literal = readonly [key: string, way: number];
export type Literals = readonly Literal[];
