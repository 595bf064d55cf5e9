/** Truth: what counts as true. What cannot be known forks, keyed by the symbol of the unknown. */
import type { Site } from '../python/syntax.ts';
import { someJoined } from './iteration.ts';
import { mayBeAbsent, presence } from './presence.ts';
import { args, type PyDict, type PySet, type PyUnknown, type Value } from './values.ts';
import type { VM } from './vm.ts';
import { told } from './watched.ts';

/** Truth of a value; forks for what cannot be known. */
export function truth(vm: VM, given: Value, site: Site | null): boolean {
  const value = given.k === 'alt' ? vm.force(given, site) : given;
  switch (value.k) {
    case 'none':
    case 'absent':
      return false;
    case 'bool':
      return value.v;
    case 'num':
      return value.v !== 0;
    case 'str':
    case 'bytes':
      return told([value], ([text]) => (text as typeof value).v.length > 0);
    case 'tuple':
      return holdsAny(vm, value.items);
    case 'list':
      if (holdsAny(vm, value.items)) return true;
      return value.fuzzy ? forkTruth(vm, value.fuzzy) : false;
    case 'dict':
    case 'set':
      if (entryValues(value).some((entry) => !mayBeAbsent(entry)) || countEntries(vm, value) > 0) return true;
      return value.fuzzy ? forkTruth(vm, value.fuzzy) : false;
    case 'unknown':
      return forkTruth(vm, value);
    case 'inst': {
      const method = vm.lookup(value.cls, '__bool__') ?? vm.lookup(value.cls, '__len__');
      if (method && method.k !== 'unknown') return truth(vm, vm.call({ k: 'method', func: method, self: value }, args(), site), site);
      if (value.payload) return truth(vm, value.payload, site);
      return method?.k === 'unknown' && method.symbol.endsWith('__bool__') ? forkTruth(vm, method) : true;
    }
    default:
      // Functions, classes, bound methods, modules, iterators, coroutines: always true in Python.
      return true;
  }
}

function holdsAny(vm: VM, items: readonly Value[]): boolean {
  return items.some((item) => !mayBeAbsent(item)) || someJoined(vm, items, () => true);
}

function forkTruth(vm: VM, value: PyUnknown): boolean {
  if (value.frame) return true;
  const decided = vm.hooks.unknownTruth?.(value) ?? null;
  if (decided !== null) return decided;
  return vm.fork(value, 'is true', [`${value.symbol} is false or empty`, `${value.symbol} is true`]) === 1;
}

function entryValues(container: PyDict | PySet): readonly Value[] {
  return container.k === 'dict' ? [...container.entries.values()].map((entry) => entry.value) : [...container.entries.values()];
}

/** How many entries a dictionary or set has on this path. */
export function countEntries(vm: VM, container: PyDict | PySet): number {
  return entryValues(container).filter((entry) => presence(vm, entry) !== null).length;
}
