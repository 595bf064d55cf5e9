/** Decorators without `functools.wraps`: nothing says what they stand on but the call that hands their arguments on. */
import { ensureBody } from '../interpreter/functions.ts';
import type { PyFunc, Value } from '../interpreter/values.ts';
import type { Node } from '../python/syntax.ts';

/**
 * The function of its closure that a function hands all of its own arguments on to, `view(request, *args, **kwargs)`; null where there
 * is none, or more than one.
 */
export function forwardedTo(func: PyFunc): Value | null {
  const { vararg, kwarg } = func.node.args;
  if ((!vararg && !kwarg) || func.scope.kind !== 'function' || !ensureBody(func)) return null;
  const passes = (call: Node): boolean =>
    (call.args as Node[]).some(({ nodeType, value }) => nodeType === 'Starred' && value.id !== undefined && value.id === vararg?.arg) ||
    (call.keywords as Node[]).some(({ arg, value }) => !arg && value.id !== undefined && value.id === kwarg?.arg);
  const found = new Set<Value>();
  for (const call of callsIn(func.code.body)) {
    const target = call.func.nodeType === 'Name' && passes(call) ? closedOver(func, call.func.id) : null;
    if (target) found.add(target);
  }
  return found.size === 1 ? [...found][0]! : null;
}

function closedOver(func: PyFunc, name: string): Value | null {
  for (let scope: typeof func.scope | null = func.scope; scope?.kind === 'function'; scope = scope.parent) {
    const value = scope.vars.get(name);
    if (value) return value.k === 'func' || value.k === 'method' ? value : null;
  }
  return null;
}

function* callsIn(part: unknown): Generator<Node> {
  if (Array.isArray(part)) for (const item of part) yield* callsIn(item);
  if (typeof part !== 'object' || part === null || !('nodeType' in part)) return;
  const node = part as Node;
  if (node.nodeType === 'Call') yield node;
  for (const value of Object.values(node)) if (typeof value === 'object') yield* callsIn(value);
}
