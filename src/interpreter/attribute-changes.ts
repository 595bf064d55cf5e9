/** Setting and deleting attributes, as Python's data model does it. */
import type { Site } from '../python/syntax.ts';
import { args, type PyInst, str, type Value } from './values.ts';
import type { VM } from './vm.ts';

/** `object.__setattr__`: descriptors of the class come before the attributes of the instance. */
export function setInstanceAttr(vm: VM, object: PyInst, name: string, value: Value, site: Site | null): void {
  const fromClass = vm.lookup(object.cls, name);
  if (fromClass?.k === 'descriptor' && fromClass.kind === 'property') {
    if (!fromClass.set) vm.raise('AttributeError', `can't set attribute '${name}'`, site);
    vm.call(fromClass.set, args(object, value), site);
    return;
  }
  const setter = fromClass?.k === 'inst' ? vm.lookup(fromClass.cls, '__set__') : null;
  if (fromClass && setter?.k === 'func') vm.call({ k: 'method', func: setter, self: fromClass }, args(object, value), site);
  else vm.heap.setMap(object.attrs, name, value);
}

/** `object.name = value`. */
export function setAttr(vm: VM, given: Value, name: string, value: Value, site: Site | null): void {
  const object = vm.force(given, site);
  switch (object.k) {
    case 'inst': {
      const hook = vm.lookup(object.cls, '__setattr__');
      if (hook?.k === 'func' && !(vm.stack.at(-1) === hook))
        vm.call({ k: 'method', func: hook, self: object }, args(str(name), value), site);
      else setInstanceAttr(vm, object, name, value, site);
      return;
    }
    case 'class':
      vm.heap.setMap(object.attrs, name, value);
      if (site) vm.heap.setMap(object.places, name, site);
      vm.patches.push({ target: `${object.module}.${object.qualname}`, name, site });
      return;
    case 'module':
      vm.heap.setMap(object.scope.vars, name, value);
      if (site && object.scope.places) vm.heap.setMap(object.scope.places, name, site);
      return;
    case 'func':
    case 'builtin':
      vm.heap.setMap(object.attrs, name, value);
      return;
    case 'descriptor':
      if (object.attrs) vm.heap.setMap(object.attrs, name, value);
      else vm.raise('AttributeError', `'property' object has no attribute '${name}'`, site);
      return;
    case 'method':
      vm.raise('AttributeError', `'method' object has no attribute '${name}'`, site);
      return;
    case 'unknown':
      return;
    case 'super':
      setAttr(vm, object.self, name, value, site);
      return;
    default:
      vm.raise('AttributeError', `'${vm.classOf(object).name}' object has no attribute '${name}'`, site);
  }
}

export function delAttr(vm: VM, given: Value, name: string, site: Site | null): void {
  const object = vm.force(given, site);
  if (object.k === 'inst' || object.k === 'class' || object.k === 'func') vm.heap.deleteMap(object.attrs, name);
  else if (object.k === 'module') vm.heap.deleteMap(object.scope.vars, name);
}
