/** What stands behind a function that another one made. */
import type { PyFunc, Value } from './values.ts';

/** Functions and objects that a function closes over. */
export function closureOf(value: Value): Value[] {
  const func = value.k === 'method' ? value.func : value;
  if (func.k !== 'func') return [];
  const out: Value[] = [];
  for (let scope: typeof func.scope | null = func.scope; scope && scope.kind === 'function'; scope = scope.parent) {
    for (const inner of scope.vars.values()) if (inner.k === 'func' || inner.k === 'inst' || inner.k === 'method') out.push(inner);
  }
  return out;
}

/** Everything that the functions around a function have names for. */
export function namesAround(func: PyFunc): Value[] {
  const out: Value[] = [];
  for (let scope: typeof func.scope | null = func.scope; scope?.kind === 'function'; scope = scope.parent) out.push(...scope.vars.values());
  return out;
}

/** What a name of a function around it stands for inside of a function; null where it is none of theirs. */
export function closedOver(func: PyFunc, name: string): Value | null {
  for (let scope: typeof func.scope | null = func.scope; scope?.kind === 'function'; scope = scope.parent) {
    const value = scope.vars.get(name);
    if (value) return value;
  }
  return null;
}
