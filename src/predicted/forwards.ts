/** Decorators without `functools.wraps`: nothing says what they stand on but the call that hands their arguments on. */
import { closedOver } from '../interpreter/closure.ts';
import { ensureBody } from '../interpreter/functions.ts';
import type { PyFunc, Value } from '../interpreter/values.ts';
import { nodesIn } from '../python/nodes.ts';
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
  for (const call of nodesIn(func.code.body)) {
    const target = call.nodeType === 'Call' && call.func.nodeType === 'Name' && passes(call) ? closedOver(func, call.func.id) : null;
    if (target?.k === 'func' || target?.k === 'method') found.add(target);
  }
  return found.size === 1 ? [...found][0]! : null;
}
