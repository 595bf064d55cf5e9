/** Bind: each leaf of the URL tree becomes one row for each method that its view answers, with view, action and effective policy. */

import type { Socket } from '../frameworks/channels/sockets.ts';
import type { LoadedDjango } from '../frameworks/django/load.ts';
import { dottedName } from '../frameworks/django/names.ts';
import type { Leaf } from '../frameworks/django/routes.ts';
import { API_VIEW, bindPolicy, classNamed, type Policy, type ViewBinding } from '../frameworks/drf/policy.ts';
import { type NinjaOperation, ninjaOperations } from '../frameworks/ninja/operations.ts';
import { closureOf } from '../interpreter/closure.ts';
import type { PyClass, PyFunc, Value } from '../interpreter/values.ts';
import type { VM } from '../interpreter/vm.ts';
import type { ReasonLink, SourceOperation } from '../model/matrix.ts';
import type { Place } from '../model/place.ts';
import { placeOf } from '../python/parse.ts';
import { readable } from './readable.ts';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** A row with what Fire needs of it. */
export interface BoundRow {
  readonly operation: SourceOperation;
  readonly leaf: Leaf;
  readonly view: ViewBinding | null;
  readonly policy: Policy | null;
  /** The function under `@api_view` or a plain view. */
  readonly func: PyFunc | null;
  /** The operation itself says in so many words that anyone may call it (Ninja's `auth=None`). */
  readonly declaredOpen?: boolean;
}

type Found =
  | { readonly kind: 'drf'; readonly view: ViewBinding }
  | { readonly kind: 'django-class'; readonly view: ViewBinding }
  | { readonly kind: 'ninja'; readonly operations: readonly NinjaOperation[] }
  | { readonly kind: 'django-function'; readonly target: Value }
  | { readonly kind: 'unknown'; readonly reason: string };

/** All rows of a project, in the order of the URL tree. */
export function bindRows(django: LoadedDjango, leaves: readonly Leaf[]): BoundRow[] {
  const { vm } = django;
  const apiView = classNamed(vm, API_VIEW);
  const rows: BoundRow[] = [];
  for (const leaf of leaves) {
    const found = findView(leaf.callback, apiView);
    for (const row of rowsOf(django, leaf, found, rows.length)) if (!leaf.conditions.length || !repeats(rows, row)) rows.push(row);
  }
  return rows;
}

/** One row for each WebSocket: the GET of its handshake. */
export function bindSockets(sockets: readonly Socket[], count: number): BoundRow[] {
  return sockets.map(({ leaf, consumer }, index) => ({
    operation: {
      rowId: `r${count + index + 1}`,
      method: 'GET',
      path: leaf.path,
      formatSuffix: false,
      name: leaf.name,
      routePlace: leaf.place,
      reachable: leaf.reachable,
      kind: 'django-class',
      socket: true,
      view: consumer && dottedName(consumer),
      place: consumer && placeOfClass(consumer),
      action: null,
      authenticators: null,
      permissions: null,
      throttles: null,
      provenance: {},
      unknown: null,
    },
    leaf,
    view: null,
    policy: null,
    func: null,
  }));
}

/** Alternatives of one route often differ in nothing that matters here. */
function repeats(rows: readonly BoundRow[], row: BoundRow): boolean {
  const same = (o: SourceOperation) =>
    JSON.stringify([o.method, o.path, o.view, o.action, o.name, o.routePlace, o.authenticators, o.permissions, o.throttles]);
  const key = same(row.operation);
  for (let i = rows.length - 1; i >= 0 && i >= rows.length - 400; i--) {
    const other = rows[i]!;
    if (other.operation.path === row.operation.path && same(other.operation) === key) return true;
  }
  return false;
}

/** The callback and what it wraps: `__wrapped__`, partials. */
export function chainOf(callback: Value): Value[] {
  const chain: Value[] = [];
  let at: Value | null = callback;
  while (at && !chain.includes(at) && chain.length < 40) {
    chain.push(at);
    let next: Value | null = null;
    if (at.k === 'func' || at.k === 'builtin') next = at.attrs.get('__wrapped__') ?? null;
    else if (at.k === 'method') next = at.func;
    else if (at.k === 'inst') next = at.attrs.get('__wrapped__') ?? at.attrs.get('func') ?? null;
    at = next?.k === 'alt' ? (next.options.find((o) => o.k !== 'absent') ?? null) : next;
  }
  return chain;
}

function attrOf(value: Value, name: string): Value | null {
  if (value.k === 'func' || value.k === 'builtin' || value.k === 'inst') return value.attrs.get(name) ?? null;
  return null;
}

function bindingOf(carrier: Value, cls: PyClass): ViewBinding {
  const actions = attrOf(carrier, 'actions');
  const initkwargs = attrOf(carrier, 'initkwargs') ?? attrOf(carrier, 'view_initkwargs');
  return { cls, actions: actions?.k === 'dict' ? actions : null, initkwargs: initkwargs?.k === 'dict' ? initkwargs : null };
}

/** What a callback leads to. A decorator without `functools.wraps` is looked into through its closure. */
function findView(callback: Value, apiView: PyClass | null): Found {
  if (callback.k === 'unknown') return { kind: 'unknown', reason: callback.reason };
  const chain = chainOf(callback);
  for (const f of chain) {
    const operations = ninjaOperations(f);
    if (operations) return { kind: 'ninja', operations };
  }
  const isApi = (cls: Value | null): cls is PyClass => cls?.k === 'class' && apiView !== null && cls.mro.includes(apiView);
  for (const f of chain) {
    const cls = attrOf(f, 'cls');
    if (isApi(cls)) return { kind: 'drf', view: bindingOf(f, cls) };
  }
  for (const f of chain) {
    const cls = attrOf(f, 'view_class');
    if (cls?.k !== 'class') continue;
    return { kind: isApi(cls) ? 'drf' : 'django-class', view: bindingOf(f, cls) };
  }
  const todo = [...chain];
  const seen = new Set<Value>();
  while (todo.length && seen.size < 60) {
    const f = todo.shift()!;
    if (seen.has(f)) continue;
    seen.add(f);
    for (const value of closureOf(f)) {
      const cls = attrOf(value, 'cls');
      if (isApi(cls)) return { kind: 'drf', view: bindingOf(value, cls) };
      const viewClass = attrOf(value, 'view_class');
      if (viewClass?.k === 'class') return { kind: 'django-class', view: bindingOf(value, viewClass) };
      if (value.k === 'func') todo.push(value);
    }
  }
  const last = chain.at(-1)!;
  if (last.k === 'unknown') return { kind: 'unknown', reason: last.reason };
  return { kind: 'django-function', target: last };
}

function rowsOf(django: LoadedDjango, leaf: Leaf, found: Found, count: number): BoundRow[] {
  const { vm } = django;
  const admin = found.kind !== 'drf' && isAdmin(leaf);
  const base = {
    path: leaf.path,
    formatSuffix: leaf.formatSuffix,
    name: leaf.name,
    routePlace: leaf.place,
    reachable: leaf.reachable,
  };
  const blank = { authenticators: null, permissions: null, throttles: null, action: null, provenance: {}, unknown: null };
  if (found.kind === 'unknown') {
    const operation: SourceOperation = {
      ...base,
      ...blank,
      rowId: `r${count + 1}`,
      method: '*',
      kind: 'django-function',
      view: null,
      place: null,
      unknown: found.reason,
    };
    return [{ operation, leaf, view: null, policy: null, func: null }];
  }
  if (found.kind === 'ninja') return ninjaRows(leaf, found.operations, { ...base, ...blank }, count);
  if (found.kind === 'django-function' || admin) {
    const target = found.kind === 'django-function' ? found.target : chainOf(leaf.callback).at(-1)!;
    const named =
      found.kind === 'django-function'
        ? nameOfCallable(target)
        : found.view.cls
          ? { name: dottedName(found.view.cls), place: placeOfClass(found.view.cls) }
          : nameOfCallable(target);
    const shown = admin ? nameOfCallable(target) : named;
    const func = target.k === 'func' ? target : target.k === 'method' && target.func.k === 'func' ? target.func : null;
    const operation: SourceOperation = {
      ...base,
      ...blank,
      rowId: `r${count + 1}`,
      method: '*',
      kind: admin ? 'admin' : 'django-function',
      view: shown.name,
      place: shown.place,
    };
    return [{ operation, leaf, view: null, policy: null, func }];
  }
  const { view } = found;
  const func = found.kind === 'drf' ? apiViewFunction(view.cls) : null;
  const shown = func ? nameOfCallable(unwrapped(func)) : { name: dottedName(view.cls), place: placeOfClass(view.cls) };
  return methodsOf(vm, view, found.kind === 'drf').map(({ method, action }, index) => {
    const policy = found.kind === 'drf' ? bindPolicy(django, view, method, action, leaf.parameters) : null;
    const reasons = policy
      ? [policy.authenticators.unknown, policy.permissions.unknown, policy.throttles.unknown].filter((r): r is string => r !== null)
      : [];
    const operation: SourceOperation = {
      ...base,
      rowId: `r${count + index + 1}`,
      method,
      kind: found.kind,
      view: shown.name,
      action,
      place: shown.place,
      authenticators: policy?.authenticators.value ?? null,
      permissions: policy?.permissions.value ?? null,
      throttles: policy?.throttles.value ?? null,
      provenance: policy ? provenanceOf(policy) : {},
      unknown: reasons[0] ? readable(reasons[0]) : null,
      next: reasons[0] ? nextFor(reasons[0]) : null,
    };
    return { operation, leaf, view, policy, func };
  });
}

/** One row for each method of each operation of a Ninja path. */
function ninjaRows(
  leaf: Leaf,
  operations: readonly NinjaOperation[],
  base: Omit<SourceOperation, 'rowId' | 'method' | 'kind' | 'view' | 'place'>,
  count: number,
): BoundRow[] {
  const pairs = operations.flatMap((operation) =>
    METHODS.filter((m) => operation.methods.includes(m)).map((method) => ({ method, operation })),
  );
  return pairs.map(({ method, operation }, index) => {
    const shown = operation.func ? nameOfCallable(operation.func) : { name: null, place: null };
    const row: SourceOperation = {
      ...base,
      rowId: `r${count + index + 1}`,
      method,
      kind: 'ninja',
      view: shown.name,
      place: shown.place,
      authenticators: operation.auth,
      // Ninja knows no permission classes: whoever the callbacks let in is in.
      permissions: operation.auth ? [] : null,
      throttles: [],
      unknown: operation.auth ? null : 'an auth callback is not known',
    };
    return { operation: row, leaf, view: null, policy: null, func: operation.func, declaredOpen: operation.declaredOpen };
  });
}

function provenanceOf(policy: Policy): SourceOperation['provenance'] {
  const out: Record<string, readonly ReasonLink[]> = {};
  if (policy.authenticators.origin.length) out.authenticators = policy.authenticators.origin;
  if (policy.permissions.origin.length) out.permissions = policy.permissions.origin;
  if (policy.throttles.origin.length) out.throttles = policy.throttles.origin;
  return out;
}

/** What could decide an open question. */
export function nextFor(reason: string): string | null {
  if (/virtual environment/.test(reason)) return '--venv DIR (a virtual environment of the project) decides it';
  const variable = /env(?:ironment variable)?[: ](\w+)/.exec(reason)?.[1];
  if (variable) return `--env ${variable}=... decides it`;
  return null;
}

function isAdmin(leaf: Leaf): boolean {
  if (leaf.appNames.includes('admin')) return true;
  for (const f of chainOf(leaf.callback)) {
    if (attrOf(f, 'admin_site') || attrOf(f, 'model_admin')) return true;
    if (
      f.k === 'method' &&
      f.self.k === 'inst' &&
      f.self.cls.mro.some((c) => c.module === 'django.contrib.admin.sites' || c.module === 'django.contrib.admin.options')
    )
      return true;
  }
  return false;
}

function nameOfCallable(value: Value): { name: string | null; place: Place | null } {
  const func = value.k === 'method' ? value.func : value;
  if (func.k === 'func') {
    const owner = func.scope.kind === 'class' ? func.qualname : func.qualname;
    return { name: `${func.scope.module.name}.${owner}`, place: placeOf({ unit: func.unit, node: func.node }) };
  }
  if (func.k === 'class') return { name: dottedName(func), place: placeOfClass(func) };
  if (func.k === 'inst') return { name: dottedName(func.cls), place: placeOfClass(func.cls) };
  if (func.k === 'builtin') return { name: func.name, place: null };
  return { name: null, place: null };
}

function placeOfClass(cls: PyClass): Place | null {
  return cls.site ? placeOf(cls.site) : null;
}

function unwrapped(func: PyFunc): PyFunc {
  let at = func;
  for (let i = 0; i < 20; i++) {
    const inner = at.attrs.get('__wrapped__');
    if (inner?.k !== 'func') return at;
    at = inner;
  }
  return at;
}

/** The function under `@api_view`: it is kept in the closure of the handler (rest_framework/decorators.py). */
function apiViewFunction(cls: PyClass): PyFunc | null {
  if (!cls.qualname.includes('WrappedAPIView')) return null;
  for (const method of [...METHODS, 'OPTIONS']) {
    const handler = cls.attrs.get(method.toLowerCase());
    if (handler?.k !== 'func') continue;
    const func = handler.scope.parent?.vars.get('func') ?? handler.scope.vars.get('func');
    if (func?.k === 'func') return func;
  }
  return null;
}

/** The methods that a view answers, with the action of each (view sets). */
function methodsOf(vm: VM, view: ViewBinding, drf: boolean): { method: string; action: string | null }[] {
  const names = (view.initkwargs?.entries.get('s:http_method_names')?.value ?? vm.lookup(view.cls, 'http_method_names')) as Value | null;
  const allowed =
    names && (names.k === 'list' || names.k === 'tuple')
      ? new Set(names.items.map((n) => (n.k === 'str' ? n.v.toUpperCase() : '')))
      : new Set(METHODS);
  const out: { method: string; action: string | null }[] = [];
  for (const method of METHODS) {
    if (!allowed.has(method)) continue;
    const name = method.toLowerCase();
    if (view.actions) {
      const action = view.actions.entries.get(`s:${name}`)?.value;
      if (action) out.push({ method, action: action.k === 'str' ? action.v : null });
    } else {
      const handler = vm.lookup(view.cls, name);
      if (handler && (handler.k !== 'unknown' || view.cls.open)) out.push({ method, action: null });
    }
  }
  if (out.length === 0 && !drf) return [{ method: '*', action: null }];
  return out;
}
