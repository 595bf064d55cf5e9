/**
 * Moments that the clock showed while one request was served (or while the project was loaded): no second passes in between, so
 * what was put away for half a minute has not expired when the same request looks for it again.
 */
import { derived, type PyUnknown, type Value } from './values.ts';
import type { VM } from './vm.ts';

interface Moment {
  readonly clock: string;
  readonly era: number;
  /** Seconds after what the clock showed. */
  readonly later: number;
}

/** Shorter spans may pass. */
const SHORTEST = 1;

const MOMENTS = new WeakMap<PyUnknown, Moment>();

/** Remembers that a value is what a clock in seconds shows now. */
export function showing(vm: VM, clock: string, value: PyUnknown): PyUnknown {
  MOMENTS.set(value, { clock, era: vm.era, later: 0 });
  return value;
}

/** A moment some seconds before or after another; null where it is neither. */
export function shifted(vm: VM, operator: string, a: Value, b: Value): PyUnknown | null {
  const [moment, seconds, sign] =
    a.k === 'unknown' && b.k === 'num' && (operator === 'Add' || operator === 'Sub')
      ? [a, b.v, operator === 'Add' ? 1 : -1]
      : b.k === 'unknown' && a.k === 'num' && operator === 'Add'
        ? [b, a.v, 1]
        : [null, 0, 0];
  const known = moment && MOMENTS.get(moment);
  if (!known) return null;
  const made = derived(moment, ` ${operator} ${moment === a ? '' : 'of '}${vm.identified(moment === a ? b : a)}`);
  MOMENTS.set(made, { ...known, later: known.later + sign * seconds });
  return made;
}

/** How many seconds one moment is after another; null where that is not known. */
export function secondsApart(a: Value, b: Value): number | null {
  const one = a.k === 'unknown' ? MOMENTS.get(a) : undefined;
  const other = b.k === 'unknown' ? MOMENTS.get(b) : undefined;
  if (!one || !other || one.clock !== other.clock || one.era !== other.era) return null;
  const apart = one.later - other.later;
  return Math.abs(apart) >= SHORTEST ? apart : null;
}
