/** Alternatives of which one option is "not there": what paths that were joined left at a place that only some of them filled. */
import { ABSENT, type PyAlt, type Value } from './values.ts';
import type { VM } from './vm.ts';

/** An alternative holds earlier ones, and those are held by several: each is looked at once, or they would be as many as there are ways. */
const absences = new WeakMap<PyAlt, boolean>();

/** Whether the place is empty on some path. */
export function mayBeAbsent(value: Value): boolean {
  if (value.k !== 'alt') return value.k === 'absent';
  let may = absences.get(value);
  if (may === undefined) {
    may = value.options.some(mayBeAbsent);
    absences.set(value, may);
  }
  return may;
}

/** What stands at a place on this path, null for nothing. Alternatives that are there in any case stay open. */
export function presence(vm: VM, value: Value): Value | null {
  let at = value;
  while (at.k === 'alt' && mayBeAbsent(at)) at = at.options[vm.explorer.chooseOption(at.key, at.options.length)]!;
  return at.k === 'absent' ? null : at;
}

/** Another value in the places where one is there; absent where it is absent. Alternatives that are there in any case are one value. */
export function whereThere(value: Value, make: (there: Value) => Value): Value {
  return eachOnce(value, (alt) => mayBeAbsent(alt), make);
}

/** Another value for each option of a value; absent where it is absent. */
export function forEachOption(value: Value, make: (there: Value) => Value): Value {
  return eachOnce(value, () => true, make);
}

/** Puts another value for each that is not taken apart. */
function eachOnce(value: Value, isApart: (alt: PyAlt) => boolean, make: (there: Value) => Value, made = new Map<PyAlt, Value>()): Value {
  if (value.k === 'absent') return value;
  if (value.k !== 'alt' || !isApart(value)) return make(value);
  let other = made.get(value);
  if (other === undefined) {
    other = { k: 'alt', key: value.key, options: value.options.map((option) => eachOnce(option, isApart, make, made)) };
    made.set(value, other);
  }
  return other;
}

/** The options of a value on all paths, without those that are absent; each alternative inside is taken apart once. */
export function optionsThere(value: Value): Value[] {
  const seen = new Set<PyAlt>();
  const found: Value[] = [];
  const look = (at: Value): void => {
    if (at.k !== 'alt') {
      if (at.k !== 'absent') found.push(at);
    } else if (!seen.has(at)) {
      seen.add(at);
      for (const option of at.options) look(option);
    }
  };
  look(value);
  return found;
}

/** Several ways to give elements, merged: one value for each position, absent on the ways that give fewer. */
export function elementsOf(value: Value, known = new Map<PyAlt, Value[]>()): Value[] {
  if (value.k === 'tuple') return [...value.items];
  if (value.k !== 'alt') return [];
  let elements = known.get(value);
  if (elements === undefined) {
    const ways = value.options.map((option) => elementsOf(option, known));
    const length = Math.max(...ways.map((way) => way.length));
    elements = Array.from({ length }, (_, i) => ({ k: 'alt' as const, key: value.key, options: ways.map((way) => way[i] ?? ABSENT) }));
    known.set(value, elements);
  }
  return elements;
}
