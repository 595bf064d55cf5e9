/** Iteration: the elements of anything iterable, as far as they are known. */
import type { Site } from '../python/syntax.ts';
import { missingBase } from './classes.ts';
import { mayBeAbsent, presence } from './presence.ts';
import { PyRaise } from './signals.ts';
import { args, derived, type PyUnknown, str, type Value } from './values.ts';
import type { VM } from './vm.ts';

const NO_MORE = null;

/** The elements of a value; `fuzzy` is set when there may be more. Alternatives that may be absent are settled. Raises TypeError. */
export function iterate(vm: VM, given: Value, site: Site | null): { items: readonly Value[]; fuzzy: PyUnknown | null } {
  const value = vm.force(given, site);
  switch (value.k) {
    case 'list':
      return { items: settle(vm, value.items), fuzzy: value.fuzzy ?? NO_MORE };
    case 'tuple':
      return { items: settle(vm, value.items), fuzzy: NO_MORE };
    case 'dict': {
      const keys: Value[] = [];
      for (const entry of value.entries.values()) {
        if (presence(vm, entry.value)) keys.push(entry.key);
      }
      return { items: keys, fuzzy: value.fuzzy ?? NO_MORE };
    }
    case 'set':
      return { items: settle(vm, [...value.entries.values()]), fuzzy: value.fuzzy ?? NO_MORE };
    case 'str':
      return { items: [...value.v].map((c) => str(c)), fuzzy: NO_MORE };
    case 'bytes':
      return { items: [...value.v].map((c) => ({ k: 'num', v: c.charCodeAt(0), float: false }) as const), fuzzy: NO_MORE };
    case 'iter': {
      const rest = value.items.slice(value.position);
      vm.heap.setField(value, 'position', value.items.length);
      return { items: settle(vm, rest), fuzzy: value.fuzzy ?? NO_MORE };
    }
    case 'unknown':
      return { items: [], fuzzy: value };
    case 'inst':
      return instanceElements(vm, value, site);
    case 'class': {
      const meta = value.metaclass ? vm.lookup(value.metaclass, '__iter__') : null;
      const hook = meta ?? vm.lookup(value, '__class_iter__');
      if (hook && hook.k !== 'unknown') {
        const func = hook.k === 'descriptor' ? hook.get : hook;
        return iterate(vm, vm.call({ k: 'method', func, self: value }, args(), site), site);
      }
      if (value.open) return { items: [], fuzzy: derived(value.mro.find((c) => c.unknown)!.unknown!, ':elements') };
      return vm.raise('TypeError', `'type' object is not iterable`, site);
    }
    default:
      return vm.raise('TypeError', `'${vm.classOf(value).name}' object is not iterable`, site);
  }
}

function settle(vm: VM, items: readonly Value[]): readonly Value[] {
  if (!items.some(mayBeAbsent)) return items;
  return items.map((item) => presence(vm, item)).filter((item) => item !== null);
}

function instanceElements(vm: VM, value: Value & { k: 'inst' }, site: Site | null): { items: readonly Value[]; fuzzy: PyUnknown | null } {
  const run = vm.generatorIter(value, site);
  if (run) return iterate(vm, run, site);
  const method = vm.lookup(value.cls, '__iter__');
  if (method) {
    if (method.k === 'unknown') return { items: [], fuzzy: derived(method, '()') };
    const iterator = vm.force(vm.call({ k: 'method', func: method, self: value }, args(), site), site);
    if (iterator !== value && !(iterator.k === 'inst' && iterator.cls === value.cls && vm.lookup(iterator.cls, '__next__')))
      return iterate(vm, iterator, site);
    return { items: nextItems(vm, iterator as typeof value, site), fuzzy: NO_MORE };
  }
  if (value.payload) return iterate(vm, value.payload, site);
  if (value.fuzzy) return { items: [], fuzzy: value.fuzzy };
  if (vm.lookup(value.cls, '__getitem__')) return { items: [], fuzzy: vm.fresh('opaque', '__getitem__', 'elements by __getitem__', site) };
  const missing = missingBase(value);
  if (missing) return { items: [], fuzzy: derived(missing, ':elements') };
  return vm.raise('TypeError', `'${value.cls.name}' object is not iterable`, site);
}

function nextItems(vm: VM, iterator: Value & { k: 'inst' }, site: Site | null): Value[] {
  const method = vm.lookup(iterator.cls, '__next__');
  const items: Value[] = [];
  while (method && items.length < 1000) {
    try {
      items.push(vm.call({ k: 'method', func: method, self: iterator }, args(), site));
    } catch (error) {
      if (error instanceof PyRaise && vm.isInstance(error.value, vm.builtins.get('StopIteration')!, site)) return items;
      throw error;
    }
  }
  return items;
}
