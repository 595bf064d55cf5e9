/** All elements that a list may have, outside of any exploration: alternatives give each of their options with its conditions. */
import { Bound, Infeasible, PyRaise } from './signals.ts';
import type { Value } from './values.ts';
import type { VM } from './vm.ts';

export interface Possible {
  readonly value: Value;
  /** What has to hold for the element to be there; empty when it always is. */
  readonly conditions: readonly string[];
}

/** The elements of a list, tuple or other iterable; a part that is not known comes as one unknown. */
export function possibleElements(vm: VM, value: Value): Possible[] {
  const out: Possible[] = [];
  const add = (item: Value, conditions: readonly string[], depth: number): void => {
    if (item.k !== 'alt' || depth > 6) {
      if (item.k !== 'absent') out.push({ value: item, conditions });
      return;
    }
    const options = item.options.filter((o) => o.k !== 'absent');
    const distinct = options.filter((o, i) => options.indexOf(o) === i);
    const sometimes = options.length < item.options.length || distinct.length > 1;
    for (const option of distinct) {
      const ways = sometimes ? vm.explorer.ways.describeWay(item.key, item.options.indexOf(option)) : [];
      add(option, sometimes ? [...conditions, ...(ways.length ? ways : ['a condition that is not known'])] : conditions, depth + 1);
    }
  };
  const lists = listsOf(vm, value);
  const several = lists.length > 1;
  for (const { value: list, conditions: ways } of lists) {
    const conditions = several && ways.length === 0 ? ['a condition that is not known'] : several ? ways : [];
    if (list.k === 'list' || list.k === 'tuple') {
      for (const item of list.items) add(item, conditions, 0);
      if (list.k === 'list' && list.fuzzy) add(list.fuzzy, conditions, 0);
    } else if (list.k === 'unknown') add(list, conditions, 0);
    else for (const item of iterated(vm, list)) add(item, conditions, 0);
  }
  // Alternative lists mostly share their elements (one was made by adding to the other).
  if (!several) return out;
  const count = (item: Value) => out.filter((o) => o.value === item).length;
  const seen = new Set<Value>();
  const kept = out.filter(({ value: item }) => !seen.has(item) && seen.add(item));
  return kept.map((one) => (count(one.value) === lists.length ? { value: one.value, conditions: [] } : one));
}

/** The different lists that a value may be, with what has to hold for each; alternatives may hold alternatives, where conditions follow one another. */
function listsOf(vm: VM, value: Value): Possible[] {
  const found = new Map<Value, readonly string[]>();
  const seen = new Set<Value>();
  const look = (at: Value, conditions: readonly string[]): void => {
    if (at.k === 'absent' || seen.has(at)) return;
    seen.add(at);
    if (at.k !== 'alt') found.set(at, conditions);
    else for (const [way, option] of at.options.entries()) look(option, [...conditions, ...vm.explorer.ways.describeWay(at.key, way)]);
  };
  look(value, []);
  return [...found].map(([list, conditions]) => ({ value: list, conditions }));
}

function iterated(vm: VM, value: Value): readonly Value[] {
  try {
    const ended = vm.explorer.run(() => ({ how: 'return', value: vm.listOf(vm.openElements(value, null).items) }));
    return ended.value?.k === 'list' ? ended.value.items : [];
  } catch (error) {
    if (error instanceof PyRaise || error instanceof Bound || error instanceof Infeasible) return [];
    throw error;
  }
}
