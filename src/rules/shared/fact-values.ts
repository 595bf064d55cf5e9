/** Questions about the Python values that source facts hold. */
import type { FactValue } from '../../model/facts.ts';

/** True when a text in the value, at any depth, matches. */
export function holdsText(value: FactValue, pattern: RegExp): boolean {
  if (value.kind === 'constant') return typeof value.value === 'string' && pattern.test(value.value);
  if (value.kind === 'list') return value.items.some((item) => holdsText(item, pattern));
  return value.kind === 'dict' && value.entries.some((entry) => holdsText(entry.value, pattern));
}
