/** Whether a permission of the project says in so many words that everybody may read. */
import type { PyFunc } from '../interpreter/values.ts';
import type { Node, Site } from '../python/syntax.ts';

/**
 * True where what the permission returned is a comparison of the method with the safe ones (`SAFE_METHODS` of
 * `rest_framework/permissions.py`, or their names), or a plain `True` under a condition that is one: the project's own
 * `IsAuthenticatedOrReadOnly`, as DRF's tutorial shows it. A `True` for whatever is left over was not meant for reads.
 */
export function letsReadsIn(method: PyFunc, returned: Site): boolean {
  const given = returned.node.value as Node | null;
  if (!given) return false;
  if (asksForSafe(given)) return true;
  const isTrue = given.nodeType === 'Constant' && given.value === true;
  return isTrue && (method.code.body ?? []).some((statement) => isUnderSafe(statement, returned.node));
}

/** Whether the statement holds the other one, and on the way to it a condition that the method is safe. */
function isUnderSafe(statement: Node, sought: Node): boolean {
  if (statement.nodeType !== 'If') return false;
  const within = statement.body as readonly Node[];
  if (asksForSafe(statement.test as Node) && within.some((inner) => holds(inner, sought))) return true;
  return [...within, ...((statement.orelse ?? []) as readonly Node[])].some((inner) => isUnderSafe(inner, sought));
}

function holds(statement: Node, sought: Node): boolean {
  if (statement === sought) return true;
  return (
    statement.nodeType === 'If' &&
    [...(statement.body as Node[]), ...((statement.orelse ?? []) as Node[])].some((inner) => holds(inner, sought))
  );
}

/** `request.method in SAFE_METHODS`, alone or as one side of an `or`. */
function asksForSafe(test: Node): boolean {
  if (test.nodeType === 'BoolOp') return test.op.nodeType === 'Or' && (test.values as Node[]).some(asksForSafe);
  if (test.nodeType !== 'Compare' || (test.ops as Node[]).length !== 1) return false;
  return (test.ops as Node[])[0]!.nodeType === 'In' && isMethod(test.left as Node) && isSafe((test.comparators as Node[])[0]!);
}

const isMethod = (node: Node) => node.nodeType === 'Attribute' && node.attr === 'method';

function isSafe(node: Node): boolean {
  if (node.nodeType === 'Name' || node.nodeType === 'Attribute') return (node.id ?? node.attr) === 'SAFE_METHODS';
  if (node.nodeType !== 'Tuple' && node.nodeType !== 'List' && node.nodeType !== 'Set') return false;
  const names = (node.elts as Node[]).map((item) => item.value as unknown);
  return names.includes('GET') && names.every((name) => typeof name === 'string' && SAFE.has(name));
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);
