/** Calls: functions, classes (instance creation), bound methods, instances with `__call__`, and what we cannot see into. */
import type { Site } from '../python/syntax.ts';
import { callMetaclass, missingBase } from './classes.ts';
import { callFunction } from './functions.ts';
import { PyRaise } from './signals.ts';
import {
  type Args,
  args,
  Cells,
  derived,
  keyOf,
  nextId,
  type PyClass,
  type PyInst,
  type PyUnknown,
  unknown,
  type Value,
} from './values.ts';
import type { VM } from './vm.ts';

/** Calls anything. Raises PyRaise, as the callee does. */
export function call(vm: VM, given: Value, passed: Args, site: Site | null): Value {
  const callee = given.k === 'alt' ? vm.force(given, site) : given;
  switch (callee.k) {
    case 'func':
      return callFunction(vm, callee, passed, site);
    case 'builtin':
      vm.tick();
      vm.onCall?.(callee.name, passed, site);
      vm.reads.given(passed.keywords, null);
      return callee.call(vm, passed, site);
    case 'method':
      return call(vm, callee.func, { ...passed, positional: [callee.self, ...passed.positional] }, site);
    case 'class':
      return callClass(vm, callee, passed, site);
    case 'inst': {
      const method = vm.lookup(callee.cls, '__call__');
      if (method) return call(vm, method.k === 'unknown' ? method : { k: 'method', func: method, self: callee }, passed, site);
      const missing = missingBase(callee);
      return missing
        ? callUnknown(vm, derived(missing, '()'), passed, site)
        : vm.raise('TypeError', `'${callee.cls.name}' object is not callable`, site);
    }
    case 'descriptor':
      return call(vm, callee.get, passed, site);
    case 'unknown':
      return callUnknown(vm, callee, passed, site);
    default:
      return vm.raise('TypeError', `'${vm.classOf(callee).name}' object is not callable`, site);
  }
}

/**
 * The result of code that we do not have: unknown, and what it was given may have changed. While a project is loaded
 * arguments are left alone (a decorator or registry of a library rarely rewrites them); while probes are fired they are forgotten.
 */
function callUnknown(vm: VM, callee: PyUnknown, passed: Args, site: Site | null): Value {
  vm.tick();
  vm.onCall?.(callee.symbol, passed, site);
  vm.reads.given(passed.keywords, null);
  const given = [...passed.positional, ...passed.keywords.values()];
  const isForeign = vm.firing && callee.origin === 'opaque';
  const mayRefuse = isForeign && (vm.hooks.mayRefuse?.(callee, given) ?? false);
  if (isForeign) for (const value of given) forget(vm, value, callee);
  // What differs in one argument may be another value.
  const said = (v: Value) => (v.k === 'unknown' ? v.symbol : v.k === 'str' || v.k === 'num' ? vm.identified(v) : keyOf(v));
  const text = passed.positional.map(said).join(',');
  const answer = unknown(callee.origin, `${callee.symbol}(${text})`, callee.reason, site ?? callee.site);
  if (!mayRefuse || vm.fork(answer, 'is refused', [`${callee.symbol} goes through`, `${callee.symbol} refuses`]) === 0) return answer;
  vm.explorer.note({ kind: 'note', text: '', site, data: { refuses: callee.symbol } });
  return vm.raise('Exception', `refused by ${callee.symbol}`, site);
}

/**
 * Unknown code may have changed this object. A library's object that was there before all requests (`timezone.utc`, a token
 * generator) is left as it is: that one library changes those of another for all later requests is not to be expected. Nor is it of
 * settings, which are not to be altered (Django, "Using settings in Python code").
 */
function forget(vm: VM, value: Value, callee: PyUnknown): void {
  const reason = derived(callee, ':changed');
  if (value.k !== 'inst' && value.k !== 'list' && value.k !== 'dict' && value.k !== 'set') return;
  if (value.k === 'inst' && !value.cls.own && value.id <= vm.loadedUntil) return;
  if (vm.hooks.isFixed?.(value)) return;
  vm.heap.setField(value as PyInst, 'fuzzy', reason);
  vm.explorer.note({
    kind: 'note',
    text: `${callee.symbol} is not known and may change what it gets`,
    site: callee.site,
    data: { forgets: callee, value },
  });
}

/** Calls a class: `__call__` of its metaclass, where that has one. */
function callClass(vm: VM, cls: PyClass, passed: Args, site: Site | null): Value {
  if (cls.unknown) return callUnknown(vm, cls.unknown, passed, site);
  const meta = cls.metaclass && !cls.construct ? vm.lookup(cls.metaclass, '__call__') : null;
  if (meta?.k === 'func' && cls.metaclass !== vm.types.type) return call(vm, { k: 'method', func: meta, self: cls }, passed, site);
  return instantiate(vm, cls, passed, site);
}

/** Makes an instance, as `type.__call__` does: `__new__`, then `__init__` along the MRO. */
export function instantiate(vm: VM, cls: PyClass, passed: Args, site: Site | null): Value {
  vm.tick();
  if (cls.construct) vm.reads.given(passed.keywords, null);
  if (cls.construct) return cls.construct(vm, cls, passed, site);
  if (cls.mro.includes(vm.types.type)) return callMetaclass(vm, cls, passed, site);
  const maker = vm.lookup(cls, '__new__');
  const native = cls.mro.find((c) => c.construct && c.module === 'builtins' && c !== vm.types.object);
  let instance: Value;
  if (maker && maker.k !== 'unknown' && maker.k !== 'builtin') {
    const func = maker.k === 'descriptor' ? maker.get : maker;
    instance = vm.force(call(vm, func, { ...passed, positional: [cls, ...passed.positional] }, site), site);
    if (instance.k !== 'inst' || !instance.cls.mro.includes(cls)) return instance;
    if (native && !instance.payload) instance.payload = valueInside(vm, native, cls, passed);
  } else {
    // First the value: the ways that lead to others are then those of other instances.
    const payload = native && valueInside(vm, native, cls, passed);
    instance = vm.explorer.made(() => {
      const made = newInstance(vm, cls, site);
      if (payload) made.payload = payload;
      return made;
    });
  }
  const init = vm.lookup(cls, '__init__');
  if (init?.k === 'unknown' && instance.k === 'inst') {
    initialiseBehind(vm, cls, instance, passed, site);
    vm.heap.setField(instance, 'fuzzy', unknown('opaque', `${cls.module}.${cls.qualname}()`, init.reason, site));
  } else if (init && (init.k !== 'builtin' || init.attrs.has('binds'))) call(vm, { k: 'method', func: init, self: instance }, passed, site);
  return instance;
}

/** The value that an instance of a subclass of `dict`, `str` and the like is. Where its own `__init__` fills it in, it is empty at first. */
function valueInside(vm: VM, native: PyClass, cls: PyClass, passed: Args): Value {
  const initialised = vm.lookup(cls, '__init__');
  const takesOwn = initialised && initialised.k !== 'unknown';
  const isFilledLater = takesOwn && (native.name === 'dict' || native.name === 'list' || native.name === 'set');
  return native.construct!(vm, native, isFilledLater ? args() : passed);
}

/**
 * A class that we do not have stands before a known one: its `__init__` nearly always calls that of the next class, with what it
 * was given. What it sets besides is not known.
 */
function initialiseBehind(vm: VM, cls: PyClass, self: PyInst, passed: Args, site: Site | null): void {
  const behind = cls.mro.slice(cls.mro.findIndex((c) => c.unknown)).find((c) => c.attrs.has('__init__'));
  const init = behind && behind !== vm.types.object ? behind.attrs.get('__init__') : undefined;
  if (init?.k !== 'func') return;
  try {
    call(vm, { k: 'method', func: init, self }, passed, site);
  } catch (error) {
    // It takes other arguments than these: the class that we do not have gives it others.
    if (!(error instanceof PyRaise)) throw error;
  }
}

/** An instance without attributes. It remembers the line of the project that caused it, also through library code. */
export function newInstance(vm: VM, cls: PyClass, site: Site | null): PyInst {
  return { k: 'inst', id: nextId(), cls, attrs: new Cells(), site: ownSite(vm, site) ?? undefined };
}

/** The innermost place of the project on the way to `site`; `site` itself when there is none. */
export function ownSite(vm: VM, site: Site | null): Site | null {
  if (site?.unit.own) return site;
  for (let i = vm.callSites.length - 1; i >= 0; i--) if (vm.callSites[i]?.unit.own) return vm.callSites[i]!;
  return site;
}

/** Calls a method by name. */
export function callMethod(vm: VM, self: Value, name: string, passed: Args, site: Site | null): Value {
  return call(vm, vm.getAttr(self, name, site), passed, site);
}
