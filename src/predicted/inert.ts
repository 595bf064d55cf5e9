/**
 * Vouches for requests that cannot take effect: a write with a body that nobody can read, or for an object that cannot exist.
 * DRF parses the body only when the handler asks for it (rest_framework/request.py, `Request.data`), so the source must show that
 * the handler asks before it does anything else, and that nothing in front of it asks as well (then the refusal would come from there).
 */
import { classNamed } from '../frameworks/drf/policy.ts';
import { ensureBody } from '../interpreter/functions.ts';
import type { PyClass, PyFunc, Value } from '../interpreter/values.ts';
import type { VM } from '../interpreter/vm.ts';
import type { InertFact } from '../model/facts.ts';
import { operationId } from '../model/operation.ts';
import { formatPlace } from '../model/place.ts';
import type { Verdict } from '../model/verdict.ts';
import { placeOf } from '../python/parse.ts';
import type { Node } from '../python/syntax.ts';
import { type BoundRow, chainOf } from './bind.ts';

const UNSAFE = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);
/** Steps of APIView that must be DRF's own: each could act before the handler, or answer in its place. */
export const PIPELINE = [
  'dispatch',
  'initial',
  'initialize_request',
  'check_permissions',
  'perform_authentication',
  'check_throttles',
  'perform_content_negotiation',
  'determine_version',
  'get_parsers',
  'get_parser_context',
  'http_method_not_allowed',
  'handle_exception',
];
/** Packages whose authenticators and permissions read headers, users and settings, never the body. */
const KNOWN_GATES = /^(rest_framework|rest_framework_simplejwt|rest_framework_jwt|rest_framework_api_key|knox|drf_spectacular)(\.|$)/;
const BODY_WORDS = /^(data|POST|FILES|body|stream|read|readlines|_load_data_and_files)$/;
/** Words of handlers that turn callers away themselves. */
const REFUSAL_WORDS =
  /is_authenticated|is_anonymous|is_active|is_staff|is_superuser|has_perms?$|permission|forbidden|unauthori[sz]ed|notauthenticated|authenticationfailed|^40[13]$|_40[13]_/i;
export const WRITE_WORDS =
  /^(a?create|a?save|a?delete|a?update|a?get_or_create|a?update_or_create|bulk_\w+|send_mail|delay|apply_async|add|remove|set)$/;
const GENERIC: Readonly<Record<string, string>> = { post: 'create', put: 'update', patch: 'partial_update', delete: 'destroy' };
/** Decorators of handlers that do nothing before the handler. */
const QUIET_DECORATORS =
  /^(action|extend_schema\w*|swagger_auto_schema|atomic|csrf_exempt|permission_classes|authentication_classes|throttle_classes|api_view)$/;

/**
 * The twins that are harmless for an operation, or null when the source does not vouch for any.
 * @param bare what the source says of the request without a token: where it is let in, a twin may convict; where the handler itself
 *   may refuse after reading the body, it may only clear
 */
export function inertFact(vm: VM, row: BoundRow, bare: () => Verdict): InertFact | null {
  const { operation, view, policy } = row;
  const { method } = operation;
  if (operation.kind !== 'drf' || !view || !policy || !UNSAFE.has(method) || !operation.reachable) return null;
  const { cls } = view;
  const apiView = classNamed(vm, 'rest_framework.views.APIView');
  if (!apiView || !cls.mro.includes(apiView) || cls.open) return null;
  if (chainOf(row.leaf.callback).some((link) => link.k === 'func' && link.unit.own && link !== row.func)) return null;
  if (PIPELINE.some((name) => ownFunction(vm, cls, name))) return null;
  if (!plainParsers(vm, row) || !quietGates(row)) return null;
  const handler = handlerOf(vm, row);
  if (!handler) return null;
  const twins = twinsOf(vm, row, handler);
  if (!twins) return null;
  const site = { unit: handler.unit, node: handler.node };
  const what = twins.includes('missing-pk') ? 'looks its object up' : 'reads request.data';
  const refuses = ownFunctions(cls, row.func).some((func) => mentions(func, REFUSAL_WORDS));
  const admitted = bare().verdict === 'admits';
  return {
    operation: operationId(method, operation.path),
    twins,
    // One kind of twin alone shows too little: the source must say the same.
    convicts: admitted || (!refuses && twins.length > 1),
    why: `${handler.qualname}${handler.unit.own ? ` (${formatPlace(placeOf(site))})` : ''} ${what} before anything else`,
  };
}

/** Media types that the view takes: one that takes any would run with a body of any kind. */
function plainParsers(vm: VM, row: BoundRow): boolean {
  const given = row.view!.initkwargs ? [...row.view!.initkwargs.entries.values()] : [];
  const list = given.find(({ key }) => key.k === 'str' && key.v === 'parser_classes')?.value ?? vm.lookup(row.view!.cls, 'parser_classes');
  if (list?.k !== 'list' && list?.k !== 'tuple') return false;
  if (list.k === 'list' && list.fuzzy) return false;
  return list.items.every((parser) => {
    const type = parser.k === 'class' ? vm.lookup(parser, 'media_type') : null;
    return type?.k === 'str' && /^[a-z]+\/[a-z.+-]+$/.test(type.v) && !type.v.startsWith('application/x-probe');
  });
}

/** Authenticators, permissions and throttles that are known not to touch the body. */
function quietGates(row: BoundRow): boolean {
  const { authenticators, permissions, throttles } = row.policy!;
  const lists = [authenticators, permissions, throttles];
  if (lists.some(({ value }) => value === null)) return false;
  const seen = new Set<Value>();
  const quiet = (value: Value): boolean => {
    if (seen.has(value)) return true;
    seen.add(value);
    if (value.k !== 'inst') return false;
    // Operands of `&`, `|` and `~`.
    const operands = ['op1', 'op2'].flatMap((name) => value.attrs.get(name) ?? []);
    return quietClass(value.cls) && operands.every(quiet);
  };
  return lists.every(({ instances }) => instances.every(quiet));
}

function quietClass(cls: PyClass): boolean {
  if (cls.open) return false;
  const own = cls.mro.filter((one) => one.own);
  const library = cls.mro.filter((one) => !one.own && one.module !== 'builtins');
  if (!library.every(({ module }) => KNOWN_GATES.test(module) || /^(abc|typing|django\.)/.test(module))) return false;
  // A permission for objects alone says nothing where no object is looked up.
  if (own.some(({ attrs }) => attrs.has('has_object_permission')) && !own.some(({ attrs }) => attrs.has('has_permission'))) return false;
  return own.every((one) => [...one.attrs.values()].every((value) => value.k !== 'func' || !mentions(value, BODY_WORDS)));
}

function handlerOf(vm: VM, { view, func, operation }: BoundRow): PyFunc | null {
  if (func) return func;
  const named = (name: string): PyFunc | null => {
    const value = vm.lookup(view!.cls, name);
    return value?.k === 'func' ? value : null;
  };
  const handler = named(operation.action ?? operation.method.toLowerCase());
  // The concrete views of rest_framework/generics.py hand on to the mixin's method.
  const further = handler && !handler.unit.own ? GENERIC[handler.name] : undefined;
  return further ? named(further) : handler;
}

function twinsOf(vm: VM, row: BoundRow, handler: PyFunc): InertFact['twins'] | null {
  const { cls } = row.view!;
  if (handler.unit.own) {
    return quietDecorators(handler) && readsFirst(vm, cls, handler) ? ['unsupported-media-type', 'malformed-json'] : null;
  }
  if (ownFunction(vm, cls, 'get_serializer') && handler.name !== 'destroy') return null;
  if (handler.name === 'create') return ['unsupported-media-type', 'malformed-json'];
  // What looks an object up must do nothing else: the look-up is what stops the request.
  const lookup = ['get_object', 'filter_queryset'].some((name) => ownFunction(vm, cls, name));
  const queryset = ownFunction(vm, cls, 'get_queryset');
  if (lookup || (queryset && mentions(queryset, WRITE_WORDS)) || !/\{[^{}]+\}/.test(row.operation.path)) return null;
  if (handler.name === 'destroy') return ['missing-pk'];
  const inner = handler.name === 'partial_update' ? vm.lookup(cls, 'update') : handler;
  if (!/^(update|partial_update)$/.test(handler.name) || inner?.k !== 'func' || inner.unit.own) return null;
  return ['unsupported-media-type', 'missing-pk'];
}

/** A function of the project that a class has under a name, or null. */
export function ownFunction(vm: VM, cls: PyClass, name: string): PyFunc | null {
  const value = vm.lookup(cls, name);
  return value?.k === 'func' && value.unit.own ? value : null;
}

function ownFunctions(cls: PyClass, func: PyFunc | null): readonly PyFunc[] {
  const methods = cls.mro.filter((one) => one.own).flatMap((one) => [...one.attrs.values()].filter((value) => value.k === 'func'));
  return func ? [...methods, func] : methods;
}

function quietDecorators({ node }: PyFunc): boolean {
  return ((node.decorator_list as Node[] | undefined) ?? []).every((decorator) => {
    const named = decorator.nodeType === 'Call' ? (decorator.func as Node) : decorator;
    return QUIET_DECORATORS.test(String(named.nodeType === 'Attribute' ? named.attr : named.id));
  });
}

/**
 * True when the first thing that a handler does is to read `request.data`: before it, only plain names and values, and the look-up of
 * the object as DRF does it.
 */
function readsFirst(vm: VM, cls: PyClass, handler: PyFunc): boolean {
  if (!ensureBody(handler)) return false;
  const request = requestName(handler);
  if (request === null) return false;
  for (const statement of handler.code.body ?? []) {
    const parts = unconditional(statement);
    if (parts === null) return false;
    for (const part of parts) {
      const first = firstEvent(part, request);
      if (first === 'read') return true;
      if (first === 'call' && !(isLookup(part) && !ownFunction(vm, cls, 'get_object'))) return false;
    }
  }
  return false;
}

function requestName({ node, code }: PyFunc): string | null {
  if (code.isAsync || code.isGenerator) return null;
  const names = ((node.args as Node | undefined)?.args as Node[] | undefined)?.map(({ arg }) => String(arg)) ?? [];
  return names[0] === 'self' ? (names[1] ?? null) : (names[0] ?? null);
}

/** Expressions of a statement that are evaluated whatever happens, in their order; null for a statement that may do anything. */
function unconditional(statement: Node): readonly Node[] | null {
  switch (statement.nodeType) {
    case 'Expr':
    case 'Return':
    case 'Assign':
    case 'AnnAssign':
      return statement.value ? [statement.value as Node] : [];
    case 'If':
      return [statement.test as Node];
    case 'Pass':
      return [];
    default:
      return null;
  }
}

function isLookup(node: Node): boolean {
  const callee = node.nodeType === 'Call' ? (node.func as Node) : null;
  return (
    callee?.nodeType === 'Attribute' &&
    callee.attr === 'get_object' &&
    (callee.value as Node).nodeType === 'Name' &&
    (callee.value as Node).id === 'self' &&
    (node.args as Node[]).length === 0
  );
}

/** What happens first when an expression is evaluated: `request.data` is read, something is called, or neither. */
function firstEvent(node: Node, request: string): 'read' | 'call' | null {
  if (
    node.nodeType === 'Attribute' &&
    node.attr === 'data' &&
    (node.value as Node).nodeType === 'Name' &&
    (node.value as Node).id === request
  )
    return 'read';
  const first = (nodes: readonly unknown[]): 'read' | 'call' | null => {
    for (const one of nodes) {
      const found = isNode(one) ? firstEvent(one, request) : null;
      if (found) return found;
    }
    return null;
  };
  switch (node.nodeType) {
    case 'Name':
    case 'Constant':
      return null;
    case 'Attribute':
      // Properties of anything but the request could do what they like.
      return first([node.value]) ?? (isPlainAttribute(node) ? null : 'call');
    case 'Call': {
      const keywords = (node.keywords as Node[]).map(({ value }) => value);
      const { func } = node as unknown as { readonly func: Node };
      const callee = func.nodeType === 'Attribute' ? first([func.value]) : first([func]);
      return callee ?? first([...(node.args as Node[]), ...keywords]) ?? 'call';
    }
    case 'Subscript':
      return first([node.value, node.slice]) ?? 'call';
    case 'BinOp':
      return first([node.left, node.right]);
    case 'Compare':
      return first([node.left, (node.comparators as Node[])[0]]);
    case 'UnaryOp':
      return first([node.operand]);
    case 'BoolOp':
      return first([(node.values as Node[])[0]]) ?? 'call';
    case 'Tuple':
    case 'List':
    case 'Set':
      return first(node.elts as Node[]);
    case 'Dict':
      return first((node.keys as (Node | null)[]).flatMap((key, index) => [key, (node.values as Node[])[index]]));
    case 'Starred':
    case 'FormattedValue':
      return first([node.value]);
    default:
      return 'call';
  }
}

/** `self.x`, `module.x`, `request.user`: chains of names. */
function isPlainAttribute(node: Node): boolean {
  const value = node.value as Node;
  return value.nodeType === 'Name' || (value.nodeType === 'Attribute' && isPlainAttribute(value));
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'nodeType' in value;
}

/** True when a function names something that the pattern knows, anywhere in its body. What cannot be parsed may. */
export function mentions(func: PyFunc, pattern: RegExp): boolean {
  if (!ensureBody(func)) return true;
  const visit = (value: unknown): boolean => {
    if (Array.isArray(value)) return value.some(visit);
    if (!isNode(value)) return false;
    const words = [value.id, value.attr, value.nodeType === 'Constant' ? value.value : null, value.arg];
    if (words.some((word) => (typeof word === 'string' || typeof word === 'number') && pattern.test(String(word)))) return true;
    return Object.entries(value).some(([key, item]) => key !== 'ctx' && visit(item));
  };
  return visit(func.code.body);
}
