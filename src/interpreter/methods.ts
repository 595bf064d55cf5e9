/** Methods of the built-in types. Known strings behave as in Python; an unknown argument gives an unknown result. */
import type { Site } from '../python/syntax.ts';
import { neverNone, orderOf } from './comparison.ts';
import { boundedElements, nextElement } from './iteration.ts';
import { mayBeAbsent, optionsThere, presence, whereThere } from './presence.ts';
import { areDisjoint, combine, isSubset, type SetOperator } from './sets.ts';
import { itemByUnknown, keysWithoutNone } from './subscripts.ts';
import {
  type Args,
  args,
  bool,
  bytes,
  derived,
  dict,
  int,
  keyOf,
  list,
  NONE,
  type PyBytes,
  type PyDict,
  type PyList,
  type PySet,
  type PyStr,
  type PyTuple,
  type PyUnknown,
  sameValue,
  set,
  str,
  tuple,
  type Value,
} from './values.ts';
import type { VM } from './vm.ts';
import { FilledText, keyAmong, told, WatchedText } from './watched.ts';

// biome-ignore lint/suspicious/noExplicitAny: the table is keyed by type name, each method knows its own self
type Method = (vm: VM, self: any, given: Args, site: Site | null) => Value;

/** The n-th argument, positional or by name. */
function arg(vm: VM, given: Args, index: number, name: string, site: Site | null): Value | undefined {
  const value = given.positional[index] ?? given.keywords.get(name);
  return value ? vm.force(value, site) : undefined;
}

function unknownIn(...values: (Value | undefined)[]): PyUnknown | null {
  return (values.find((v) => v?.k === 'unknown') as PyUnknown | undefined) ?? null;
}

type Text = PyStr | PyBytes;
const like = (self: Text, text: string): Value => (self.k === 'str' ? str(text) : bytes(text));

function plain(value: Value | undefined): Value | undefined {
  return value?.k === 'inst' && value.payload ? value.payload : value;
}

/** A method of str and bytes over text arguments; unknown arguments give a derived unknown. */
function textMethod(
  run: (text: string, given: readonly (string | number | null)[], self: Text) => Value | string | boolean | number,
): Method {
  return (vm, self: Text, given, site) => {
    const values = given.positional.map((v) => plain(vm.force(v, site)));
    const blank = unknownIn(...values);
    if (blank) return derived(blank, `:${self.k}:${self.v.slice(0, 40)}`);
    const plainArgs = values.map((v) => (v?.k === 'str' || v?.k === 'bytes' ? v.v : v?.k === 'num' ? v.v : null));
    const result = run(self.v, plainArgs, self);
    if (typeof result === 'string') return like(self, result);
    if (typeof result === 'boolean') return bool(result);
    if (typeof result === 'number') return int(result);
    return result;
  };
}

const SPACE = /[\s\x1c-\x1f\x85]/;

function stripWith(text: string, chars: string | null, left: boolean, right: boolean): string {
  const drop = (c: string) => (chars === null ? SPACE.test(c) : chars.includes(c));
  let from = 0;
  let to = text.length;
  while (left && from < to && drop(text[from]!)) from++;
  while (right && to > from && drop(text[to - 1]!)) to--;
  return text.slice(from, to);
}

/** Python's `str.split`. */
function split(text: string, separator: string | null, limit: number): string[] {
  if (separator === null) {
    const out: string[] = [];
    let rest = stripWith(text, null, true, false);
    while (rest) {
      if (limit >= 0 && out.length >= limit) {
        out.push(stripWith(rest, null, false, true));
        break;
      }
      const at = rest.search(SPACE);
      if (at < 0) {
        out.push(rest);
        break;
      }
      out.push(rest.slice(0, at));
      rest = stripWith(rest.slice(at), null, true, false);
    }
    return out;
  }
  const parts = text.split(separator);
  if (limit < 0 || parts.length <= limit + 1) return parts;
  return [...parts.slice(0, limit), parts.slice(limit).join(separator)];
}

function rsplit(text: string, separator: string | null, limit: number): string[] {
  if (separator === null)
    return split([...text].reverse().join(''), null, limit)
      .map((p) => [...p].reverse().join(''))
      .reverse();
  const parts = text.split(separator);
  if (limit < 0 || parts.length <= limit + 1) return parts;
  const head = parts.length - limit;
  return [parts.slice(0, head).join(separator), ...parts.slice(head)];
}

function affix(test: 'startsWith' | 'endsWith'): Method {
  return (vm, self: Text, given, site) => {
    const wanted = vm.force(given.positional[0] ?? NONE, site);
    if (wanted.k === 'unknown') return derived(wanted, `:${test} of ${self instanceof WatchedText ? self.name : self.v.slice(0, 40)}`);
    const options = wanted.k === 'tuple' ? wanted.items.map((v) => vm.force(v, site)) : [wanted];
    const from = given.positional[1]?.k === 'num' ? (given.positional[1] as { v: number }).v : 0;
    // Told by itself: an option that is not known says nothing about the others.
    const texts = options.flatMap((o) => (o.k === 'str' || o.k === 'bytes' ? [o.v] : []));
    const known = told([self], ([text]) => texts.some((one) => (text as Text).v.slice(from)[test](one)));
    const blank = unknownIn(...options);
    return known || !blank ? bool(known) : derived(blank, `:${test}`);
  };
}

function splitter(how: typeof split): Method {
  return (vm, self: Text, given, site) => {
    const separator = plain(arg(vm, given, 0, 'sep', site));
    const limit = arg(vm, given, 1, 'maxsplit', site);
    const blank = unknownIn(separator, limit);
    if (blank) return derived(blank, ':split');
    const text = separator?.k === 'str' || separator?.k === 'bytes' ? separator.v : null;
    if (text === '') return vm.raise('ValueError', 'empty separator', site);
    return list(how(self.v, text, limit?.k === 'num' ? limit.v : -1).map((p) => vm.hooks.valueOfGap?.(p) ?? like(self, p)));
  };
}

const first = (given: readonly (string | number | null)[]) => (typeof given[0] === 'string' ? given[0] : '');

/** `'{} {name}'.format(...)`: plain fields only; a conversion or specification gives the plain text. */
function format(vm: VM, self: PyStr, given: Args, site: Site | null): Value {
  let next = 0;
  const parts = new FilledText();
  let blank: PyUnknown | null = null;
  const text = self.v.replace(/\{\{|\}\}|\{([^{}!:]*)(?:![rsa])?(?::[^{}]*)?\}/g, (all, field: string | undefined) => {
    if (all === '{{') return '{';
    if (all === '}}') return '}';
    const path = (field ?? '').split(/[.[]/);
    const head = path[0] ?? '';
    let value = head === '' ? given.positional[next++] : /^\d+$/.test(head) ? given.positional[Number(head)] : given.keywords.get(head);
    for (const step of path.slice(1)) value = value ? vm.getAttr(value, step.replace(/\]$/, ''), site) : value;
    const shown = value ? vm.display(value, site) : null;
    if (shown?.k === 'str') return parts.add(shown);
    blank = shown?.k === 'unknown' ? shown : (given.fuzzy ?? vm.fresh('opaque', 'format', 'a format field', site));
    return `{${blank.symbol}}`;
  });
  return blank ? derived(blank, `:format:${parts.named(text)}`) : parts.joined(text);
}

const TEXT: Record<string, Method> = {
  startswith: affix('startsWith'),
  endswith: affix('endsWith'),
  split: splitter(split),
  rsplit: splitter(rsplit),
  strip: textMethod((t, g) => stripWith(t, g.length && g[0] !== null ? first(g) : null, true, true)),
  lstrip: textMethod((t, g) => stripWith(t, g.length && g[0] !== null ? first(g) : null, true, false)),
  rstrip: textMethod((t, g) => stripWith(t, g.length && g[0] !== null ? first(g) : null, false, true)),
  lower: textMethod((t) => t.toLowerCase()),
  casefold: textMethod((t) => t.toLowerCase()),
  upper: textMethod((t) => t.toUpperCase()),
  title: textMethod((t) => t.toLowerCase().replace(/[a-z]+/g, (w) => w[0]!.toUpperCase() + w.slice(1))),
  capitalize: textMethod((t) => t.slice(0, 1).toUpperCase() + t.slice(1).toLowerCase()),
  swapcase: textMethod((t) => [...t].map((c) => (c === c.toLowerCase() ? c.toUpperCase() : c.toLowerCase())).join('')),
  replace: textMethod((t, g) => {
    const limit = typeof g[2] === 'number' && g[2] >= 0 ? g[2] : -1;
    if (limit < 0) return t.split(first(g)).join(String(g[1] ?? ''));
    const parts = t.split(first(g));
    return (
      parts.slice(0, limit + 1).join(String(g[1] ?? '')) +
      (parts.length > limit + 1 ? first(g) + parts.slice(limit + 1).join(first(g)) : '')
    );
  }),
  removeprefix: textMethod((t, g) => (t.startsWith(first(g)) ? t.slice(first(g).length) : t)),
  removesuffix: textMethod((t, g) => (first(g) && t.endsWith(first(g)) ? t.slice(0, -first(g).length) : t)),
  find: textMethod((t, g) => t.indexOf(first(g), typeof g[1] === 'number' ? g[1] : 0)),
  rfind: textMethod((t, g) => t.lastIndexOf(first(g))),
  count: textMethod((t, g) => t.split(first(g)).length - 1),
  isdigit: textMethod((t) => /^\d+$/.test(t)),
  isdecimal: textMethod((t) => /^\d+$/.test(t)),
  isnumeric: textMethod((t) => /^\d+$/.test(t)),
  isalpha: textMethod((t) => /^\p{L}+$/u.test(t)),
  isalnum: textMethod((t) => /^[\p{L}\d]+$/u.test(t)),
  isspace: textMethod((t) => /^\s+$/.test(t)),
  isupper: textMethod((t) => t !== t.toLowerCase() && t === t.toUpperCase()),
  islower: textMethod((t) => t !== t.toUpperCase() && t === t.toLowerCase()),
  isidentifier: textMethod((t) => /^[A-Za-z_]\w*$/.test(t)),
  isascii: textMethod((t) => [...t].every((c) => c.charCodeAt(0) < 128)),
  zfill: textMethod((t, g) => t.padStart(Number(g[0] ?? 0), '0')),
  ljust: textMethod((t, g) => t.padEnd(Number(g[0] ?? 0), typeof g[1] === 'string' ? g[1] : ' ')),
  rjust: textMethod((t, g) => t.padStart(Number(g[0] ?? 0), typeof g[1] === 'string' ? g[1] : ' ')),
  partition: textMethod((t, g, self) => {
    const at = t.indexOf(first(g));
    return tuple((at < 0 ? [t, '', ''] : [t.slice(0, at), first(g), t.slice(at + first(g).length)]).map((p) => like(self, p)));
  }),
  rpartition: textMethod((t, g, self) => {
    const at = t.lastIndexOf(first(g));
    return tuple((at < 0 ? ['', '', t] : [t.slice(0, at), first(g), t.slice(at + first(g).length)]).map((p) => like(self, p)));
  }),
  splitlines: textMethod((t, _g, self) =>
    list(
      t
        .split(/\r\n|\n|\r/)
        .filter((line, i, all) => line || i < all.length - 1)
        .map((p) => like(self, p)),
    ),
  ),
  index: (vm, self: Text, given, site) => {
    const wanted = vm.force(given.positional[0] ?? NONE, site);
    if (wanted.k === 'unknown') return derived(wanted, ':index');
    const at = wanted.k === self.k ? self.v.indexOf(wanted.v) : -1;
    return at < 0 ? vm.raise('ValueError', 'substring not found', site) : int(at);
  },
  join: (vm, self: Text, given, site) => {
    const { items, fuzzy } = boundedElements(vm, given.positional[0] ?? NONE, site);
    const parts = items.map((item) => plain(vm.force(item, site))!);
    const blank = fuzzy ?? unknownIn(...parts);
    if (blank) return derived(blank, `:joined with ${self.v}:${parts.map((p) => (p.k === 'str' ? p.v : '?')).join(self.v)}`);
    if (parts.some((p) => p.k !== self.k)) return vm.raise('TypeError', 'sequence item: expected str instance', site);
    return like(self, parts.map((p) => (p as Text).v).join(self.v));
  },
  format,
  format_map: (vm, self, given, site) => {
    const from = vm.force(given.positional[0] ?? NONE, site);
    const keywords = new Map<string, Value>();
    if (from.k === 'dict') for (const e of from.entries.values()) if (e.key.k === 'str') keywords.set(e.key.v, e.value);
    return format(vm, self, { positional: [], keywords, fuzzy: from.k === 'unknown' ? from : undefined }, site);
  },
  encode: (_vm, self: PyStr) => bytes(Buffer.from(self.v, 'utf8').toString('latin1')),
  decode: (vm, self: PyBytes, given, site) => {
    const encoding = given.positional[0]?.k === 'str' ? (given.positional[0] as PyStr).v : 'utf-8';
    const buffer = Buffer.from(self.v, 'latin1');
    if (/latin|8859-1/i.test(encoding)) return str(self.v);
    const text = buffer.toString('utf8');
    return text.includes('�') ? vm.raise('UnicodeDecodeError', "'utf-8' codec can't decode", site) : str(text);
  },
  hex: (_vm, self: PyBytes) => str(Buffer.from(self.v, 'latin1').toString('hex')),
  translate: (vm, _self, _given, site) => vm.fresh('opaque', 'translate', 'str.translate', site),
  expandtabs: (_vm, self) => self,
};

const LIST: Record<string, Method> = {
  append(vm, self: PyList, given) {
    vm.heap.append(self, given.positional[0] ?? NONE);
    return NONE;
  },
  extend(vm, self: PyList, given, site) {
    const more = vm.openElements(given.positional[0] ?? NONE, site);
    for (const item of more.items) vm.heap.append(self, item);
    if (more.fuzzy) vm.heap.setField(self, 'fuzzy', more.fuzzy);
    return NONE;
  },
  insert(vm, self: PyList, given, site) {
    const at = vm.force(given.positional[0] ?? int(0), site);
    const items = self.items.slice();
    if (at.k === 'num') items.splice(at.v < 0 ? Math.max(0, items.length + at.v) : at.v, 0, given.positional[1] ?? NONE);
    else items.push(given.positional[1] ?? NONE);
    vm.heap.setField(self, 'items', items);
    return NONE;
  },
  remove(vm, self: PyList, given, site) {
    const at = self.items.findIndex((item) => vm.equal(item, given.positional[0] ?? NONE, site));
    if (at < 0) return self.fuzzy ? NONE : vm.raise('ValueError', 'list.remove(x): x not in list', site);
    vm.heap.setField(self, 'items', self.items.toSpliced(at, 1));
    return NONE;
  },
  pop(vm, self: PyList, given, site) {
    const at = given.positional[0] ? vm.force(given.positional[0], site) : int(-1);
    const index = at.k === 'num' ? (at.v < 0 ? self.items.length + at.v : at.v) : self.items.length - 1;
    const item = self.items[index];
    if (!item) return self.fuzzy ? derived(self.fuzzy, '.pop()') : vm.raise('IndexError', 'pop from empty list', site);
    vm.heap.setField(self, 'items', self.items.toSpliced(index, 1));
    return item;
  },
  clear(vm, self: PyList) {
    vm.heap.setField(self, 'items', []);
    vm.heap.setField(self, 'fuzzy', undefined);
    return NONE;
  },
  copy(_vm, self: PyList) {
    const made = list([...self.items], self.site);
    made.fuzzy = self.fuzzy;
    return made;
  },
  reverse(vm, self: PyList) {
    vm.heap.setField(self, 'items', self.items.toReversed());
    return NONE;
  },
  sort(vm, self: PyList, given, site) {
    vm.heap.setField(self, 'items', sorted(vm, self.items, given, site));
    return NONE;
  },
  index: indexOf,
  count(vm, self: PyList | PyTuple, given, site) {
    return int(self.items.filter((item) => vm.equal(item, given.positional[0] ?? NONE, site)).length);
  },
};

function indexOf(vm: VM, self: PyList | PyTuple, given: Args, site: Site | null): Value {
  const at = self.items.findIndex((item) => vm.equal(item, given.positional[0] ?? NONE, site));
  if (at >= 0) return int(at);
  return self.k === 'list' && self.fuzzy ? derived(self.fuzzy, ':index') : vm.raise('ValueError', 'value is not in list', site);
}

/** `sorted` with key and reverse; elements without a known order stay where they are, and those that may be absent stay so. */
export function sorted(vm: VM, items: readonly Value[], given: Args, site: Site | null): Value[] {
  const key = given.keywords.get('key');
  const keyed = items.flatMap((item) => {
    const standing = mayBeAbsent(item) ? optionsThere(item) : [item];
    const isOne = standing.every((one) => sameValue(one, standing[0]!));
    const element = isOne ? standing[0] : presence(vm, item);
    if (!element) return [];
    return [
      {
        item: isOne ? item : element,
        key: key && key.k !== 'none' ? vm.force(vm.call(key, args(element), site), site) : vm.force(element, site),
      },
    ];
  });
  const reverse = given.keywords.get('reverse');
  // Equal elements keep their order in either direction.
  const sign = reverse && vm.truth(reverse, site) ? -1 : 1;
  keyed.sort((a, b) => {
    const known = orderOf(a.key, b.key);
    if (known !== null) return sign * known;
    const less = (x: Value, y: Value) =>
      x.k === 'inst' && vm.lookup(x.cls, '__lt__')?.k === 'func' ? vm.truth(vm.compare('Lt', x, y, site), site) : false;
    return sign * (less(a.key, b.key) ? -1 : less(b.key, a.key) ? 1 : 0);
  });
  return keyed.map((k) => k.item);
}

function entryOf(vm: VM, self: PyDict, key: Value): Value | null {
  const entry = self.entries.get(keyAmong(self.entries, key));
  return entry ? presence(vm, entry.value) : null;
}

const DICT: Record<string, Method> = {
  get(vm, self: PyDict, given, site) {
    const key = vm.force(given.positional[0] ?? NONE, site);
    const found = entryOf(vm, self, key);
    if (found) return found;
    const same = key.k === 'unknown' ? itemByUnknown(vm, self, key, site) : null;
    if (same) return same;
    const otherwise = given.positional[1] ?? given.keywords.get('default') ?? NONE;
    if (!self.fuzzy) return otherwise;
    const got = derived(self.fuzzy, `.get(${vm.identified(key)})`);
    if (keysWithoutNone.has(self.fuzzy) && otherwise.k !== 'none' && otherwise.k !== 'unknown') neverNone.add(got);
    return got;
  },
  setdefault(vm, self: PyDict, given, site) {
    const key = vm.force(given.positional[0] ?? NONE, site);
    const found = entryOf(vm, self, key);
    if (found) return found;
    if (self.fuzzy) return derived(self.fuzzy, `.setdefault(${vm.identified(key)})`);
    const value = given.positional[1] ?? NONE;
    vm.setItem(self, key, value, site);
    return value;
  },
  pop(vm, self: PyDict, given, site) {
    const key = vm.force(given.positional[0] ?? NONE, site);
    const found = entryOf(vm, self, key);
    if (found) {
      vm.heap.deleteMap(self.entries, keyOf(key));
      return found;
    }
    const otherwise = given.positional[1] ?? given.keywords.get('default');
    if (self.fuzzy) return derived(self.fuzzy, `.pop(${vm.identified(key)})`);
    return otherwise ?? vm.raise('KeyError', vm.repr(key), site);
  },
  popitem(vm, self: PyDict, _given, site) {
    const last = [...self.entries].at(-1);
    if (!last) return vm.raise('KeyError', 'popitem(): dictionary is empty', site);
    vm.heap.deleteMap(self.entries, last[0]);
    return tuple([last[1].key, last[1].value]);
  },
  keys: (vm, self: PyDict, _given, site) => fuzzyList(vm.openElements(self, site)),
  values: (_vm, self: PyDict) => fuzzyList({ items: [...self.entries.values()].map(({ value }) => value), fuzzy: self.fuzzy ?? null }),
  items: (_vm, self: PyDict) =>
    fuzzyList({
      items: [...self.entries.values()].map(({ key, value }) => whereThere(value, (there) => tuple([key, there]))),
      fuzzy: self.fuzzy ?? null,
    }),
  update(vm, self: PyDict, given, site) {
    if (given.positional[0]) vm.updateDict(self, given.positional[0], site);
    for (const [name, value] of given.keywords) vm.setItem(self, str(name), value, site);
    if (given.fuzzy) vm.heap.setField(self, 'fuzzy', given.fuzzy);
    return NONE;
  },
  copy(vm, self: PyDict, _given, site) {
    const made = dict([], self.site);
    vm.updateDict(made, self, site);
    return made;
  },
  clear(vm, self: PyDict) {
    for (const key of [...self.entries.keys()]) vm.heap.deleteMap(self.entries, key);
    vm.heap.setField(self, 'fuzzy', undefined);
    return NONE;
  },
  fromkeys(vm, _self, given, site) {
    const made = dict();
    const { items, fuzzy } = vm.iterate(given.positional[0] ?? NONE, site);
    for (const key of items) vm.setItem(made, key, given.positional[1] ?? NONE, site);
    made.fuzzy = fuzzy ?? undefined;
    return made;
  },
};

function fuzzyList({ items, fuzzy }: { items: readonly Value[]; fuzzy: PyUnknown | null }): Value {
  const made = list([...items]);
  made.fuzzy = fuzzy ?? undefined;
  return made;
}

/** A method that takes any number of other collections, one after the other. */
function setOperation(operator: SetOperator): Method {
  return (vm, self: PySet, given, site) => {
    let made = set(vm.iterate(self, site).items, self.frozen);
    made.fuzzy = self.fuzzy;
    const others = given.fuzzy ? [...given.positional, given.fuzzy] : given.positional;
    for (const other of others) made = combine(vm, operator, made, other, site);
    return made;
  };
}

/** The same, written into the set. */
function setUpdate(operator: SetOperator): Method {
  const run = setOperation(operator);
  return (vm, self: PySet, given, site) => {
    const made = run(vm, self, given, site) as PySet;
    for (const key of [...self.entries.keys()]) if (!made.entries.has(key)) vm.heap.deleteMap(self.entries, key);
    for (const [key, item] of made.entries) vm.heap.setMap(self.entries, key, item);
    vm.heap.setField(self, 'fuzzy', made.fuzzy);
    return NONE;
  };
}

const SET: Record<string, Method> = {
  add(vm, self: PySet, given, site) {
    const item = vm.force(given.positional[0] ?? NONE, site);
    vm.heap.setMap(self.entries, keyOf(item), item);
    return NONE;
  },
  update: setUpdate('union'),
  intersection_update: setUpdate('intersection'),
  difference_update: setUpdate('difference'),
  symmetric_difference_update: setUpdate('symmetric_difference'),
  discard(vm, self: PySet, given, site) {
    vm.heap.deleteMap(self.entries, keyOf(vm.force(given.positional[0] ?? NONE, site)));
    return NONE;
  },
  remove(vm, self: PySet, given, site) {
    const key = keyOf(vm.force(given.positional[0] ?? NONE, site));
    if (!self.entries.has(key) && !self.fuzzy) vm.raise('KeyError', key, site);
    vm.heap.deleteMap(self.entries, key);
    return NONE;
  },
  clear(vm, self: PySet) {
    for (const key of [...self.entries.keys()]) vm.heap.deleteMap(self.entries, key);
    vm.heap.setField(self, 'fuzzy', undefined);
    return NONE;
  },
  copy: setOperation('union'),
  union: setOperation('union'),
  intersection: setOperation('intersection'),
  difference: setOperation('difference'),
  symmetric_difference: setOperation('symmetric_difference'),
  issubset: (vm, self: PySet, given, site) => bool(isSubset(vm, self, given.positional[0] ?? NONE, site)),
  issuperset: (vm, self: PySet, given, site) => bool(isSubset(vm, given.positional[0] ?? NONE, self, site)),
  isdisjoint: (vm, self: PySet, given, site) => bool(areDisjoint(vm, self, given.positional[0] ?? NONE, site)),
  pop(vm, self: PySet, _given, site) {
    const first = [...self.entries][0];
    if (!first) return self.fuzzy ? derived(self.fuzzy, '.pop()') : vm.raise('KeyError', 'pop from an empty set', site);
    vm.heap.deleteMap(self.entries, first[0]);
    return first[1];
  },
};

/** What a set has and a frozen one has not. */
const CHANGES_OF_SETS = [
  'add',
  'clear',
  'difference_update',
  'discard',
  'intersection_update',
  'pop',
  'remove',
  'symmetric_difference_update',
  'update',
];

const NUMBER: Record<string, Method> = {
  bit_length: (_vm, self) => int(Math.ceil(Math.log2(Math.abs(self.v) + 1))),
  is_integer: (_vm, self) => bool(Number.isInteger(self.v)),
  to_bytes: (vm, _self, _given, site) => vm.fresh('opaque', 'to_bytes', 'int.to_bytes', site),
};

function without(table: Record<string, Method>, ...names: string[]): Record<string, Method> {
  return Object.fromEntries(Object.entries(table).filter(([name]) => !names.includes(name)));
}

/** Methods that say what becomes of an argument list whose length is not known (`*names`, `**options`). */
export const TAKE_OPEN_ARGUMENTS: ReadonlySet<string> = new Set([
  'update',
  'format',
  'copy',
  'union',
  'intersection',
  'difference',
  'symmetric_difference',
  'intersection_update',
  'difference_update',
  'symmetric_difference_update',
]);

/** Class name -> method name -> behaviour. */
export const METHODS: Record<string, Record<string, Method>> = {
  str: without(TEXT, 'decode', 'hex'),
  bytes: without(TEXT, 'encode', 'format', 'format_map', 'isidentifier'),
  list: LIST,
  tuple: { index: indexOf, count: LIST.count! },
  dict: DICT,
  set: SET,
  frozenset: without(SET, ...CHANGES_OF_SETS),
  int: NUMBER,
  float: NUMBER,
  bool: NUMBER,
  list_iterator: {
    __next__: (vm, self, _given, site) => nextElement(vm, self) ?? vm.raise('StopIteration', '', site),
  },
};
