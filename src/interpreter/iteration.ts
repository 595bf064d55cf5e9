/** Iteration: the elements of anything iterable, as far as they are known. */
import type { Site } from '../python/syntax.ts';
import { missingBase } from './classes.ts';
import { NORMAL } from './outcome.ts';
import { elementsOf, mayBeAbsent, presence, whereThere } from './presence.ts';
import { PyRaise } from './signals.ts';
import { args, derived, int, str, tuple, type Value } from './values.ts';
import type { Elements, VM } from './vm.ts';

const NO_MORE = null;
/** Elements that may be absent, each of which is looked at on a way of its own; of more it is not known which are there. */
const MOST_OPEN = 5;

/** The elements of a value. Alternatives that may be absent are settled, which forks for each. Raises TypeError. */
export function iterate(vm: VM, given: Value, site: Site | null): Elements {
  const { items, fuzzy } = openElements(vm, given, site);
  return { items: settled(vm, items), fuzzy };
}

/** The same for those who look at `fuzzy`: where many may be absent, what comes after the first of them is not known. */
export function boundedElements(vm: VM, given: Value, site: Site | null): Elements {
  const { items, fuzzy } = openElements(vm, given, site);
  const open = items.filter(mayBeAbsent).length;
  if (open <= MOST_OPEN) return { items: settled(vm, items), fuzzy };
  const reason = `which of ${items.length} elements are there`;
  return { items: items.slice(0, items.findIndex(mayBeAbsent)), fuzzy: vm.fresh('opaque', 'elements', reason, site) };
}

function settled(vm: VM, items: readonly Value[]): readonly Value[] {
  return items.some(mayBeAbsent) ? items.flatMap((item) => presence(vm, item) ?? []) : items;
}

/** The elements of a value, some of which may be absent: for those who look at them one by one. Raises TypeError. */
export function openElements(vm: VM, given: Value, site: Site | null): Elements {
  const value = vm.force(given, site);
  switch (value.k) {
    case 'list':
      return { items: value.items, fuzzy: value.fuzzy ?? NO_MORE };
    case 'tuple':
      return { items: value.items, fuzzy: NO_MORE };
    case 'dict': {
      const keys: Value[] = [];
      for (const entry of value.entries.values()) keys.push(whereThere(entry.value, () => entry.key));
      return { items: keys, fuzzy: value.fuzzy ?? NO_MORE };
    }
    case 'set':
      return { items: [...value.entries.values()], fuzzy: value.fuzzy ?? NO_MORE };
    case 'str':
      return { items: [...value.v].map((c) => str(c)), fuzzy: NO_MORE };
    case 'bytes':
      return { items: [...value.v].map((c) => ({ k: 'num', v: c.charCodeAt(0), float: false }) as const), fuzzy: NO_MORE };
    case 'iter': {
      const rest = value.items.slice(value.position);
      vm.heap.setField(value, 'position', value.items.length);
      return { items: rest, fuzzy: value.fuzzy ?? NO_MORE };
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
        return openElements(vm, vm.call({ k: 'method', func, self: value }, args(), site), site);
      }
      if (value.open) return { items: [], fuzzy: derived(value.mro.find((c) => c.unknown)!.unknown!, ':elements') };
      return vm.raise('TypeError', `'type' object is not iterable`, site);
    }
    default:
      return vm.raise('TypeError', `'${vm.classOf(value).name}' object is not iterable`, site);
  }
}

/**
 * What `make` gives for each element that is there. What it forks on is joined before the next element: else there would be as many
 * ways as subsets of the elements.
 */
export function eachJoined(vm: VM, items: readonly Value[], make: (element: Value) => readonly Value[]): Value[] {
  return items.flatMap((item) => {
    const { value } = vm.explorer.run(() => {
      const element = presence(vm, item);
      return { how: 'return', value: tuple(element ? make(element) : []) };
    });
    return elementsOf(value!);
  });
}

/** Whether a test holds for an element that is there; the ways on which it does not are joined, so that a row of them does not multiply. */
export function someJoined(vm: VM, items: readonly Value[], test: (element: Value) => boolean): boolean {
  return items.some((item) => {
    const ended = vm.explorer.run(() => {
      const element = presence(vm, item);
      return element && test(element) ? { how: 'break' } : NORMAL;
    });
    return ended.how === 'break';
  });
}

/** Takes the next element that is there off an iterator; null when none is left among those that are known. */
export function nextElement(vm: VM, iterator: Value & { k: 'iter' }): Value | null {
  for (let at = iterator.position; at < iterator.items.length; at++) {
    const item = presence(vm, iterator.items[at]!);
    if (!item) continue;
    vm.heap.setField(iterator, 'position', at + 1);
    return item;
  }
  return null;
}

function instanceElements(vm: VM, value: Value & { k: 'inst' }, site: Site | null): Elements {
  const run = vm.generatorIter(value, site);
  if (run) return openElements(vm, run, site);
  const method = vm.lookup(value.cls, '__iter__');
  if (method) {
    if (method.k === 'unknown') return { items: [], fuzzy: derived(method, '()') };
    const iterator = vm.force(vm.call({ k: 'method', func: method, self: value }, args(), site), site);
    if (iterator !== value && !(iterator.k === 'inst' && iterator.cls === value.cls && vm.lookup(iterator.cls, '__next__')))
      return openElements(vm, iterator, site);
    return { items: nextItems(vm, iterator as typeof value, site), fuzzy: NO_MORE };
  }
  if (value.payload) return openElements(vm, value.payload, site);
  if (value.fuzzy) return { items: [], fuzzy: value.fuzzy };
  const getItem = vm.lookup(value.cls, '__getitem__');
  if (getItem) return elementsByNumber(vm, value, getItem, site);
  const missing = missingBase(value);
  if (missing) return { items: [], fuzzy: derived(missing, ':elements') };
  return vm.raise('TypeError', `'${value.cls.name}' object is not iterable`, site);
}

/** The elements of an object that has only `__getitem__`: those from 0 on, until it raises IndexError. */
function elementsByNumber(vm: VM, value: Value & { k: 'inst' }, getItem: Value, site: Site | null): Elements {
  if (getItem.k === 'unknown') return { items: [], fuzzy: derived(getItem, '()') };
  const items: Value[] = [];
  while (items.length < MOST_BY_NUMBER) {
    try {
      items.push(vm.call({ k: 'method', func: getItem, self: value }, args(int(items.length)), site));
    } catch (error) {
      if (error instanceof PyRaise && vm.isInstance(error.value, vm.builtins.get('IndexError')!, site)) return { items, fuzzy: null };
      throw error;
    }
  }
  return { items: [], fuzzy: vm.fresh('opaque', '__getitem__', 'elements by __getitem__', site) };
}
/** More are hardly a sequence that a program wrote down. */
const MOST_BY_NUMBER = 50;

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
