/**
 * Whether a path leads to the same view in another URLconf than the root. A middleware may give each request a URLconf of its own
 * (`request.urlconf`; django/core/handlers/base.py, `resolve_request`): the routes of one host, or the usual ones put together anew.
 */

import { bornOf, type Value } from '../../interpreter/values.ts';
import type { VM } from '../../interpreter/vm.ts';
import { alike } from '../../interpreter/watched.ts';
import { type Leaf, walkUrls } from './routes.ts';

/**
 * @param root the routes below ROOT_URLCONF
 * @param patterns what another URLconf has
 * @returns whether a request to a path template comes to the same view with the same arguments; false as well where that is not certain
 */
export function routesAlike(vm: VM, root: readonly Leaf[], patterns: Value): (path: string) => boolean {
  const own = answeringIn(root, () => root);
  // Those of a URLconf stay what they are once the project is loaded.
  const lasts = bornOf(patterns) > 0 && bornOf(patterns) <= vm.loadedUntil;
  const others = lasts ? answeringIn(patterns, () => walkUrls(vm, patterns)) : answering(walkUrls(vm, patterns));
  return (path) => {
    const [one, other] = [own.get(path), others.get(path)];
    return one !== undefined && other !== undefined && one.before === other.before && leadAlike(one.leaf, other.leaf);
  };
}

/** The route that answers a path, and which routes that are not known come before it: one of those may answer instead. */
interface Answering {
  readonly leaf: Leaf;
  readonly before: string;
}

/** By what the routes were made of. */
const ANSWERING = new WeakMap<object, ReadonlyMap<string, Answering>>();

function answeringIn(source: object, leaves: () => readonly Leaf[]): ReadonlyMap<string, Answering> {
  const found = ANSWERING.get(source) ?? answering(leaves());
  ANSWERING.set(source, found);
  return found;
}

function answering(leaves: readonly Leaf[]): ReadonlyMap<string, Answering> {
  const found = new Map<string, Answering>();
  let before = '';
  for (const leaf of leaves) {
    if (leaf.unknown || leaf.conditions.length > 0) before += `${leaf.pattern} ${leaf.unknown?.reason ?? leaf.conditions.join()}\n`;
    if (leaf.reachable && !found.has(leaf.path)) found.set(leaf.path, { leaf, before });
  }
  return found;
}

function leadAlike(one: Leaf, other: Leaf): boolean {
  if (one.callback !== other.callback || one.pattern !== other.pattern) return false;
  return one.defaults === other.defaults || (one.defaults !== null && other.defaults !== null && alike(one.defaults, other.defaults));
}
