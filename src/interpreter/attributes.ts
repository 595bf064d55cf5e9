/** Attribute access: instances, classes, modules, built-in values; descriptors and binding as in Python's data model. */

import { placeOf } from '../python/parse.ts';
import type { Site } from '../python/syntax.ts';
import { setInstanceAttr } from './attribute-changes.ts';
import { bind, bindToClass, isDataDescriptor } from './binding.ts';
import { instantiate } from './calls.ts';
import { isSubclass, makeByMetaclass } from './classes.ts';
import { METHODS } from './methods.ts';
import { nativeAttr } from './native-attributes.ts';
import { presence } from './presence.ts';
import { SPECIAL_METHODS, UNMODELLED } from './protocols.ts';
import { PyRaise } from './signals.ts';
import {
  args,
  builtin,
  derived,
  dict,
  keyOf,
  NONE,
  type PyBuiltin,
  type PyClass,
  type PyInst,
  str,
  tuple,
  unknown,
  type Value,
} from './values.ts';
import type { VM } from './vm.ts';

/** Attribute access; raises AttributeError. */
export function getAttr(vm: VM, object: Value, name: string, site: Site | null): Value {
  const value = findAttr(vm, object, name, site);
  if (value) return value;
  const forced = vm.force(object, site);
  const left =
    forced.k === 'module' ? leftOut(vm, forced, name, site) : (addedByUnknown(vm, forced, name) ?? leftOutOfClass(vm, forced, name, site));
  if (left) return left;
  const what =
    forced.k === 'module'
      ? `module '${forced.name}'`
      : forced.k === 'class'
        ? `type object '${forced.name}'`
        : `'${vm.classOf(forced).name}' object`;
  return vm.raise('AttributeError', `${what} has no attribute '${name}'`, site);
}

/** The attribute, or null where Python raises AttributeError. */
export function findAttr(vm: VM, given: Value, name: string, site: Site | null): Value | null {
  const object = given.k === 'alt' ? vm.force(given, site) : given;
  switch (object.k) {
    case 'unknown':
      return name === '__class__' ? derived(object, '.__class__') : derived(object, `.${name}`);
    case 'module':
      return moduleAttr(vm, object, name, site);
    case 'class':
      return classAttr(vm, object, name, site);
    case 'inst':
      return instanceAttr(vm, object, name, site);
    case 'super':
      return superAttr(vm, object, name);
    default:
      return nativeAttr(vm, object, name, site);
  }
}

/**
 * A name that a library's module does not show here: a stub leaves out what does not matter for who gets in, so it is opaque.
 * Where the project is ready for the name to be missing, it is missing.
 */
export function leftOut(vm: VM, module: Value & { k: 'module' }, name: string, site: Site | null): Value | null {
  if (module.own || vm.guards > 0 || module.name.startsWith('_') || name.startsWith('__')) return null;
  return unknown('opaque', `${module.name}.${name}`, `${module.name}.${name} is not modelled`, site);
}

/**
 * The same for an attribute that the project reads of an object or class of a library while it is loaded, where nobody is ready
 * for it to be missing. Afterwards it is missing: programs ask objects for what only some of them have.
 */
function leftOutOfClass(vm: VM, object: Value, name: string, site: Site | null): Value | null {
  if (vm.firing || vm.loaded || vm.asking > 0 || !site?.unit.own || name.startsWith('__')) return null;
  const cls = object.k === 'inst' || object.k === 'class' ? (object.k === 'inst' ? object.cls : object) : null;
  const library = cls?.mro.find((c) => !c.own && c.module !== 'builtins' && c.module !== '_unlatched');
  // A class with `__getattr__` has said what it has.
  if (!cls || !library || (object.k === 'inst' && vm.lookup(cls, '__getattr__'))) return null;
  const what = `${library.module}.${library.qualname}.${name}`;
  const { file, line } = placeOf(site);
  const text = `${what} is not modelled: it is taken as unknown`;
  if (!vm.problems.some((p) => p.text === text && p.file === file && p.line === line))
    vm.problems.push({ severity: 'note', text, file, line });
  return unknown('opaque', `${what} of ${keyOf(object)}`, `${what} is not modelled`, site);
}

/** A name that a decorator which we do not have may have written on the class; it is missing where the project is ready for that. */
function addedByUnknown(vm: VM, object: Value, name: string): Value | null {
  // While a request runs, Django itself is ready for everything.
  if ((!vm.firing && (vm.guards > 0 || vm.asking > 0)) || name.startsWith('__')) return null;
  const cls = object.k === 'inst' ? vm.classOf(object) : object.k === 'class' ? object : null;
  const decorator = cls?.mro.find(({ decorator }) => decorator)?.decorator;
  return decorator ? derived(decorator, `.${name}`) : null;
}

function settled(vm: VM, value: Value | undefined): Value | null {
  return value === undefined ? null : presence(vm, value);
}

function moduleAttr(vm: VM, module: Value & { k: 'module' }, name: string, site: Site | null): Value | null {
  const value = settled(vm, module.scope.vars.get(name));
  if (value) return value;
  switch (name) {
    case '__name__':
      return str(module.name);
    case '__file__':
      return module.file ? str(module.file) : NONE;
    case '__dict__':
      return vm.scopeDict(module.scope);
    case '__path__':
      return module.isPackage ? tuple(module.folders.map((f) => str(f))) : null;
    case '__doc__':
      return NONE;
    case '__package__':
      return str(module.isPackage ? module.name : module.name.replace(/\.?[^.]*$/, ''));
    case '__spec__':
    case '__loader__':
      return unknown('opaque', `${module.name}.${name}`, `${name} of a module is not modelled`, site);
  }
  if (module.isPackage) {
    const sub = vm.modules.get(`${module.name}.${name}`);
    if (sub) return sub;
  }
  const hook = module.scope.vars.get('__getattr__');
  if (hook?.k === 'func') {
    const got = tryCall(vm, hook, [str(name)], site);
    if (got) return got;
  }
  return module.fuzzy ? derived(module.fuzzy, `.${name}`) : null;
}

/** Calls a `__getattr__`; null when it raises AttributeError. */
function tryCall(vm: VM, func: Value, positional: readonly Value[], site: Site | null): Value | null {
  return orMissing(vm, () => vm.call(func, args(...positional), site), site);
}

/** What a computation gives; null when it raises AttributeError. */
export function orMissing(vm: VM, compute: () => Value | null, site: Site | null): Value | null {
  vm.asking++;
  try {
    return compute();
  } catch (error) {
    if (error instanceof PyRaise && vm.isInstance(error.value, vm.builtins.get('AttributeError')!, site)) return null;
    throw error;
  } finally {
    vm.asking--;
  }
}

function classAttr(vm: VM, cls: PyClass, name: string, site: Site | null): Value | null {
  if (cls.unknown) {
    if (name === '__name__' || name === '__qualname__') return str(cls.name);
    if (name === '__module__') return str(cls.module);
    return derived(cls.unknown, `.${name}`);
  }
  const found = settled(vm, vm.lookup(cls, name) ?? undefined);
  if (found && !(NATIVE_DUNDERS.has(name) && !cls.attrs.has(name))) return bindToClass(vm, found, cls, site);
  const special = name.startsWith('__') || name === 'mro' ? classSpecial(vm, cls, name) : null;
  if (special) return special;
  if (found) return bindToClass(vm, found, cls, site);
  const meta = cls.metaclass ? vm.lookup(cls.metaclass, name) : null;
  if (meta) return bind(vm, meta, cls, cls.metaclass!, site);
  const metaGetattr = cls.metaclass ? vm.lookup(cls.metaclass, '__getattr__') : null;
  if (metaGetattr) return tryCall(vm, metaGetattr, [cls, str(name)], site);
  const native = nativeMethod(cls, name);
  if (native) return native;
  const builtinBase = cls.mro.find((c) => c.module === 'builtins' && UNMODELLED.has(`${c.name}.${name}`));
  return builtinBase ? unknown('opaque', `${builtinBase.name}.${name}`, `${builtinBase.name}.${name} is not modelled`, site) : null;
}

const NATIVE_DUNDERS = new Set(['__doc__', '__module__', '__name__', '__dict__']);

function classSpecial(vm: VM, cls: PyClass, name: string): Value | null {
  switch (name) {
    case '__name__':
      return vm.reads.said(cls, name, cls.name);
    case '__qualname__':
      return vm.reads.said(cls, name, cls.qualname);
    case '__module__':
      return vm.reads.said(cls, name, cls.module);
    case '__dict__':
      return vm.classDict(cls);
    case '__mro__':
      return tuple(cls.mro);
    case '__bases__':
      return tuple(cls.bases);
    case '__base__':
      return cls.bases[0] ?? NONE;
    case '__class__':
      return cls.metaclass ?? vm.types.type;
    case '__doc__':
      return cls.attrs.get('__doc__') ?? NONE;
    case '__subclasses__':
      return builtin('__subclasses__', () => vm.fresh('opaque', '__subclasses__', 'the list of subclasses', null));
    case 'mro':
      return builtin('mro', () => vm.listOf(cls.mro));
    case '__new__':
      return builtin('object.__new__', (inner, given) => {
        const target = inner.force(given.positional[0] ?? NONE, null);
        if (target.k === 'class' && given.positional.length === 4 && target.mro.includes(inner.types.type))
          return makeByMetaclass(inner, target, given);
        return target.k === 'class'
          ? inner.newInstance(target, null)
          : inner.fresh('opaque', '__new__', 'an instance of something unknown', null);
      });
    case '__init__':
      return builtin('object.__init__', () => NONE);
    case '__str__':
    case '__repr__':
      // Its text has the address of the object in it.
      return builtin(`object.${name}`, (inner, _given, at) => inner.fresh('opaque', `object.${name}`, 'the text of an object', at));
    case '__setattr__':
    case '__delattr__':
      return builtin(`object.${name}`, (inner, given) => {
        const [self, key, value] = given.positional.map((v) => inner.force(v, null));
        if (self?.k !== 'inst' || key?.k !== 'str') return NONE;
        if (name === '__delattr__') inner.heap.deleteMap(self.attrs, key.v);
        else setInstanceAttr(inner, self, key.v, value ?? NONE, null);
        return NONE;
      });
    case '__getattribute__':
      return builtin('object.__getattribute__', (inner, given, at) => {
        const self = inner.force(given.positional[0] ?? NONE, at);
        return self.k === 'inst' ? plainAccess(self)(inner, given, at) : inner.getAttr(self, textOf(given.positional[1]), at);
      });
    case '__init_subclass__':
      return builtin('__init_subclass__', () => NONE);
    case '__class_getitem__':
      return builtin('__class_getitem__', () => cls);
    case '__annotations__':
      return dict();
  }
  return null;
}

/** A method of a built-in type, unbound. */
function nativeMethod(cls: PyClass, name: string): Value | null {
  for (const at of cls.mro) {
    const method =
      METHODS[at.name]?.[name] ?? (at.construct && at.name !== 'object' && at.name !== 'type' ? SPECIAL_METHODS[name] : undefined);
    if (method && at.module === 'builtins') {
      // A class method: there is no self among the arguments.
      if (name === 'fromkeys') return builtin('dict.fromkeys', (vm, given, site) => method(vm, dict(), given, site));
      return builtin(`${at.name}.${name}`, (vm, given, site) => {
        const self = vm.force(given.positional[0] ?? NONE, site);
        const target = self.k === 'inst' && self.payload ? self.payload : self;
        // A method of text and the like reads the value itself, which is not there.
        if (METHODS[at.name]?.[name] && target.k === 'unknown') return derived(target, `.${name}()`);
        if (METHODS[at.name]?.[name] && isSubclass(vm.classOf(target), at) === false)
          return vm.raise('TypeError', `descriptor '${name}' for '${at.name}' objects doesn't apply to another type`, site);
        return method(vm, target, { ...given, positional: given.positional.slice(1) }, site);
      });
    }
  }
  return null;
}

function instanceAttr(vm: VM, object: PyInst, name: string, site: Site | null): Value | null {
  if (!object.cls.intercepts) return plainInstanceAttr(vm, object, name, site);
  const access = vm.lookup(object.cls, '__getattribute__');
  if (access?.k !== 'func') return plainInstanceAttr(vm, object, name, site);
  const found = tryCall(vm, { k: 'method', func: access, self: object }, [str(name)], site);
  const hook = found ? null : vm.lookup(object.cls, '__getattr__');
  return hook?.k === 'func' ? tryCall(vm, { k: 'method', func: hook, self: object }, [str(name)], site) : found;
}

/** What `object.__getattribute__` does, and `__getattr__` after it where Python asks for the attribute by itself (`asks`). */
function plainInstanceAttr(vm: VM, object: PyInst, name: string, site: Site | null, asks = true): Value | null {
  const cls = vm.classOf(object);
  const fromClass = vm.lookup(cls, name);
  if (fromClass && isDataDescriptor(vm, fromClass)) return propertyValue(vm, fromClass, object, name, site, asks);
  const own = settled(vm, object.attrs.get(name));
  if (own) return own;
  if (object.fuzzy && !(fromClass && fromClass.k === 'func')) return derived(object.fuzzy, `.${name}`);
  const classValue = settled(vm, fromClass ?? undefined);
  if (classValue) return bind(vm, classValue, object, cls, site);
  if (name === '__class__') return cls;
  if (name === '__dict__') return vm.attrsDict(object);
  if (name === '__doc__') return NONE;
  if (name === '__module__') return vm.reads.said(cls, name, cls.module);
  if (name === '__getattribute__') return builtin('object.__getattribute__', plainAccess(object));
  if (name === '__init__' || name === '__init_subclass__') return builtin(`object.${name}`, () => NONE);
  if (object.payload) {
    const { payload } = object;
    const isOpen = payload.k === 'unknown' && cls.mro.some((one) => one.module === 'builtins' && METHODS[one.name]?.[name]);
    const inner = isOpen ? derived(payload, `.${name}`) : nativeAttr(vm, payload, name, site);
    if (inner) return inner;
  }
  const hook = object.cls.intercepts || !asks ? null : vm.lookup(cls, '__getattr__');
  if (hook) {
    if (hook.k === 'unknown') return derived(hook, `.${name}`);
    return tryCall(vm, { k: 'method', func: hook, self: object }, [str(name)], site);
  }
  return null;
}

/** A property, whose AttributeError falls back to `__getattr__` as in Python. */
function propertyValue(vm: VM, value: Value, object: PyInst, name: string, site: Site | null, asks: boolean): Value | null {
  const hook = asks ? vm.lookup(object.cls, '__getattr__') : null;
  if (hook?.k !== 'func') return bind(vm, value, object, object.cls, site);
  return (
    orMissing(vm, () => bind(vm, value, object, object.cls, site), site) ??
    tryCall(vm, { k: 'method', func: hook, self: object }, [str(name)], site)
  );
}

function superAttr(vm: VM, object: Value & { k: 'super' }, name: string): Value | null {
  const self = vm.force(object.self, null);
  // In a method of a metaclass the class is the instance.
  const ofMeta = self.k === 'class' && !self.mro.includes(object.cls) && (self.metaclass?.mro.includes(object.cls) ?? false);
  const isClass = self.k === 'class' && !ofMeta;
  const start = isClass ? self : vm.classOf(self);
  const at = start.mro.indexOf(object.cls);
  vm.reads.behind(start, object.cls, name);
  const rest = at < 0 ? object.cls.mro.slice(1) : start.mro.slice(at + 1);
  for (let i = 0; i < rest.length; i++) {
    const cls = rest[i]!;
    if (cls.unknown) {
      if (name === '__init__' || name === '__init_subclass__') continue;
      const missing = cls.unknown;
      return derived(missing, `.${name}`);
    }
    const value = cls.attrs.get(name);
    if (value === undefined) continue;
    // A library class behind an unknown one may already have been overridden by it.
    const missing = rest.slice(i + 1).find((c) => c.unknown)?.unknown;
    if (missing && !cls.own && !start.bases.includes(cls)) return derived(missing, `:super:${name}`);
    if (isClass && value.k === 'func')
      return name === '__init_subclass__' || name === '__class_getitem__' ? { k: 'method', func: value, self } : value;
    if (value.k === 'descriptor' && value.kind === 'classmethod')
      return { k: 'method', func: value.get, self: isClass ? self : vm.classOf(self) };
    return isClass ? bindToClass(vm, value, self, null) : bind(vm, value, self, start, null);
  }
  const native = name === '__init__' && self.k === 'inst' && self.payload ? nativeAttr(vm, self.payload, name, null) : null;
  if (native) return native;
  if (name === '__init__' || name === '__init_subclass__' || name === '__set_name__') return builtin(`object.${name}`, () => NONE);
  if (name === '__new__') return classSpecial(vm, start, '__new__');
  if (name === '__setattr__') {
    return builtin('object.__setattr__', (inner, given, at2) => {
      const key = inner.force(given.positional[0] ?? NONE, at2);
      if (key.k === 'str' && self.k === 'inst') setInstanceAttr(inner, self, key.v, given.positional[1]!, at2);
      return NONE;
    });
  }
  if (name === '__getattribute__' && self.k === 'inst') return builtin('object.__getattribute__', plainAccess(self));
  if (name === '__call__' && ofMeta)
    return builtin('type.__call__', (inner, given, at2) => instantiate(inner, self as PyClass, given, at2));
  if (self.k === 'inst' && self.payload) return nativeAttr(vm, self.payload, name, null);
  return null;
}

/** `object.__getattribute__` of an instance: who calls it by name is not sent on to `__getattr__` (slot_tp_getattr_hook of CPython). */
function plainAccess(self: PyInst): PyBuiltin['call'] {
  return (vm, given, site) => {
    const name = textOf(given.positional.at(-1));
    return (
      plainInstanceAttr(vm, self, name, site, false) ??
      vm.raise('AttributeError', `'${self.cls.name}' object has no attribute '${name}'`, site)
    );
  };
}

function textOf(value: Value | undefined): string {
  return value?.k === 'str' ? value.v : '';
}
