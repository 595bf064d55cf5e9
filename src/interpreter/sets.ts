/** Sets: what operators and methods make of two of them, and how they compare, also where elements are not known. */
import type { Site } from '../python/syntax.ts';
import { derived, keyOf, type PySet, type PyUnknown, set, type Value } from './values.ts';
import type { Elements, VM } from './vm.ts';

/** What may be an element that is not among the known ones: the rest of the set, or an element whose value is not known. */
function openIn({ items, fuzzy }: Elements): PyUnknown | null {
  return fuzzy ?? items.find((item): item is PyUnknown => item.k === 'unknown') ?? null;
}

export type SetOperator = 'union' | 'intersection' | 'difference' | 'symmetric_difference';

/**
 * `a | b`, `a & b`, `a - b`, `a ^ b`. The result holds as known only what is there however the open parts turn out: an element is
 * taken away by `-` for certain when all of the right side is known. It is frozen where the left one is.
 */
export function combine(vm: VM, operator: SetOperator, left: Value, right: Value, site: Site | null): PySet {
  const a = vm.iterate(left, site);
  const b = vm.iterate(right, site);
  const [openA, openB] = [openIn(a), openIn(b)];
  const [inA, inB] = [new Set(a.items.map(keyOf)), new Set(b.items.map(keyOf))];
  const without = (items: readonly Value[], other: ReadonlySet<string>) => items.filter((item) => !other.has(keyOf(item)));
  const made = (items: readonly Value[], fuzzy: PyUnknown | null): PySet => {
    const result = set([...items], left.k === 'set' && left.frozen);
    // What joins keeps its name: whether it holds something is one question before and after.
    result.fuzzy = fuzzy && operator !== 'union' ? derived(fuzzy, `:${operator}`) : (fuzzy ?? undefined);
    return result;
  };
  switch (operator) {
    case 'union':
      return made(
        [...a.items, ...without(b.items, inA)],
        a.fuzzy && b.fuzzy ? derived(a.fuzzy, `:union:${b.fuzzy.symbol}`) : (a.fuzzy ?? b.fuzzy),
      );
    case 'intersection': {
      const mayMeet =
        (openB && (a.items.length > 0 || a.fuzzy) ? openB : null) ?? (openA && (b.items.length > 0 || b.fuzzy) ? openA : null);
      return made(
        a.items.filter((item) => inB.has(keyOf(item))),
        mayMeet,
      );
    }
    case 'difference': {
      const left = without(a.items, inB);
      if (openB) return made([], left.length > 0 || a.fuzzy ? openB : null);
      const sure = b.items.length > 0 ? left.filter((item) => item.k !== 'unknown') : left;
      return made(sure, sure.length < left.length ? openA : a.fuzzy);
    }
    default:
      if (openA || openB) return made([], openA ?? openB);
      return made([...without(a.items, inB), ...without(b.items, inA)], null);
  }
}

/** Whether each element of one is in the other; what is not known forks. */
export function isSubset(vm: VM, small: Value, large: Value, site: Site | null): boolean {
  const { items, fuzzy } = vm.iterate(small, site);
  if (!items.every((item) => vm.contains(large, item, site))) return false;
  if (!fuzzy) return true;
  const all = `all of ${fuzzy.symbol}`;
  return (
    vm.fork(fuzzy, `is in ${vm.identified(large)}`, [
      `not ${all} is in ${vm.identified(large)}`,
      `${all} is in ${vm.identified(large)}`,
    ]) === 1
  );
}

/** Whether no element of one is in the other; what is not known forks. */
export function areDisjoint(vm: VM, left: Value, right: Value, site: Site | null): boolean {
  return !vm.truth(combine(vm, 'intersection', left, right, site), site);
}

/** `a == b` of two sets. */
export function equalSets(vm: VM, a: PySet, b: PySet, site: Site | null): boolean {
  if (!openIn(vm.iterate(a, site)) && !openIn(vm.iterate(b, site))) {
    const [left, right] = [vm.iterate(a, site).items, vm.iterate(b, site).items];
    const keys = new Set(right.map(keyOf));
    return left.length === right.length && left.every((item) => keys.has(keyOf(item)));
  }
  return isSubset(vm, a, b, site) && isSubset(vm, b, a, site);
}
