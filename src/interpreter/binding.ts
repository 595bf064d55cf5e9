/** Binding: what an attribute found on a class becomes for an instance or for the class itself (descriptors of Python's data model). */
import type { Site } from '../python/syntax.ts';
import { args, derived, NONE, type PyClass, type Value } from './values.ts';
import type { VM } from './vm.ts';

/** Binds what a look-up found to a class. */
export function bindToClass(vm: VM, value: Value, cls: PyClass, site: Site | null): Value {
  if (value.k === 'descriptor') {
    if (value.kind === 'classmethod') return bindToItsClass(vm, value.get, cls, site);
    if (value.kind === 'staticmethod') return value.get;
    return value;
  }
  const get = getterOf(vm, value);
  return get ? vm.call({ k: 'method', func: get, self: value }, args(NONE, cls), site) : value;
}

/** `__get__` of the type of an instance or of a class: of its class or metaclass. */
function getterOf(vm: VM, value: Value): Value | null {
  const type = value.k === 'inst' ? value.cls : value.k === 'class' ? value.metaclass : null;
  const get = type ? vm.lookup(type, '__get__') : null;
  return get?.k === 'unknown' ? null : get;
}

/** A class method; around a property it is a property of the class (Python 3.9 to 3.12, Objects/funcobject.c, cm_descr_get). */
function bindToItsClass(vm: VM, wrapped: Value, cls: PyClass, site: Site | null): Value {
  return wrapped.k === 'descriptor' && wrapped.kind === 'property'
    ? vm.call(wrapped.get, args(cls), site)
    : { k: 'method', func: wrapped, self: cls };
}

/** Binds what a class look-up found to an instance. */
export function bind(vm: VM, value: Value, self: Value, cls: PyClass, site: Site | null): Value {
  switch (value.k) {
    case 'func':
      return { k: 'method', func: value, self };
    case 'builtin':
      return value.attrs.has('binds') ? { k: 'method', func: value, self } : value;
    case 'descriptor':
      if (value.kind === 'property') return vm.call(value.get, args(self), site);
      if (value.kind === 'classmethod') return bindToItsClass(vm, value.get, cls, site);
      return value.get;
    case 'inst':
    case 'class': {
      const get = getterOf(vm, value);
      return get ? vm.call({ k: 'method', func: get, self: value }, args(self, cls), site) : value;
    }
    case 'unknown':
      // Text, and what the environment, a file or a row holds, is no descriptor.
      if (value.origin !== 'opaque' || vm.hooks.isThere?.(value)) return value;
      return derived(value, `(${self.k === 'inst' ? `o:${self.id}` : self.k})`);
    case 'alt': {
      return bind(vm, vm.force(value, site), self, cls, site);
    }
    default:
      return value;
  }
}

export function isDataDescriptor(vm: VM, value: Value): boolean {
  if (value.k === 'descriptor') return value.kind === 'property';
  return value.k === 'inst' && vm.lookup(value.cls, '__set__') !== null;
}
