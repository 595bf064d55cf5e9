/** Alternatives of which one option is "not there": what paths that were joined left at a place that only some of them filled. */
import type { Value } from './values.ts';
import type { VM } from './vm.ts';

/** Whether the place is empty on some path. */
export function mayBeAbsent(value: Value): boolean {
  return value.k === 'absent' || (value.k === 'alt' && value.options.some(mayBeAbsent));
}

/** What stands at a place on this path, null for nothing. Alternatives that are there in any case stay open. */
export function presence(vm: VM, value: Value): Value | null {
  let at = value;
  while (at.k === 'alt' && mayBeAbsent(at)) at = at.options[vm.explorer.chooseOption(at.key, at.options.length)]!;
  return at.k === 'absent' ? null : at;
}
