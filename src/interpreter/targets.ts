/** Targets of assignments: names, attributes, subscripts, and what is unpacked into them (Python reference 7.2). */
import type { Node, Site, Unit } from '../python/syntax.ts';
import { derived, list, type Scope, type Value } from './values.ts';
import type { VM } from './vm.ts';

/** The scope that a name is written to. */
export function targetScope(scope: Scope, name: string): Scope {
  if (scope.code?.globals?.has(name)) return scope.module.scope;
  if (scope.code?.nonlocals?.has(name)) {
    for (let at = scope.parent; at; at = at.parent) if (at.kind === 'function' && at.vars.has(name)) return at;
  }
  return scope;
}

export function bindName(vm: VM, scope: Scope, name: string, value: Value, site: Site): void {
  const target = targetScope(scope, name);
  vm.heap.setMap(target.vars, name, value);
  if (target.places) vm.heap.setMap(target.places, name, site);
}

/** Assignment to any target. */
export function assign(vm: VM, target: Node, value: Value, scope: Scope, unit: Unit): void {
  const site = { unit, node: target };
  switch (target.nodeType) {
    case 'Name':
      bindName(vm, scope, target.id, value, site);
      return;
    case 'Attribute':
      vm.setAttr(vm.evaluate(target.value, scope, unit), target.attr, value, site);
      return;
    case 'Subscript':
      vm.setItem(vm.evaluate(target.value, scope, unit), vm.evaluate(target.slice, scope, unit), value, site);
      return;
    case 'Starred':
      assign(vm, target.value, value, scope, unit);
      return;
    case 'Tuple':
    case 'List':
      unpack(vm, target.elts, value, scope, unit, site);
  }
}

function unpack(vm: VM, targets: readonly Node[], given: Value, scope: Scope, unit: Unit, site: Site): void {
  const value = vm.force(given, site);
  if (value.k === 'unknown') {
    for (const [i, target] of targets.entries()) assign(vm, target, derived(value, `[${i}]`), scope, unit);
    return;
  }
  const { items, fuzzy } = vm.iterate(value, site);
  const starred = targets.findIndex((t) => t.nodeType === 'Starred');
  const missing = (i: number): Value => derived(fuzzy!, `[${i}]`);
  if (starred < 0) {
    if (!fuzzy && items.length !== targets.length) {
      const text = items.length > targets.length ? 'too many values to unpack' : 'not enough values to unpack';
      vm.raise('ValueError', `${text} (expected ${targets.length}, got ${items.length})`, site);
    }
    for (const [i, target] of targets.entries()) assign(vm, target, items[i] ?? missing(i), scope, unit);
    return;
  }
  const after = targets.length - starred - 1;
  if (!fuzzy && items.length < targets.length - 1) vm.raise('ValueError', 'not enough values to unpack', site);
  targets.forEach((target, i) => {
    if (i < starred) assign(vm, target, items[i] ?? missing(i), scope, unit);
    else if (i === starred) {
      const rest = list(items.slice(starred, Math.max(starred, items.length - after)));
      rest.fuzzy = fuzzy ?? undefined;
      assign(vm, target, rest, scope, unit);
    } else assign(vm, target, items[items.length - (targets.length - i)] ?? missing(i), scope, unit);
  });
}
