/** Alternatives of which one option is "not there": what paths that were joined left at a place that only some of them filled. */
import { ABSENT, type Value } from './values.ts';
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

/** Another value in the places where one is there; absent where it is absent. Alternatives that are there in any case are one value. */
export function whereThere(value: Value, make: (there: Value) => Value): Value {
  if (value.k === 'absent') return value;
  if (value.k !== 'alt' || !mayBeAbsent(value)) return make(value);
  return { k: 'alt', key: value.key, options: value.options.map((option) => whereThere(option, make)) };
}

/** The options of a value on all paths, without those that are absent. */
export function optionsThere(value: Value): Value[] {
  if (value.k === 'absent') return [];
  return value.k === 'alt' ? value.options.flatMap(optionsThere) : [value];
}

/** Another value for each option of a value; absent where it is absent. */
export function forEachOption(value: Value, make: (there: Value) => Value): Value {
  if (value.k === 'absent') return value;
  return value.k === 'alt' ? { k: 'alt', key: value.key, options: value.options.map((o) => forEachOption(o, make)) } : make(value);
}

/** Several ways to give elements, merged: one value for each position, absent on the ways that give fewer. */
export function elementsOf(value: Value): Value[] {
  if (value.k === 'tuple') return [...value.items];
  if (value.k !== 'alt') return [];
  const ways = value.options.map(elementsOf);
  const length = Math.max(...ways.map((way) => way.length));
  return Array.from({ length }, (_, i) => ({ k: 'alt' as const, key: value.key, options: ways.map((way) => way[i] ?? ABSENT) }));
}
