/**
 * The WebSockets of Django Channels: what `ASGI_APPLICATION` routes to (channels/routing.py: ProtocolTypeRouter, URLRouter). Each route
 * becomes a leaf whose view stands for the handshake (`stubs/channels/channels/routing.py`).
 */
import { closureOf } from '../../interpreter/closure.ts';
import { args, type PyClass, type PyInst, tuple, type Value } from '../../interpreter/values.ts';
import type { VM } from '../../interpreter/vm.ts';
import { attempt } from '../django/attempt.ts';
import { type Leaf, walkUrls } from '../django/routes.ts';

const ROUTING = 'channels.routing';
/** Routers in one another. */
const DEEPEST = 8;
/** Values that are looked at for what middleware stands around. */
const MOST_WRAPPED = 40;

/** A route of a WebSocket. */
export interface Socket {
  /** Its callback is a view that answers 200 where the socket is accepted, 403 where it is not. */
  readonly leaf: Leaf;
  readonly consumer: PyClass | null;
}

/** A router on the way to a consumer, and where it leads on. */
type Step = readonly [router: PyInst, to: Value];

/**
 * @param setting the value of the setting `ASGI_APPLICATION`
 * @param settingsModule without the setting, what stands as `asgi.py` beside it or above it is taken, as servers are told to
 */
export function socketsOf(vm: VM, setting: Value | null, settingsModule: string): Socket[] {
  const name = setting?.k === 'str' ? setting.v : besideSettings(vm, settingsModule);
  const dot = name?.lastIndexOf('.') ?? -1;
  if (!name || dot < 1) return [];
  const module = attempt(vm, 'ASGI_APPLICATION', () => vm.importModule(name.slice(0, dot), null));
  const value = module?.k === 'module' ? module.scope.vars.get(name.slice(dot + 1)) : null;
  const top = value?.k === 'inst' && isNamed(value.cls, 'ProtocolTypeRouter') ? value : null;
  const mapping = top?.attrs.get('application_mapping');
  const sockets = mapping?.k === 'dict' ? [...mapping.entries.values()].find(({ key }) => key.k === 'str' && key.v === 'websocket') : null;
  if (!sockets) return [];
  return routesIn(vm, routerIn(sockets.value), '', [], 0).map(({ leaf, way }) => {
    const handshake = attempt(vm, `the handshake of ${leaf.path}`, () => {
      const make = vm.getAttr(vm.importModule(ROUTING, null), '_unlatched_handshake', null);
      return vm.call(make, args(sockets.value, vm.listOf(way.map((step) => tuple([...step])))), null);
    });
    return { leaf: { ...leaf, callback: handshake ?? leaf.callback }, consumer: consumerIn(leaf.callback) };
  });
}

function besideSettings(vm: VM, settingsModule: string): string | null {
  const parts = settingsModule.split('.');
  const names = parts.map((_part, i) => [...parts.slice(0, parts.length - 1 - i), 'asgi'].join('.'));
  const name = names.find((one) => vm.source.find(one)?.text?.includes('channels'));
  return name ? `${name}.application` : null;
}

/**
 * The routes below a router, with the routers on the way to each. A router right behind a route takes the rest of the path; with
 * middleware between them the route has to match the whole.
 */
function routesIn(vm: VM, router: PyInst | null, prefix: string, way: readonly Step[], depth: number): { leaf: Leaf; way: Step[] }[] {
  const routes = router?.attrs.get('routes');
  if (!router || !routes || depth > DEEPEST) return [];
  return walkUrls(vm, routes).flatMap((leaf) => {
    const path = `${prefix}${prefix.endsWith('/') ? leaf.path.slice(1) : leaf.path}`;
    const here: Step[] = [...way, [router, leaf.callback]];
    if (!isRouter(leaf.callback)) return [{ leaf: { ...leaf, path }, way: here }];
    return routesIn(vm, leaf.callback, path, here, depth + 1).map((inner) => ({
      ...inner,
      leaf: { ...inner.leaf, parameters: [...leaf.parameters, ...inner.leaf.parameters] },
    }));
  });
}

const isRouter = (value: Value): value is PyInst => value.k === 'inst' && isNamed(value.cls, 'URLRouter');

function routerIn(application: Value): PyInst | null {
  return inside(application, (value) => (isRouter(value) ? value : null));
}

function consumerIn(application: Value): PyClass | null {
  return inside(application, (value) => {
    // Until Channels 3 the class itself stood in the route.
    if (value.k === 'class' && value.mro.some((one) => one.module === 'channels.consumer')) return value;
    const named = value.k === 'func' ? value.attrs.get('consumer_class') : null;
    return named?.k === 'class' ? named : null;
  });
}

/** What middleware stands around: ASGI has no name for it, so whatever an instance or a function holds is looked at. */
function inside<T>(application: Value, wanted: (value: Value) => T | null): T | null {
  const todo = [application];
  const seen = new Set<Value>();
  for (let value = todo.shift(); value && seen.size < MOST_WRAPPED; value = todo.shift()) {
    if (seen.has(value)) continue;
    seen.add(value);
    const found = wanted(value);
    if (found !== null) return found;
    if (value.k === 'inst') todo.push(...value.attrs.values());
    if (value.k === 'method') todo.push(value.self);
    todo.push(...closureOf(value));
  }
  return null;
}

function isNamed(cls: PyClass, name: string): boolean {
  return cls.mro.some((one) => one.module === ROUTING && one.name === name);
}
