/** Several lists that may stand at one place, as one list: what only some of them hold is an element that may be absent. */
import { forEachOption, optionsThere } from './presence.ts';
import { ABSENT, keyOf, list, type PyList, type PyTuple, type Value } from './values.ts';

/** A place in the list, with what each of the lists has there. */
interface Slot {
  readonly key: string;
  readonly held: Map<Value, Value>;
}

/** The one list that an alternative of lists is; null where it may be something else, and for what is no alternative. */
export function mergedLists(value: Value): PyList | null {
  if (value.k !== 'alt') return null;
  const lists = optionsThere(value).filter((option): option is PyList | PyTuple => option.k === 'list' || option.k === 'tuple');
  if (lists.length === 0 || lists.length < optionsThere(value).length) return null;
  let slots: readonly Slot[] = [];
  for (const one of new Set(lists)) slots = joined(slots, one);
  const merged = list(slots.map(({ held }) => elementOf(value, held)));
  const fuzzy = lists.find((one) => one.k === 'list' && one.fuzzy);
  if (fuzzy?.k === 'list') merged.fuzzy = fuzzy.fuzzy;
  return merged;
}

function elementOf(value: Value, held: ReadonlyMap<Value, Value>): Value {
  const [first] = held.values();
  const everywhere = optionsThere(value).every(
    (option) => held.get(option) === first || (held.has(option) && keyOf(held.get(option)!) === keyOf(first!)),
  );
  return everywhere ? first! : forEachOption(value, (option) => held.get(option) ?? ABSENT);
}

/** Places in which the elements of one more list find room, in its order and that of the others: along their longest common part. */
function joined(slots: readonly Slot[], one: PyList | PyTuple): readonly Slot[] {
  const { items } = one;
  const keys = items.map(keyOf);
  const common = lengthsOfCommon(slots, keys);
  const found: Slot[] = [];
  const own = (i: number): Slot => ({ key: keys[i]!, held: new Map([[one, items[i]!]]) });
  let [at, i] = [0, 0];
  while (at < slots.length || i < items.length) {
    if (i === items.length) found.push(slots[at++]!);
    else if (at === slots.length) found.push(own(i++));
    else if (slots[at]!.key === keys[i]) {
      slots[at]!.held.set(one, items[i++]!);
      found.push(slots[at++]!);
    } else if (common[at + 1]![i]! >= common[at]![i + 1]!) found.push(slots[at++]!);
    else found.push(own(i++));
  }
  return found;
}

/** How many keys in order the rest of the places and the rest of a list have in common, from each pair of positions on. */
function lengthsOfCommon(slots: readonly Slot[], keys: readonly string[]): readonly (readonly number[])[] {
  const lengths = Array.from({ length: slots.length + 1 }, () => Array.from({ length: keys.length + 1 }, () => 0));
  for (let at = slots.length - 1; at >= 0; at--)
    for (let i = keys.length - 1; i >= 0; i--)
      lengths[at]![i] = slots[at]!.key === keys[i] ? 1 + lengths[at + 1]![i + 1]! : Math.max(lengths[at + 1]![i]!, lengths[at]![i + 1]!);
  return lengths;
}
