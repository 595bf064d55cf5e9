/** Subscripts and slices: what stands at a place of a container, put there, or taken away. */
import type { Site } from '../python/syntax.ts';
import { missingBase } from './classes.ts';
import { equal } from './comparison.ts';
import { sliceWithGaps } from './gaps.ts';
import { mayBeAbsent, presence } from './presence.ts';
import {
  args,
  bytes,
  derived,
  int,
  keyOf,
  list,
  type PyBytes,
  type PyDict,
  type PySlice,
  type PyStr,
  type PyUnknown,
  str,
  tuple,
  type Value,
} from './values.ts';
import type { VM } from './vm.ts';
import { keyAmong, told } from './watched.ts';

/** Start and end of a slice over `length` elements, as Python's `slice.indices`. */
export function sliceRange(slice: PySlice, length: number): { indexes: number[] } | null {
  const number = (v: Value, otherwise: number) => (v.k === 'none' ? otherwise : v.k === 'num' ? v.v : Number.NaN);
  const step = number(slice.step, 1);
  const clamp = (v: number, low: number, high: number) => Math.min(Math.max(v < 0 ? v + length : v, low), high);
  const lower = number(slice.lower, Number.POSITIVE_INFINITY);
  const upper = number(slice.upper, Number.POSITIVE_INFINITY);
  if (Number.isNaN(step) || Number.isNaN(lower) || Number.isNaN(upper) || step === 0) return null;
  const indexes: number[] = [];
  if (step > 0) {
    const from = slice.lower.k === 'none' ? 0 : clamp(lower, 0, length);
    const to = slice.upper.k === 'none' ? length : clamp(upper, 0, length);
    for (let i = from; i < to; i += step) indexes.push(i);
  } else {
    const from = slice.lower.k === 'none' ? length - 1 : clamp(lower, -1, length - 1);
    const to = slice.upper.k === 'none' ? -1 : clamp(upper, -1, length - 1);
    for (let i = from; i > to; i += step) indexes.push(i);
  }
  return { indexes };
}

/** `[:]` and `[::-1]` give all elements, whichever of them are there. */
function isWhole(key: Value): boolean {
  if (key.k !== 'slice' || key.lower.k !== 'none' || key.upper.k !== 'none') return false;
  return key.step.k === 'none' || (key.step.k === 'num' && Math.abs(key.step.v) === 1);
}

/** `container[key]`. */
export function getItem(vm: VM, given: Value, givenKey: Value, site: Site | null): Value {
  const container = vm.force(given, site);
  const key = vm.force(givenKey, site);
  switch (container.k) {
    case 'list':
    case 'tuple':
      return sequenceItem(vm, container, key, site);
    case 'str':
    case 'bytes':
      if (key.k === 'unknown') return derived(key, `:index of ${vm.identified(container)}`);
      return told([container], ([text]) => textItem(vm, text as PyStr | PyBytes, key, site));
    case 'dict':
      return dictItem(vm, container, key, site);
    case 'unknown':
      if (key.k === 'str' && mayLack(vm, container) && !vm.contains(container, key, site))
        return vm.raise('KeyError', vm.repr(key), site, key);
      return derived(container, `[${key.k === 'unknown' ? key.symbol : vm.identified(key)}]`);
    case 'class': {
      const hook = vm.lookup(container, '__class_getitem__');
      if (hook && hook.k !== 'unknown')
        return vm.call(
          hook.k === 'descriptor' ? { k: 'method', func: hook.get, self: container } : { k: 'method', func: hook, self: container },
          args(key),
          site,
        );
      const meta = container.metaclass ? vm.lookup(container.metaclass, '__getitem__') : null;
      // `Generic[T]`, `list[int]`: for who gets in, the class itself.
      return meta ? vm.call({ k: 'method', func: meta, self: container }, args(key), site) : container;
    }
    case 'inst': {
      const method = vm.lookup(container.cls, '__getitem__');
      if (method) return vm.call(method.k === 'unknown' ? method : { k: 'method', func: method, self: container }, args(key), site);
      if (container.payload) {
        if (container.payload.k === 'dict' && !container.payload.entries.has(keyOf(key))) {
          const missing = vm.lookup(container.cls, '__missing__');
          const found = missing && key.k === 'unknown' ? itemByUnknown(vm, container.payload, key, site) : null;
          if (found) return found;
          if (missing) return vm.call({ k: 'method', func: missing, self: container }, args(key), site);
        }
        return getItem(vm, container.payload, key, site);
      }
      const missing = missingBase(container);
      return missing
        ? derived(missing, `[${keyOf(key)}]`)
        : vm.raise('TypeError', `'${container.cls.name}' object is not subscriptable`, site);
    }
    default:
      return container.k === 'builtin' || container.k === 'func'
        ? container
        : vm.raise('TypeError', `'${vm.classOf(container).name}' object is not subscriptable`, site);
  }
}

function textItem(vm: VM, container: PyStr | PyBytes, key: Value, site: Site | null): Value {
  const make = container.k === 'str' ? str : bytes;
  if (key.k === 'slice') {
    const range = sliceRange(key, container.v.length);
    const open = range ? sliceWithGaps(vm, container.v, range.indexes) : null;
    if (open) return open;
    return range
      ? make(range.indexes.map((i) => container.v[i]).join(''))
      : derived(vm.fresh('opaque', 'slice', 'a slice with unknown bounds', site), '');
  }
  if (key.k !== 'num') return vm.raise('TypeError', 'string indices must be integers', site);
  const char = container.v.at(key.v);
  if (char === undefined || key.v < -container.v.length) return vm.raise('IndexError', 'string index out of range', site);
  return container.k === 'bytes' ? int(char.charCodeAt(0)) : str(char);
}

function sequenceItem(vm: VM, container: Value & { k: 'list' | 'tuple' }, key: Value, site: Site | null): Value {
  const fuzzy = container.k === 'list' ? container.fuzzy : undefined;
  if (key.k === 'num' && key.v >= 0 && container.items.some(mayBeAbsent)) {
    // One after the other, until it is reached.
    let left = key.v;
    for (const item of container.items) {
      const element = presence(vm, item);
      if (element && left-- === 0) return element;
    }
    return fuzzy ? derived(fuzzy, `[${key.v}]`) : vm.raise('IndexError', `${container.k} index out of range`, site);
  }
  const items = container.items.some(mayBeAbsent) && !isWhole(key) ? vm.iterate(container, site).items : container.items;
  if (key.k === 'num' || key.k === 'bool') {
    const index = Number(key.v);
    const item = items[index < 0 ? items.length + index : index];
    if (item) return fuzzy && index < 0 ? derived(fuzzy, `[${index}]`) : item;
    return fuzzy ? derived(fuzzy, `[${index}]`) : vm.raise('IndexError', `${container.k} index out of range`, site);
  }
  if (key.k === 'slice') {
    const range = sliceRange(key, items.length);
    if (range) {
      const part = range.indexes.map((i) => items[i]!);
      if (container.k === 'tuple') return tuple(part);
      const made = list(part);
      made.fuzzy = fuzzy;
      return made;
    }
  }
  if (key.k === 'unknown') return derived(key, `:item of ${keyOf(container)}`);
  return vm.raise('TypeError', `${container.k} indices must be integers or slices`, site);
}

function dictItem(vm: VM, container: PyDict, key: Value, site: Site | null): Value {
  const entry = container.entries.get(keyAmong(container.entries, key));
  const present = entry ? presence(vm, entry.value) : null;
  if (present) return present;
  const found = key.k === 'unknown' ? itemByUnknown(vm, container, key, site) : null;
  if (found) return found;
  const { fuzzy } = container;
  if (!fuzzy) return vm.raise('KeyError', vm.repr(key), site, key);
  if (mayLack(vm, fuzzy) && !vm.contains(container, key, site)) return vm.raise('KeyError', vm.repr(key), site, key);
  return derived(fuzzy, `[${vm.identified(key)}]`);
}

/** Whether somebody is ready for a key to be missing where others decide about the keys: then both ways are gone, as with `key in container`. */
function mayLack(vm: VM, holder: PyUnknown): boolean {
  return vm.firing && vm.keyless > 0 && (holder.origin === 'attacker' || holder.origin === 'world');
}

/** Keys of a dictionary that a key which is not known is compared with, one after another. */
const MOST_KEYS = 8;

/**
 * The entry whose key an unknown key equals, on this path; null when it equals none. Where there are too many keys to ask, and
 * while a project is loaded (what the installation chooses is there), it is one that cannot be known.
 */
export function itemByUnknown(vm: VM, container: PyDict, key: PyUnknown, site: Site | null): Value | null {
  if (container.entries.size === 0) return null;
  if (!vm.firing || container.entries.size > MOST_KEYS) return derived(key, `:item of ${keyOf(container)}`);
  for (const entry of container.entries.values())
    if (presence(vm, entry.value) !== null && equal(vm, key, entry.key, site)) return vm.force(entry.value, site);
  return null;
}

/** What stands for keys that are not known of a dictionary in which nothing is None that was put in under them. */
export const keysWithoutNone = new WeakSet<PyUnknown>();

function keyedBy(container: PyDict, key: PyUnknown, value: Value): PyUnknown {
  if (value.k === 'none' || value.k === 'unknown' || (container.fuzzy && !keysWithoutNone.has(container.fuzzy))) return key;
  const keyed = derived(key, '');
  keysWithoutNone.add(keyed);
  return keyed;
}

/** `container[key] = value`. */
export function setItem(vm: VM, given: Value, givenKey: Value, value: Value, site: Site | null): void {
  const container = vm.force(given, site);
  const key = vm.force(givenKey, site);
  switch (container.k) {
    case 'dict':
      if (key.k === 'unknown') vm.heap.setField(container, 'fuzzy', keyedBy(container, key, value));
      else vm.heap.setMap(container.entries, keyOf(key), { key, value, site: site ?? undefined });
      return;
    case 'list': {
      const items = container.items.slice();
      if (key.k === 'num') {
        const index = key.v < 0 ? items.length + key.v : key.v;
        if (index < 0 || index >= items.length) {
          if (!container.fuzzy) vm.raise('IndexError', 'list assignment index out of range', site);
          return;
        }
        items[index] = value;
      } else if (key.k === 'slice') {
        const range = sliceRange(key, items.length);
        const more = vm.iterate(value, site);
        if (range) items.splice(range.indexes[0] ?? (key.lower.k === 'num' ? key.lower.v : 0), range.indexes.length, ...more.items);
      } else {
        vm.heap.setField(container, 'fuzzy', key.k === 'unknown' ? key : vm.fresh('opaque', 'index', 'an unknown index', site));
        return;
      }
      vm.heap.setField(container, 'items', items);
      return;
    }
    case 'inst': {
      const method = vm.lookup(container.cls, '__setitem__');
      if (method && method.k !== 'unknown') {
        vm.call({ k: 'method', func: method, self: container }, args(key, value), site);
        return;
      }
      if (container.payload) setItem(vm, container.payload, key, value, site);
      return;
    }
    case 'unknown':
      return;
    default:
      vm.raise('TypeError', `'${vm.classOf(container).name}' object does not support item assignment`, site);
  }
}

export function delItem(vm: VM, given: Value, givenKey: Value, site: Site | null): void {
  const container = vm.force(given, site);
  const key = vm.force(givenKey, site);
  if (container.k === 'dict') {
    if (!container.entries.has(keyOf(key)) && !container.fuzzy) vm.raise('KeyError', vm.repr(key), site);
    vm.heap.deleteMap(container.entries, keyOf(key));
  } else if (container.k === 'list' && key.k === 'num') {
    const items = container.items.slice();
    items.splice(key.v < 0 ? items.length + key.v : key.v, 1);
    vm.heap.setField(container, 'items', items);
  } else if (container.k === 'inst') {
    const method = vm.lookup(container.cls, '__delitem__');
    if (method && method.k !== 'unknown') vm.call({ k: 'method', func: method, self: container }, args(key), site);
    else if (container.payload) delItem(vm, container.payload, key, site);
  }
}

/** `target.update(from)` and `{**from}`. */
export function updateDict(vm: VM, target: PyDict, given: Value, site: Site | null): void {
  const forced = vm.force(given, site);
  const from = forced.k === 'inst' && forced.payload ? forced.payload : forced;
  if (from.k === 'dict') {
    for (const [key, entry] of from.entries) {
      // One that is there on some paths only must not hide what the target has on the others.
      if (target.entries.has(key) && presence(vm, entry.value) === null) continue;
      vm.heap.setMap(target.entries, key, entry);
    }
    if (from.fuzzy) vm.heap.setField(target, 'fuzzy', from.fuzzy);
    return;
  }
  if (from.k === 'unknown') {
    vm.heap.setField(target, 'fuzzy', from);
    return;
  }
  const keys = from.k === 'inst' ? vm.findAttr(from, 'keys', site) : null;
  if (keys) {
    for (const key of vm.iterate(vm.call(keys, args(), site), site).items) setItem(vm, target, key, getItem(vm, from, key, site), site);
    return;
  }
  const { items, fuzzy } = vm.iterate(from, site);
  for (const item of items) {
    const pair = vm.iterate(item, site).items;
    if (pair.length === 2) setItem(vm, target, pair[0]!, pair[1]!, site);
  }
  if (fuzzy) vm.heap.setField(target, 'fuzzy', fuzzy);
}
