/** Conditions of look-ups, as the stubs hand them over: tuples of path, lookup and value; `or` has lists of such conditions as its value. */
import { optionsThere } from '../../interpreter/presence.ts';
import { textOf } from '../../interpreter/stdlib/helpers.ts';
import { NONE, plain, type Value } from '../../interpreter/values.ts';
import type { VM } from '../../interpreter/vm.ts';
import type { Site } from '../../python/syntax.ts';

export interface Filter {
  readonly path: string;
  readonly lookup: string;
  readonly value: Value;
}

/** Ways in which a row can meet conditions; with more of them, alternatives decide nothing. */
const MOST_WAYS = 16;

/** The conditions that a row has to meet together, one list for each way in which it can meet them. */
export function waysToMeet(vm: VM, conditions: Value | undefined, site: Site | null): readonly (readonly Value[])[] {
  let ways: (readonly Value[])[] = [[]];
  for (const condition of conditions ? vm.iterate(conditions, site).items : []) {
    const alternatives = alternativesOf(vm, condition, site);
    const more = alternatives?.flatMap((alternative) => waysToMeet(vm, alternative, site)) ?? [[condition]];
    ways = ways.length * more.length > MOST_WAYS ? ways : ways.flatMap((way) => more.map((other) => [...way, ...other]));
  }
  return ways;
}

function alternativesOf(vm: VM, condition: Value, site: Site | null): readonly Value[] | null {
  const [first] = optionsThere(condition);
  if (first?.k !== 'tuple' || first.items[1]?.k !== 'str' || first.items[1].v !== 'or') return null;
  return vm.iterate(first.items[2] ?? NONE, site).items;
}

/** What stands in conditions that have no `or` among them. */
export function readFilters(vm: VM, conditions: readonly Value[], site: Site | null): readonly Filter[] {
  return conditions.map((condition) => {
    const [path, lookup, value] = vm.iterate(condition, site).items.map((part) => vm.force(part, site));
    return { path: textOf(path ?? NONE) ?? '?', lookup: textOf(lookup ?? NONE) ?? 'exact', value: plain(value ?? NONE) };
  });
}
