/** Binds a DRF view to one method: its authenticators, permissions and throttles as DRF itself would make them, with their origin. */

import { Bound, Infeasible } from '../../interpreter/signals.ts';
import { args, dict, type PyClass, type PyDict, type PyInst, type PyUnknown, str, tuple, type Value } from '../../interpreter/values.ts';
import type { VM } from '../../interpreter/vm.ts';
import type { PermissionExpression, ReasonLink } from '../../model/matrix.ts';
import type { Place } from '../../model/place.ts';
import { placeOf } from '../../python/parse.ts';
import type { Site } from '../../python/syntax.ts';
import { failureText } from '../django/attempt.ts';
import type { LoadedDjango } from '../django/load.ts';
import { dottedName } from '../django/names.ts';

export const API_VIEW = 'rest_framework.views.APIView';

export interface ViewBinding {
  readonly cls: PyClass;
  /** Method -> action, for view sets. */
  readonly actions: PyDict | null;
  readonly initkwargs: PyDict | null;
}

export interface PolicyList<T> {
  /** Null when it cannot be decided. */
  readonly value: readonly T[] | null;
  /** Why not. */
  readonly unknown: string | null;
  readonly origin: readonly ReasonLink[];
  /** The instances that were made, when they are known. */
  readonly instances: readonly Value[];
}

export interface Policy {
  readonly authenticators: PolicyList<string>;
  readonly permissions: PolicyList<PermissionExpression>;
  readonly throttles: PolicyList<string>;
}

/** The class with a dotted name, if it was loaded. */
export function classNamed(vm: VM, dotted: string): PyClass | null {
  const dot = dotted.lastIndexOf('.');
  const module = vm.modules.get(dotted.slice(0, dot));
  const value = module?.k === 'module' ? module.scope.vars.get(dotted.slice(dot + 1)) : null;
  return value?.k === 'class' ? value : null;
}

/** Makes the view the way `as_view` does and asks its hooks, in DRF's order (views.py: initialize_request before the action is known). */
export function bindPolicy(
  django: LoadedDjango,
  view: ViewBinding,
  method: string,
  action: string | null,
  parameters: readonly string[],
): Policy {
  const { vm } = django;
  const ask = (hook: string, attribute: string, afterAction: boolean): Asked =>
    sharedByList(vm, view, hook, attribute, () => askHook(vm, view, method, action, parameters, hook, afterAction));
  const authenticators = ask('get_authenticators', 'authentication_classes', false);
  const permissions = ask('get_permissions', 'permission_classes', true);
  const throttles = ask('get_throttles', 'throttle_classes', true);
  return {
    authenticators: listOf(
      authenticators,
      (v) => instanceName(v),
      originOf(django, view, 'authentication_classes', 'get_authenticators', 'DEFAULT_AUTHENTICATION_CLASSES'),
    ),
    permissions: listOf(
      permissions,
      (v) => expressionOf(vm, v),
      originOf(django, view, 'permission_classes', 'get_permissions', 'DEFAULT_PERMISSION_CLASSES'),
    ),
    throttles: listOf(
      throttles,
      (v) => instanceName(v),
      originOf(django, view, 'throttle_classes', 'get_throttles', 'DEFAULT_THROTTLE_CLASSES'),
    ),
  };
}

/** What DRF's own hooks made of each list of classes. */
const madeOf = new WeakMap<VM, Map<string, Map<Value, Asked>>>();

/**
 * DRF's own hook calls each element of one attribute and reads nothing else of the view (views.py: get_permissions), so views
 * with the same list need to be asked once. Whoever has a hook, an `__init__` or an attribute access of their own is asked alone.
 */
function sharedByList(vm: VM, view: ViewBinding, hook: string, attribute: string, ask: () => Asked): Asked {
  const { cls } = view;
  const list = view.initkwargs?.entries.get(`s:${attribute}`)?.value ?? vm.lookup(cls, attribute);
  const init = vm.lookup(cls, '__init__');
  const isPlain =
    (list?.k === 'list' || list?.k === 'tuple') &&
    !cls.open &&
    !cls.intercepts &&
    !view.initkwargs?.fuzzy &&
    init?.k === 'func' &&
    !init.unit.own &&
    vm.lookup(cls, hook) === classNamed(vm, API_VIEW)?.attrs.get(hook);
  if (!isPlain) return ask();
  const byHook = madeOf.get(vm) ?? new Map<string, Map<Value, Asked>>();
  madeOf.set(vm, byHook);
  const byList = byHook.get(hook) ?? new Map<Value, Asked>();
  byHook.set(hook, byList);
  const asked = byList.get(list) ?? ask();
  byList.set(list, asked);
  return asked;
}

/** Whatever the start has cost, each hook is asked. */
const STEPS_OF_A_HOOK = 200_000;

interface Asked {
  readonly items: readonly Value[] | null;
  readonly unknown: string | null;
}

function askHook(
  vm: VM,
  view: ViewBinding,
  method: string,
  action: string | null,
  parameters: readonly string[],
  hook: string,
  afterAction: boolean,
): Asked {
  try {
    const requests = requestsWith(vm, method);
    const look = () =>
      vm.explorer.outcomes(() => {
        const instance = makeView(vm, view, requests, action, parameters, afterAction);
        const made = vm.iterate(vm.callMethod(instance, hook, args(), null), null);
        const items = made.items.map((item) => vm.force(item, null));
        if (made.fuzzy) items.push(made.fuzzy);
        // The parts of an operator are attributes of new objects: they are read here, while this path is still under way.
        for (const item of items) partsRead.set(item, readExpression(vm, item));
        return { how: 'return', value: tuple(items) };
      });
    const outcomes = vm.within(STEPS_OF_A_HOOK, look, 'anew');
    const lists = outcomes.filter((o) => o.ended.how === 'return');
    const raised = outcomes.find((o) => o.ended.how === 'raise');
    if (lists.length === 0)
      return { items: null, unknown: raised ? `${hook} raises ${raisedText(vm, raised.ended.value!)}` : `${hook} has no way through` };
    const first = lists[0]!.ended.value as Value & { k: 'tuple' };
    const different = lists.find((o) => !sameClasses(vm, first.items, (o.ended.value as typeof first).items));
    if (different) {
      const conditions = vm.explorer.ways.literalsOf(lists[0]!).flatMap(([key, way]) => vm.explorer.ways.describeWay(key, way));
      return { items: null, unknown: `${hook} depends on: ${[...new Set(conditions)].slice(0, 3).join('; ') || 'something unknown'}` };
    }
    return { items: first.items, unknown: null };
  } catch (error) {
    const text = failureText(vm, error);
    if (text === null) throw error;
    return { items: null, unknown: error instanceof Bound || error instanceof Infeasible ? `${hook}: ${text}` : `${hook} raises ${text}` };
  }
}

function raisedText(_vm: VM, raised: Value): string {
  const value = raised.k === 'alt' ? raised.options[0]! : raised;
  return value.k === 'inst' ? value.cls.name : value.k;
}

/** A view instance as it is when the hook is asked. */
function makeView(
  vm: VM,
  view: ViewBinding,
  requests: Requests,
  action: string | null,
  parameters: readonly string[],
  afterAction: boolean,
): PyInst {
  const keywords = new Map<string, Value>();
  if (view.initkwargs)
    for (const entry of view.initkwargs.entries.values()) if (entry.key.k === 'str') keywords.set(entry.key.v, entry.value);
  const instance = vm.force(vm.call(view.cls, { positional: [], keywords }, null), null);
  if (instance.k !== 'inst') throw new Bound(`${dottedName(view.cls)} does not make a view`);
  const set = (name: string, value: Value) => vm.heap.setMap(instance.attrs, name, value);
  const kwargs = dict(parameters.map((name) => [name, str('1')] as const));
  set('args', tuple([]));
  set('kwargs', kwargs);
  set('headers', dict());
  set('format_kwarg', kwargs.entries.get('s:format')?.value ?? vm.builtins.get('None') ?? { k: 'none' });
  if (view.actions) {
    set('action_map', view.actions);
    for (const entry of view.actions.entries.values()) {
      if (entry.key.k !== 'str' || entry.value.k !== 'str') continue;
      const bound = vm.findAttr(instance, entry.value.v, null);
      if (bound) set(entry.key.v, bound);
    }
  }
  if (afterAction && view.actions && action) set('action', str(action));
  if (!afterAction) {
    set('request', requests.http);
    return instance;
  }
  set('request', requestFor(vm, requests.drf, instance, kwargs));
  return instance;
}

/** The requests that a view is asked with. */
interface Requests {
  readonly http: Value;
  readonly drf: Value;
}

const requestsOf = new WeakMap<VM, Map<string, Requests>>();

/**
 * An anonymous request of a method as Django makes it, and DRF's around it (views.py: initialize_request). Nothing of them depends on
 * the view, so they are made once, before any path is under way: what a hook does to them is undone like all that it does.
 */
function requestsWith(vm: VM, method: string): Requests {
  const known = requestsOf.get(vm) ?? new Map<string, Requests>();
  requestsOf.set(vm, known);
  const made =
    known.get(method) ??
    vm.explorer.apart(() => {
      const named = (module: string, name: string) => vm.getAttr(vm.importModule(module, null), name, null);
      const http = vm.call(named('django.http', 'HttpRequest'), args(), null);
      if (http.k === 'inst') {
        vm.heap.setMap(http.attrs, 'user', vm.call(named('django.contrib.auth.models', 'AnonymousUser'), args(), null));
        vm.heap.setMap(http.attrs, 'method', str(method));
      }
      const keywords = new Map<string, Value>([
        ['parsers', vm.listOf([])],
        ['authenticators', vm.listOf([])],
        ['parser_context', dict()],
      ]);
      return { http, drf: vm.call(named('rest_framework.request', 'Request'), { positional: [http], keywords }, null) };
    });
  known.set(method, made);
  return made;
}

/** DRF's request for one view: a copy with the parser context that `get_parser_context` would give. */
function requestFor(vm: VM, made: Value, view: PyInst, kwargs: PyDict): Value {
  if (made.k !== 'inst') return made;
  const request = vm.newInstance(made.cls, null);
  for (const [name, value] of made.attrs) vm.heap.setMap(request.attrs, name, value);
  const general = made.attrs.get('parser_context');
  const context = dict([
    ['view', view],
    ['args', tuple([])],
    ['kwargs', kwargs],
    ['request', request],
  ]);
  const encoding = general?.k === 'dict' ? general.entries.get('s:encoding') : undefined;
  if (encoding) context.entries.set('s:encoding', encoding);
  vm.heap.setMap(request.attrs, 'parser_context', context);
  return request;
}

function sameClasses(vm: VM, a: readonly Value[], b: readonly Value[]): boolean {
  const shape = (v: Value): string =>
    v.k === 'inst' ? JSON.stringify(tryExpression(vm, v)) : v.k === 'unknown' ? v.symbol : v.k === 'class' ? `class ${dottedName(v)}` : v.k;
  return a.length === b.length && a.every((item, i) => shape(item) === shape(b[i]!));
}

function tryExpression(vm: VM, value: Value): PermissionExpression | string {
  try {
    return expressionOf(vm, value);
  } catch (error) {
    return error instanceof Undecided ? `? ${error.reason}` : '?';
  }
}

class Undecided {
  constructor(readonly reason: string) {}
}

function listOf<T>(asked: Asked, convert: (value: Value) => T, origin: readonly ReasonLink[]): PolicyList<T> {
  if (!asked.items) return { value: null, unknown: asked.unknown, origin, instances: [] };
  try {
    return { value: asked.items.map(convert), unknown: null, origin, instances: asked.items };
  } catch (error) {
    if (!(error instanceof Undecided)) throw error;
    return { value: null, unknown: error.reason, origin, instances: [] };
  }
}

function instanceName(value: Value): string {
  if (value.k === 'inst') {
    const changed = value.attrs.get('__class__');
    const cls = changed?.k === 'class' ? changed : value.cls;
    if (cls.unknown) throw new Undecided(unknownText(cls.unknown));
    return dottedName(cls);
  }
  if (value.k === 'unknown') throw new Undecided(unknownText(value));
  if (value.k === 'class') throw new Undecided(`${dottedName(value)} is a class where an instance belongs`);
  throw new Undecided(`an element is a ${value.k}`);
}

function unknownText(value: PyUnknown): string {
  const where = value.site ? ` (${placeOf(value.site).file}:${placeOf(value.site).line})` : '';
  return `${value.symbol.replace(/\(.*$/, '')}: ${value.reason}${where}`;
}

/** An operand of `&`, `|`, `~` holds its parts in `op1` and `op2` (rest_framework/permissions.py). */
export function expressionOf(vm: VM, value: Value): PermissionExpression {
  const read = partsRead.get(value) ?? readExpression(vm, value);
  if (read instanceof Undecided) throw read;
  return read;
}

/** What `expressionOf` found while the path that made the permission was under way. */
const partsRead = new WeakMap<Value, PermissionExpression | Undecided>();

function readExpression(vm: VM, value: Value): PermissionExpression | Undecided {
  try {
    return operatorOf(vm, value);
  } catch (error) {
    if (error instanceof Undecided) return error;
    throw error;
  }
}

function operatorOf(vm: VM, value: Value): PermissionExpression {
  if (value.k === 'inst' && value.cls.module === 'rest_framework.permissions') {
    const part = (name: string): PermissionExpression => {
      const operand = value.attrs.get(name);
      if (!operand) throw new Undecided(`${value.cls.name} without ${name}`);
      return operatorOf(vm, operand.k === 'alt' ? vm.force(operand, null) : operand);
    };
    if (value.cls.name === 'NOT') return { not: part('op1') };
    if (value.cls.name === 'AND') return { and: [part('op1'), part('op2')] };
    if (value.cls.name === 'OR') return { or: [part('op1'), part('op2')] };
  }
  return instanceName(value);
}

/** Where a policy list comes from: the keyword of the route, a hook, a class of the MRO, the settings, DRF's default. */
export function originOf(django: LoadedDjango, view: ViewBinding, attribute: string, hook: string, setting: string): ReasonLink[] {
  const { vm } = django;
  const links: ReasonLink[] = [];
  const hookOwner = view.cls.mro.find((c) => c.attrs.has(hook));
  if (hookOwner && dottedName(hookOwner) !== API_VIEW) {
    const func = hookOwner.attrs.get(hook);
    links.push(
      link(`${hookOwner.qualname}.${hook}()`, func?.k === 'func' ? { unit: func.unit, node: func.node } : hookOwner.places.get(hook)),
    );
  }
  const fromRoute = view.initkwargs?.entries.get(`s:${attribute}`);
  if (fromRoute) return [...links, link(`${attribute} of the route`, siteOfValue(fromRoute.value) ?? fromRoute.site)];
  const owner = view.cls.mro.find((c) => c.attrs.has(attribute));
  if (owner?.unknown) return [...links, link(unknownText(owner.unknown), owner.unknown.site ?? undefined)];
  const declared = owner?.attrs.get(attribute);
  const fallback = classNamed(vm, API_VIEW)?.attrs.get(attribute);
  if (owner && dottedName(owner) !== API_VIEW && declared !== fallback) {
    const site = owner.places.get(attribute);
    links.push(
      link(
        `${attribute} of ${owner === view.cls ? owner.qualname : `${owner.qualname}, a base of ${view.cls.qualname}`}`,
        declared ? (siteOfValue(declared) ?? site) : site,
      ),
    );
    return links;
  }
  const framework = django.settings.get('REST_FRAMEWORK');
  const entry = framework?.k === 'dict' ? framework.entries.get(`s:${setting}`) : null;
  if (entry) links.push(link(`REST_FRAMEWORK['${setting}']`, entry.site));
  else if (framework?.k === 'dict' && !framework.fuzzy) {
    links.push(link(`REST_FRAMEWORK has no '${setting}'`, django.settings.site('REST_FRAMEWORK') ?? undefined));
    links.push({ text: `the default of DRF for ${setting}` });
  } else if (!framework) links.push({ text: 'the settings have no REST_FRAMEWORK' }, { text: `the default of DRF for ${setting}` });
  else links.push(link(`REST_FRAMEWORK is not fully known`, django.settings.site('REST_FRAMEWORK') ?? undefined));
  return links;
}

/** Where a container was written, when it stands in the project. */
function siteOfValue(value: Value): Site | undefined {
  const site = value.k === 'list' || value.k === 'tuple' ? value.site : undefined;
  return site?.unit.own ? site : undefined;
}

function link(text: string, site: Site | undefined | null): ReasonLink {
  return site ? { text, place: placeOf(site) } : { text };
}

export function placeOfClass(cls: PyClass): Place | null {
  return cls.site ? placeOf(cls.site) : null;
}
