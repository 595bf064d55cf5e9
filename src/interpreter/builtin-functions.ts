/** The built-in functions of Python. */
import type { Site } from '../python/syntax.ts';
import { orMissing } from './attributes.ts';
import { checkedByClass, isOfAnotherPackage, missingBase } from './classes.ts';
import { eachJoined, nextElement, someJoined } from './iteration.ts';
import { sorted } from './methods.ts';
import { shownRepr } from './text.ts';
import { countEntries } from './truth.ts';
import {
  type Args,
  args,
  bool,
  builtin,
  derived,
  FALSE,
  int,
  iter,
  keyOf,
  list,
  NONE,
  type PyBuiltin,
  type PyBytes,
  type PyStr,
  plain,
  RANGES,
  str,
  TRUE,
  tuple,
  unknown,
  type Value,
} from './values.ts';
import type { VM } from './vm.ts';
import { asked, WatchedText } from './watched.ts';

/** A built-in that binds like a function when it is found on a class. */
export function binding(name: string, run: PyBuiltin['call']): PyBuiltin {
  const made = builtin(name, run);
  made.attrs.set('binds', TRUE);
  return made;
}

function lengthOf(vm: VM, text: PyStr | PyBytes): Value {
  const length = int(asked(text, (letters) => [...letters].length));
  const other = text instanceof WatchedText ? null : (vm.hooks.otherLength?.(text.v) ?? null);
  return other ? { ...length, mayDiffer: other } : length;
}

export const FUNCTIONS: Record<string, PyBuiltin['call']> = {
  len(vm, given, site) {
    const value = vm.force(given.positional[0] ?? NONE, site);
    const target = plain(value);
    switch (target.k) {
      case 'str':
      case 'bytes':
        return lengthOf(vm, target);
      case 'list':
      case 'tuple': {
        const { items, fuzzy } = vm.iterate(target, site);
        return fuzzy ? derived(fuzzy, ':len') : int(items.length);
      }
      case 'dict':
      case 'set':
        return target.fuzzy ? derived(target.fuzzy, ':len') : int(countEntries(vm, target));
      case 'unknown':
        return derived(target, ':len');
      case 'class': {
        const method = target.metaclass ? vm.lookup(target.metaclass, '__len__') : null;
        if (method) return vm.call(method.k === 'unknown' ? method : { k: 'method', func: method, self: target }, args(), site);
        return target.open
          ? derived(target.mro.find((c) => c.unknown)!.unknown!, ':len')
          : vm.raise('TypeError', `object of type 'type' has no len()`, site);
      }
      case 'inst': {
        const method = vm.lookup(target.cls, '__len__');
        if (method) return vm.call(method.k === 'unknown' ? method : { k: 'method', func: method, self: target }, args(), site);
        const missing = missingBase(target);
        return missing ? derived(missing, ':len') : vm.raise('TypeError', `object of type '${target.cls.name}' has no len()`, site);
      }
      default:
        return vm.raise('TypeError', `object of type '${vm.classOf(target).name}' has no len()`, site);
    }
  },
  isinstance: (vm, given, site) => bool(vm.isInstance(given.positional[0] ?? NONE, given.positional[1] ?? NONE, site)),
  issubclass(vm, given, site) {
    const cls = vm.force(given.positional[0] ?? NONE, site);
    const wanted = vm.force(given.positional[1] ?? NONE, site);
    const options = wanted.k === 'tuple' || wanted.k === 'list' ? wanted.items.map((o) => vm.force(o, site)) : [wanted];
    let blank: Value | null = null;
    for (const option of options) {
      if (cls.k === 'class' && option.k === 'class') {
        vm.reads.identified(option);
        const answer = vm.isSubclass(cls, option);
        if (answer || (answer === false && checkedByClass(vm, cls, option, site, '__subclasscheck__'))) return TRUE;
        if (answer === null) blank = cls.mro.find((c) => c.unknown)?.unknown ?? option.unknown;
      } else if (cls.k === 'unknown' && option.k === 'class' && option.own && isOfAnotherPackage(cls, option.module)) continue;
      else if (cls.k === 'unknown' || option.k === 'unknown') blank = cls.k === 'unknown' ? cls : option;
      else return vm.raise('TypeError', 'issubclass() arg 1 must be a class', site);
    }
    return blank?.k === 'unknown' ? bool(vm.truth(derived(blank, `:subclass:${keyOf(cls)}`), site)) : FALSE;
  },
  hasattr(vm, given, site) {
    const name = vm.force(given.positional[1] ?? NONE, site);
    const object = vm.force(given.positional[0] ?? NONE, site);
    if (name.k !== 'str') return vm.fresh('opaque', 'hasattr', 'an attribute with a computed name', site);
    const value = orMissing(vm, () => vm.findAttr(object, name.v, site), site);
    if (value && isOpaqueAttr(value, object))
      return bool(
        vm.fork(value as Value & { k: 'unknown' }, 'exists', [
          `${vm.identified(object)} has no ${name.v}`,
          `${vm.identified(object)} has ${name.v}`,
        ]) === 1,
      );
    return bool(value !== null);
  },
  getattr(vm, given, site) {
    const name = vm.force(given.positional[1] ?? NONE, site);
    const object = vm.force(given.positional[0] ?? NONE, site);
    if (name.k !== 'str')
      return name.k === 'unknown'
        ? derived(name, `:attribute of ${keyOf(object)}`)
        : vm.raise('TypeError', 'attribute name must be string', site);
    const otherwise = given.positional[2];
    if (otherwise) return orMissing(vm, () => vm.findAttr(object, name.v, site), site) ?? otherwise;
    const get = (text: string) => vm.getAttr(object, text, site);
    return name instanceof WatchedText ? vm.reads.methodOf(object, name, get) : get(name.v);
  },
  setattr(vm, given, site) {
    const name = vm.force(given.positional[1] ?? NONE, site);
    if (name.k === 'str') vm.setAttr(given.positional[0]!, name.v, given.positional[2] ?? NONE, site);
    else {
      const object = vm.force(given.positional[0] ?? NONE, site);
      if (object.k === 'inst' && name.k === 'unknown') vm.heap.setField(object, 'fuzzy', name);
    }
    return NONE;
  },
  delattr(vm, given, site) {
    const name = vm.force(given.positional[1] ?? NONE, site);
    if (name.k === 'str') vm.delAttr(given.positional[0]!, name.v, site);
    return NONE;
  },
  callable(vm, given, site) {
    const value = vm.force(given.positional[0] ?? NONE, site);
    if (value.k === 'unknown')
      return bool(vm.fork(value, 'is callable', [`${value.symbol} is not callable`, `${value.symbol} is callable`]) === 1);
    if (value.k === 'inst') return bool(vm.lookup(value.cls, '__call__') !== null);
    return bool(value.k === 'func' || value.k === 'builtin' || value.k === 'method' || value.k === 'class');
  },
  print: () => NONE,
  id: (_vm, given) => str(keyOf(given.positional[0] ?? NONE)),
  hash: (_vm, given) => str(keyOf(given.positional[0] ?? NONE)),
  repr: (vm, given, site) => shownRepr(vm, vm.force(given.positional[0] ?? NONE, site)),
  ascii: (vm, given, site) => shownRepr(vm, vm.force(given.positional[0] ?? NONE, site)),
  format: (vm, given, site) => vm.display(given.positional[0] ?? NONE, site),
  any(vm, given, site) {
    const { items, fuzzy } = vm.openElements(given.positional[0] ?? NONE, site);
    if (holdsSome(vm, items, true, site)) return TRUE;
    return fuzzy ? bool(vm.truth(derived(fuzzy, ':any'), site)) : FALSE;
  },
  all(vm, given, site) {
    const { items, fuzzy } = vm.openElements(given.positional[0] ?? NONE, site);
    if (holdsSome(vm, items, false, site)) return FALSE;
    return fuzzy ? bool(vm.truth(derived(fuzzy, ':all'), site)) : TRUE;
  },
  range(vm, given, site) {
    const numbers = given.positional.map((v) => vm.force(v, site));
    const blank = numbers.find((n) => n.k !== 'num');
    if (blank) return blank.k === 'unknown' ? derived(blank, ':range') : vm.raise('TypeError', 'range() needs integers', site);
    const values = numbers.map((n) => (n as { v: number }).v);
    const [from, to, step] = values.length === 1 ? [0, values[0]!, 1] : [values[0]!, values[1]!, values[2] ?? 1];
    const items: Value[] = [];
    for (let i = from; step > 0 ? i < to : i > to; i += step || 1) {
      items.push(int(i));
      if (items.length > vm.limits.elements) return vm.fresh('opaque', 'range', `a range of more than ${vm.limits.elements} numbers`, site);
    }
    const made = tuple(items);
    RANGES.set(made, { start: int(from), stop: int(to), step: int(step) });
    return made;
  },
  enumerate(vm, given, site) {
    const { items, fuzzy } = vm.iterate(given.positional[0] ?? given.keywords.get('iterable') ?? NONE, site);
    const start = vm.force(given.positional[1] ?? given.keywords.get('start') ?? int(0), site);
    const from = start.k === 'num' ? start.v : 0;
    return iter(
      items.map((item, i) => tuple([int(from + i), item])),
      fuzzy ?? undefined,
    );
  },
  zip(vm, given, site) {
    const columns = given.positional.map((v) => vm.iterate(v, site));
    const length = columns.length ? Math.min(...columns.map((c) => c.items.length)) : 0;
    const fuzzy = columns.find((c) => c.fuzzy)?.fuzzy;
    return iter(
      Array.from({ length }, (_x, i) => tuple(columns.map((c) => c.items[i]!))),
      fuzzy ?? undefined,
    );
  },
  map(vm, given, site) {
    const [func, ...rest] = given.positional;
    if (rest.length === 1) {
      const { items, fuzzy } = vm.openElements(rest[0]!, site);
      return iter(
        eachJoined(vm, items, (item) => [vm.call(func ?? NONE, args(item), site)]),
        fuzzy ?? undefined,
      );
    }
    const columns = rest.map((v) => vm.iterate(v, site));
    const length = columns.length ? Math.min(...columns.map((c) => c.items.length)) : 0;
    const items = Array.from({ length }, (_x, i) => vm.call(func ?? NONE, args(...columns.map((c) => c.items[i]!)), site));
    return iter(items, columns.find((c) => c.fuzzy)?.fuzzy ?? undefined);
  },
  filter(vm, given, site) {
    const [func, source] = given.positional;
    const { items, fuzzy } = vm.openElements(source ?? NONE, site);
    const passes = (item: Value): boolean => vm.truth(func && func.k !== 'none' ? vm.call(func, args(item), site) : item, site);
    return iter(
      eachJoined(vm, items, (item) => (passes(item) ? [item] : [])),
      fuzzy ?? undefined,
    );
  },
  sorted(vm, given, site) {
    const { items, fuzzy } = vm.openElements(given.positional[0] ?? NONE, site);
    const made = list(sorted(vm, items, given, site));
    made.fuzzy = fuzzy ?? undefined;
    return made;
  },
  reversed(vm, given, site) {
    const { items, fuzzy } = vm.openElements(given.positional[0] ?? NONE, site);
    return iter(items.toReversed(), fuzzy ?? undefined);
  },
  iter(vm, given, site) {
    const value = vm.force(given.positional[0] ?? NONE, site);
    if (value.k === 'iter') return value;
    const { items, fuzzy } = vm.openElements(value, site);
    return iter(items, fuzzy ?? undefined);
  },
  next(vm, given, site) {
    const asked = vm.force(given.positional[0] ?? NONE, site);
    const value = (asked.k === 'inst' && vm.generatorIter(asked, site)) || asked;
    if (value.k === 'iter') {
      const item = nextElement(vm, value);
      if (item) return item;
      if (value.fuzzy) return derived(value.fuzzy, `:next${value.position}`);
    } else if (value.k === 'unknown') return derived(value, ':next');
    else if (value.k === 'inst') {
      const method = vm.lookup(value.cls, '__next__');
      if (method) return vm.call({ k: 'method', func: method, self: value }, args(), site);
    }
    return given.positional[1] ?? vm.raise('StopIteration', '', site);
  },
  sum(vm, given, site) {
    const { items, fuzzy } = vm.iterate(given.positional[0] ?? NONE, site);
    let total: Value = given.positional[1] ?? given.keywords.get('start') ?? int(0);
    for (const item of items) total = vm.binary('Add', total, item, site);
    return fuzzy ? derived(fuzzy, ':sum') : total;
  },
  min: (vm, given, site) => extreme(vm, given, site, -1),
  max: (vm, given, site) => extreme(vm, given, site, 1),
  abs(vm, given, site) {
    const value = vm.force(given.positional[0] ?? NONE, site);
    return value.k === 'num' ? { ...value, v: Math.abs(value.v) } : value;
  },
  round(vm, given, site) {
    const value = vm.force(given.positional[0] ?? NONE, site);
    if (value.k !== 'num') return value;
    const digits = vm.force(given.positional[1] ?? given.keywords.get('ndigits') ?? NONE, site);
    if (digits.k === 'num') return value.float ? { ...value, v: Number(value.v.toFixed(Math.max(0, digits.v))) } : value;
    const half = Math.abs(value.v % 1) === 0.5;
    return int(half ? 2 * Math.round(value.v / 2) : Math.round(value.v));
  },
  divmod: (vm, given, site) =>
    tuple([
      vm.binary('FloorDiv', given.positional[0]!, given.positional[1]!, site),
      vm.binary('Mod', given.positional[0]!, given.positional[1]!, site),
    ]),
  pow: (vm, given, site) => vm.binary('Pow', given.positional[0]!, given.positional[1]!, site),
  chr: (vm, given, site) => {
    const value = vm.force(given.positional[0] ?? NONE, site);
    return value.k === 'num' ? str(String.fromCodePoint(value.v)) : vm.fresh('opaque', 'chr', 'chr()', site);
  },
  ord: (vm, given, site) => {
    const value = vm.force(given.positional[0] ?? NONE, site);
    return value.k === 'str' || value.k === 'bytes' ? int(value.v.codePointAt(0) ?? 0) : vm.fresh('opaque', 'ord', 'ord()', site);
  },
  vars(vm, given, site) {
    const value = vm.force(given.positional[0] ?? NONE, site);
    return vm.getAttr(value, '__dict__', site);
  },
  dir(vm, given, site) {
    const value = vm.force(given.positional[0] ?? NONE, site);
    if (value.k === 'module') return list([...value.scope.vars.keys()].sort().map((n) => str(n)));
    if (value.k === 'class' && !value.open)
      return list([...new Set(value.mro.flatMap((c) => [...c.attrs.keys()]))].sort().map((n) => str(n)));
    if (value.k === 'inst' && !value.cls.open)
      return list([...new Set([...value.attrs.keys(), ...value.cls.mro.flatMap((c) => [...c.attrs.keys()])])].sort().map((n) => str(n)));
    return vm.fresh('opaque', 'dir', 'dir()', site);
  },
  locals: () => NONE,
  globals: () => NONE,
  __import__(vm, given, site) {
    const name = vm.force(given.positional[0] ?? NONE, site);
    return name.k === 'str' ? vm.importModule(name.v, site) : vm.fresh('opaque', '__import__', 'an import with a computed name', site);
  },
  open: (vm, given, site) => {
    const name = given.positional[0] ? vm.repr(given.positional[0]) : '?';
    // What a file is called tells what it holds, as with environment variables.
    const secret = /(^|[^a-z])(\w*secret\w*|\w*_keys?|keys?|passw(or)?ds?|tokens?|credentials?)([^a-z]|$)/i.test(
      name.slice(name.lastIndexOf('/') + 1),
    );
    return unknown(secret ? 'secret' : 'deployment', `file:${name}`, `the file ${name} is read at run time`, site);
  },
  input: (vm, _given, site) => vm.fresh('deployment', 'input', 'input()', site),
  exec: (vm, given, site) => {
    const names = given.positional[1] && vm.force(given.positional[1], site);
    const made = vm.fresh('opaque', 'exec', 'exec() is not run', site);
    // The names that it defines stand there.
    if (names?.k === 'dict') vm.heap.setField(names, 'fuzzy', made);
    return made;
  },
  eval: (vm, _given, site) => vm.fresh('opaque', 'eval', 'eval() is not run', site),
  compile: (vm, _given, site) => vm.fresh('opaque', 'compile', 'compile() is not run', site),
  bytearray: (vm, _given, site) => vm.fresh('opaque', 'bytearray', 'a bytearray', site),
  complex: (vm, _given, site) => vm.fresh('opaque', 'complex', 'a complex number', site),
  memoryview: (vm, _given, site) => vm.fresh('opaque', 'memoryview', 'a memoryview', site),
  hex: inBase(16, 'x'),
  oct: inBase(8, 'o'),
  bin: inBase(2, 'b'),
};

/** `hex`, `oct`, `bin`: a whole number with its prefix. */
function inBase(base: number, letter: string): (vm: VM, given: Args, site: Parameters<VM['truth']>[1]) => Value {
  return (vm, given, site) => {
    const value = vm.force(given.positional[0] ?? NONE, site);
    if (value.k === 'bool') return str(`0${letter}${Number(value.v)}`);
    // Greater numbers are not exact here.
    if (value.k !== 'num' || !Number.isSafeInteger(value.v)) return vm.fresh('opaque', `0${letter}`, 'digits of a number', site);
    return str(`${value.v < 0 ? '-' : ''}0${letter}${Math.abs(value.v).toString(base)}`);
  };
}

function isOpaqueAttr(value: Value, object: Value): boolean {
  return value.k === 'unknown' && (object.k === 'unknown' || (object.k === 'inst' && (object.fuzzy !== undefined || object.cls.open)));
}

/** `min` and `max`: the first of those that come first, or last, in the order of their keys. */
function extreme(vm: VM, given: Args, site: Parameters<VM['truth']>[1], sign: number): Value {
  const { positional, keywords } = given;
  const { items, fuzzy } = positional.length === 1 ? vm.iterate(positional[0]!, site) : { items: positional, fuzzy: null };
  if (fuzzy) return derived(fuzzy, ':extreme');
  if (items.length === 0) return keywords.get('default') ?? vm.raise('ValueError', 'min() or max() of an empty sequence', site);
  const values = items.map((item) => vm.force(item, site));
  const blank = values.find((v) => v.k === 'unknown');
  if (blank?.k === 'unknown') return derived(blank, sign > 0 ? ':max' : ':min');
  const key = keywords.get('key');
  const options = new Map<string, Value>(key ? [['key', key]] : []);
  if (sign > 0) options.set('reverse', TRUE);
  return sorted(vm, values, { positional: [], keywords: options }, site)[0]!;
}

/** Whether an element has this truth. */
function holdsSome(vm: VM, items: readonly Value[], truth: boolean, site: Site | null): boolean {
  return someJoined(vm, items, (item) => vm.truth(item, site) === truth);
}
