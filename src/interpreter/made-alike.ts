/** Containers that were made on several ways of one fork and hold the same: whoever comes later cannot tell them apart. */
import type { Delta } from './heap.ts';
import { sameValue, type Value } from './values.ts';

/** A value with the changes of the way on which it stands. */
export interface Standing {
  readonly value: Value;
  readonly delta: Delta;
}

const DEEPEST = 4;

/**
 * True when the two are one value, or lists, dictionaries and tuples with equal parts. Lists and dictionaries have an identity, so
 * both must have been made after `born`: what stood there before the fork is known by other names too.
 */
export function madeAlike(a: Standing, b: Standing, born: number, depth = 0): boolean {
  const { value: x } = a;
  const { value: y } = b;
  if (sameValue(x, y)) return true;
  if (x.k !== y.k || depth >= DEEPEST) return false;
  const parts = (left: readonly Value[], right: readonly Value[]) =>
    left.length === right.length &&
    left.every((item, i) => madeAlike({ value: item, delta: a.delta }, { value: right[i]!, delta: b.delta }, born, depth + 1));
  if (x.k === 'tuple' && y.k === 'tuple') return parts(x.items, y.items);
  if (x.k === 'list' && y.k === 'list') {
    if (x.id <= born || y.id <= born || isFuzzy(a) || isFuzzy(b)) return false;
    return parts(itemsOf(a), itemsOf(b));
  }
  if (x.k === 'dict' && y.k === 'dict') {
    if (x.id <= born || y.id <= born || isFuzzy(a) || isFuzzy(b)) return false;
    // Entries that were written one by one are spread over the changes of each way: not looked at.
    if (a.delta.has(x.entries) || b.delta.has(y.entries) || x.entries.size !== y.entries.size) return false;
    const keys = [...x.entries.keys()];
    const others = [...y.entries.keys()];
    const values = (map: typeof x.entries) => [...map.values()].map((entry) => entry.value);
    return keys.every((key, i) => key === others[i]) && parts(values(x.entries), values(y.entries));
  }
  return false;
}

function isFuzzy({ value, delta }: Standing): boolean {
  return (value as { fuzzy?: unknown }).fuzzy !== undefined || (delta.get(value)?.has('fuzzy') ?? false);
}

function itemsOf({ value, delta }: Standing): readonly Value[] {
  const changed = delta.get(value)?.get('items');
  return (changed ? changed.value : (value as { items: readonly Value[] }).items) as readonly Value[];
}
