/** Whether what a view of DRF makes of its answer in the end (`APIView.finalize_response`) leaves a refusal a refusal. */
import { ensureBody } from '../interpreter/functions.ts';
import type { PyClass, PyFunc } from '../interpreter/values.ts';
import { nodesIn } from '../python/nodes.ts';
import type { Node } from '../python/syntax.ts';

const known = new WeakMap<PyFunc, boolean>();

/**
 * The `finalize_response` of DRF behind those of a project, where none of these has another answer in its place: each gives what it got,
 * what the next one or `handle_exception` gives. What they put into the answer or its headers lets nobody in. Null for all others.
 */
export function plainFinish(view: PyClass): PyFunc | null {
  for (const { attrs } of view.mro) {
    const method = attrs.get('finalize_response');
    if (!method) continue;
    if (method.k !== 'func') return null;
    if (!method.unit.own) return method.scope.module.name === 'rest_framework.views' ? method : null;
    let keeps = known.get(method);
    if (keeps === undefined) {
      keeps = keepsAnswer(method);
      known.set(method, keeps);
    }
    if (!keeps) return null;
  }
  return null;
}

function keepsAnswer(func: PyFunc): boolean {
  const answer = func.code.parameters.positional[2];
  if (answer === undefined || (func.node.decorator_list as Node[]).length > 0 || !ensureBody(func)) return false;
  const isAnswer = (node: unknown) => isNamed(node, answer) || isHandedOn(node as Node | null);
  for (const node of nodesIn(func.code.body)) {
    if (CLOSED.has(node.nodeType) || node.name === answer || node.asname === answer) return false;
    if (node.nodeType === 'Return' && !isAnswer(node.value)) return false;
    const written = [...nodesIn([node.targets, node.target, node.optional_vars], PARTS)].some((one) => isNamed(one, answer));
    if (written && !(node.nodeType === 'Assign' && isNamed(node.targets[0], answer) && isAnswer(node.value))) return false;
  }
  return true;
}

/** Functions and generators of their own may return and set something else. */
const CLOSED: ReadonlySet<string> = new Set(['FunctionDef', 'AsyncFunctionDef', 'ClassDef', 'Yield', 'YieldFrom', 'Await']);

/** Who writes into a part of something leaves the name what it is. */
const PARTS: ReadonlySet<string> = new Set(['Attribute', 'Subscript']);

function isNamed(node: unknown, name: string): boolean {
  const { nodeType, id } = (node ?? {}) as Partial<Node>;
  return nodeType === 'Name' && id === name;
}

/** `super().finalize_response(...)`, `self.handle_exception(...)` */
function isHandedOn(node: Node | null): boolean {
  if (node?.nodeType !== 'Call' || node.func.nodeType !== 'Attribute') return false;
  const { attr, value } = node.func as Node & { attr: string; value: Node };
  if (attr === 'handle_exception') return isNamed(value, 'self');
  return attr === 'finalize_response' && value.nodeType === 'Call' && isNamed(value.func, 'super');
}
