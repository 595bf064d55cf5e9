/** Questions about the Python values that source facts hold. */
import type { FactValue } from '../../model/facts.ts';
import type { Place } from '../../model/place.ts';

/** True when a text in the value, at any depth, matches. */
export function holdsText(value: FactValue, pattern: RegExp): boolean {
  if (value.kind === 'constant') return typeof value.value === 'string' && pattern.test(value.value);
  if (value.kind === 'list') return value.items.some((item) => holdsText(item, pattern));
  return value.kind === 'dict' && value.entries.some((entry) => holdsText(entry.value, pattern));
}

/** The entry of a dictionary under a text; null for other values, and where there is none. */
export function entryOf(value: FactValue, name: string): { readonly value: FactValue; readonly place?: Place } | null {
  if (value.kind !== 'dict') return null;
  return value.entries.findLast(({ key }) => key.kind === 'constant' && key.value === name) ?? null;
}
