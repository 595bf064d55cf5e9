/**
 * Whether the handler of a GET writes, by the names of what it calls (catalogue 1.3 k). Which branch of a function view answers a GET is
 * read from its comparisons with `request.method`; functions of the project that it calls are followed.
 */
import { ensureBody } from '../interpreter/functions.ts';
import type { PyClass, PyFunc } from '../interpreter/values.ts';
import type { VM } from '../interpreter/vm.ts';
import type { Node } from '../python/syntax.ts';
import { type BoundRow, chainOf } from './bind.ts';

/** Methods of managers, query sets and model instances that write, and calls that hand work on. */
const WRITES =
  /^a?(create|save|get_or_create|update_or_create|bulk_create|bulk_update|send_mail|send_mass_mail|mail_admins|mail_managers|delay|apply_async|send_messages|email_user|set_password)$/;
/** Names that dictionaries, caches and hashes have as well: only the form without positional arguments is that of a query set. */
const WRITES_BARE = /^a?(update|delete)$/;
/** Hooks of DRF's generic views that a GET runs. */
const HOOKS = [
  'get_queryset',
  'get_object',
  'filter_queryset',
  'get_serializer',
  'get_serializer_context',
  'paginate_queryset',
  'list',
  'retrieve',
];
const MOST_FUNCTIONS = 80;

/** True when the source has a GET write something. A handler that is not known says nothing. */
export function getWrites(vm: VM, row: BoundRow): boolean {
  const cls = row.view?.cls ?? null;
  const seen = new Set<PyFunc>();
  const todo: PyFunc[] = [];
  const add = (value: unknown): void => {
    const func = (value as PyFunc | null)?.k === 'func' ? (value as PyFunc) : null;
    if (func?.unit.own && !seen.has(func) && seen.size < MOST_FUNCTIONS) {
      seen.add(func);
      todo.push(func);
    }
  };
  if (row.func) add(row.func);
  else if (cls) for (const name of [row.operation.action ?? 'get', 'dispatch', ...HOOKS]) add(vm.lookup(cls, name));
  else for (const link of chainOf(row.leaf.callback)) add(link.k === 'method' ? link.func : link);
  for (let func = todo.shift(); func; func = todo.shift()) {
    if (!ensureBody(func)) continue;
    const { writes, calls } = survey(func.code.body ?? []);
    if (writes) return true;
    for (const call of calls) add(calleeOf(vm, call, cls, func));
  }
  return false;
}

/** A method of the view, or a function that the module knows. */
function calleeOf(vm: VM, callee: Node, cls: PyClass | null, func: PyFunc): unknown {
  if (callee.nodeType === 'Name') return func.scope.module.scope.vars.get(callee.id);
  const owner = callee.value as Node;
  return cls && owner.nodeType === 'Name' && owner.id === 'self' ? vm.lookup(cls, callee.attr) : null;
}

interface Survey {
  writes: boolean;
  readonly calls: Node[];
}

/** Looks through the statements that a GET may reach. */
function survey(statements: readonly Node[], found: Survey = { writes: false, calls: [] }): Survey {
  for (const statement of statements) {
    const branch = statement.nodeType === 'If' ? methodTest(statement.test as Node) : null;
    if (branch === null) {
      look(statement, found);
      continue;
    }
    const body = statement.body as Node[];
    const rest = statement.orelse as Node[];
    survey(branch === 'get' ? body : rest, found);
    // `if request.method != 'POST': return ...` leaves nothing for a GET.
    if (branch === 'get' && ['Return', 'Raise'].includes(body.at(-1)?.nodeType ?? '')) break;
  }
  return found;
}

/** Which methods a condition lets into its body, when it compares `request.method`: those with GET or only others. */
function methodTest(test: Node): 'get' | 'other' | null {
  if (test.nodeType !== 'Compare' || (test.ops as Node[]).length !== 1) return null;
  const left = test.left as Node;
  if (left.nodeType !== 'Attribute' || left.attr !== 'method') return null;
  const named = texts((test.comparators as Node[])[0]!);
  if (named === null) return null;
  const has = named.includes('GET');
  const { nodeType } = (test.ops as Node[])[0]!;
  if (nodeType === 'Eq' || nodeType === 'In') return has ? 'get' : 'other';
  if (nodeType === 'NotEq' || nodeType === 'NotIn') return has ? 'other' : 'get';
  return null;
}

function texts(node: Node): readonly string[] | null {
  if (node.nodeType === 'Constant' && typeof node.value === 'string') return [node.value];
  if (!['Tuple', 'List', 'Set'].includes(node.nodeType)) return null;
  const parts = (node.elts as Node[]).map(texts);
  return parts.every((part) => part !== null) ? parts.flat() : null;
}

function look(value: unknown, found: Survey): void {
  if (Array.isArray(value)) {
    // Statements of a block keep their order, for conditions on the method inside of `try` and `with`.
    if (value.some((item) => (item as Node | null)?.nodeType === 'If')) survey(value as Node[], found);
    else for (const item of value) look(item, found);
    return;
  }
  if (typeof value !== 'object' || value === null || !('nodeType' in value)) return;
  const node = value as Node;
  if (node.nodeType === 'Call') {
    const callee = node.func as Node;
    const name = callee.nodeType === 'Attribute' ? String(callee.attr) : callee.nodeType === 'Name' ? String(callee.id) : '';
    if (WRITES.test(name) || (WRITES_BARE.test(name) && (node.args as Node[]).length === 0)) found.writes = true;
    if (callee.nodeType === 'Attribute' || callee.nodeType === 'Name') found.calls.push(callee);
  }
  for (const key in node) if (key !== 'ctx') look(node[key], found);
}
