/** Pieces of the project that may fail by themselves. */

import { raisedText } from '../../interpreter/left-out.ts';
import { Bound, Infeasible, PyRaise } from '../../interpreter/signals.ts';
import { NONE, type Value } from '../../interpreter/values.ts';
import type { VM } from '../../interpreter/vm.ts';

/**
 * Runs a piece of the start with everything that may go wrong inside: a Python exception, a bound.
 * What goes wrong becomes a problem with its place; the rest goes on.
 */
export function attempt(vm: VM, what: string, run: () => Value): Value | null {
  try {
    const ended = vm.explorer.run(() => ({ how: 'return', value: run() }));
    return ended.value ?? NONE;
  } catch (error) {
    const text = failureText(vm, error);
    if (text === null) throw error;
    vm.problems.push({ severity: 'warning', text: `${what}: ${text}` });
    return null;
  }
}

/** What a Python exception or a bound says, in one line; null for anything else. */
export function failureText(vm: VM, error: unknown): string | null {
  if (error instanceof PyRaise) return raisedText(vm, error);
  if (error instanceof Bound) return error.bound;
  if (error instanceof Infeasible) return 'no way through is possible';
  if (error instanceof RangeError) return 'too many calls inside one another';
  return null;
}
