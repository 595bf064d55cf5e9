/** What `reverse` looks in: the routes below a resolver by name and by view (django/urls/resolvers.py, `URLResolver._populate`). */

import { possibleElements } from '../../interpreter/possible.ts';
import { dict, keyOf, list, str, unknown, type Value } from '../../interpreter/values.ts';
import type { VM } from '../../interpreter/vm.ts';
import { attempt } from './attempt.ts';
import { textAttr, urlpatternsOf } from './routes.ts';

const DEEPEST = 40;
const MOST_ROUTES = 100_000;

interface Named {
  readonly key: Value;
  /** Each a list of patterns from the resolver down, in the order of the URLconf. */
  readonly routes: Value[];
  /** What decides whether one of them exists. */
  doubt: string | null;
}

/**
 * A dictionary from `namespace:...:name`, and from views that no application namespace surrounds, to lists of patterns; where it is not
 * certain which routes have a name, to something unknown. Taken over from all alternatives at once: to fork at each of hundreds of routes would take minutes.
 */
export function namedRoutes(vm: VM, patterns: Value): Value {
  const found = new Map<string, Named>();
  let count = 0;
  const add = (key: Value, route: readonly Value[], doubt: string | null): void => {
    const id = keyOf(key);
    let named = found.get(id);
    if (!named) {
      named = { key, routes: [], doubt: null };
      found.set(id, named);
    }
    named.routes.push(list([...route]));
    named.doubt ??= doubt;
    count++;
  };
  const walk = (below: Value, before: readonly Value[], prefixes: readonly string[], doubtAbove: string | null, depth: number): void => {
    if (depth > DEEPEST || count > MOST_ROUTES) return;
    for (const { value, conditions } of possibleElements(vm, urlpatternsOf(below))) {
      const doubt = doubtAbove ?? conditions[0] ?? null;
      if (value.k === 'list' || value.k === 'tuple') walk(value, before, prefixes, doubt, depth + 1);
      if (value.k !== 'inst') continue;
      const pattern = vm.findAttr(value, 'pattern', null);
      if (!pattern) continue;
      const route = [...before, pattern];
      if (vm.lookup(value.cls, 'url_patterns')) {
        const inner = attempt(vm, 'patterns below', () => vm.getAttr(value, 'url_patterns', null));
        const appName = textAttr(vm, value, 'app_name');
        const spaces = appName === null ? null : new Set([textAttr(vm, value, 'namespace') ?? appName, appName]);
        if (inner) walk(inner, route, spaces ? prefixes.flatMap((p) => [...spaces].map((s) => `${p}${s}:`)) : prefixes, doubt, depth + 1);
        continue;
      }
      const callback = vm.findAttr(value, 'callback', null);
      if (callback && callback.k !== 'unknown' && callback.k !== 'alt' && prefixes.includes('')) add(callback, route, doubt);
      const name = textAttr(vm, value, 'name');
      if (name !== null) for (const prefix of prefixes) add(str(prefix + name), route, doubt);
    }
  };
  walk(patterns, [], [''], null, 0);
  const made = dict();
  for (const [id, { key, routes, doubt }] of found) {
    const value =
      doubt === null ? list(routes) : unknown('opaque', `the routes named ${vm.display(key, null)}`, `it depends on this: ${doubt}`, null);
    made.entries.set(id, { key, value });
  }
  return made;
}
