/** Operators, comparison, truth and subscripts. What cannot be known forks, keyed by the symbol of the unknown. */
import type { Site } from '../python/syntax.ts';
import { missingBase } from './classes.ts';
import { mayBeAbsent, presence } from './presence.ts';
import {
  args,
  bool,
  bytes,
  derived,
  dict,
  FALSE,
  int,
  keyOf,
  list,
  type PyDict,
  type PyNum,
  type PySet,
  type PySlice,
  type PyUnknown,
  sameValue,
  set,
  str,
  TRUE,
  tuple,
  type Value,
} from './values.ts';
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
      return value.items.length > 0;
    case 'list':
      if (value.items.some((item) => !mayBeAbsent(item))) return true;
      if (value.items.length > 0) return vm.iterate(value, site).items.length > 0;
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

function forkTruth(vm: VM, value: PyUnknown): boolean {
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

/** `==`; unknowns fork. */
export function equal(vm: VM, left: Value, right: Value, site: Site | null): boolean {
  return truth(vm, compare(vm, 'Eq', left, right, site), site);
}

function constantEqual(a: Value, b: Value): boolean | null {
  if (sameValue(a, b)) return true;
  const simple = (v: Value) => v.k === 'none' || v.k === 'bool' || v.k === 'num' || v.k === 'str' || v.k === 'bytes';
  if (simple(a) && simple(b)) {
    const numeric = (v: Value) => (v.k === 'num' ? v.v : v.k === 'bool' ? Number(v.v) : null);
    const x = numeric(a);
    const y = numeric(b);
    return x !== null && y !== null ? x === y : false;
  }
  return null;
}

function sequenceOf(value: Value): readonly Value[] | null {
  return value.k === 'tuple' || (value.k === 'list' && !value.fuzzy) ? value.items : null;
}

function isEqual(vm: VM, left: Value, right: Value, site: Site | null): Value {
  return told([left, right], ([a, b]) => equality(vm, a!, b!, site));
}

function equality(vm: VM, a: Value, b: Value, site: Site | null): Value {
  const constant = constantEqual(a, b);
  if (constant !== null) return bool(constant);
  if (a.k === 'unknown' || b.k === 'unknown') return unknownEqual(vm, a, b);
  if (a.k === b.k) {
    const x = sequenceOf(a);
    const y = sequenceOf(b);
    if (x && y) return bool(x.length === y.length && x.every((item, i) => equal(vm, item, y[i]!, site)));
    if (a.k === 'dict' && b.k === 'dict' && !a.fuzzy && !b.fuzzy) {
      if (a.entries.size !== b.entries.size) return FALSE;
      for (const [key, entry] of a.entries) {
        const other = b.entries.get(key);
        if (!other || !equal(vm, entry.value, other.value, site)) return FALSE;
      }
      return TRUE;
    }
    if (a.k === 'set' && b.k === 'set')
      return bool(a.entries.size === b.entries.size && [...a.entries.keys()].every((key) => b.entries.has(key)));
    if (a.k === 'method' && b.k === 'method') return bool(sameValue(a, b));
  }
  for (const [self, other] of [
    [a, b],
    [b, a],
  ] as const) {
    if (self.k !== 'inst') continue;
    const method = vm.lookup(self.cls, '__eq__');
    if (method && method.k !== 'unknown') {
      const result = vm.call({ k: 'method', func: method, self }, args(other), site);
      if (!(result.k === 'unknown' && result.symbol === 'NotImplemented')) return result;
    }
    if (self.payload) return isEqual(vm, self.payload, other.k === 'inst' && other.payload ? other.payload : other, site);
  }
  return FALSE;
}

/** While a project is loaded, something opaque is not one of the objects that we know: registries compare what they hold. */
function differs(vm: VM, about: PyUnknown, other: Value): boolean {
  if (vm.firing || about.origin !== 'opaque') return false;
  return (
    other.k === 'func' || other.k === 'class' || other.k === 'inst' || other.k === 'module' || other.k === 'method' || other.k === 'unknown'
  );
}

function unknownEqual(vm: VM, a: Value, b: Value): Value {
  const about = (a.k === 'unknown' ? a : b) as PyUnknown;
  const other = a.k === 'unknown' ? b : a;
  if (differs(vm, about, other)) return FALSE;
  const verdict = vm.hooks.unknownEqual?.(about, other);
  if (verdict !== undefined && verdict !== null) return bool(verdict);
  const otherText = other.k === 'unknown' ? other.symbol : vm.repr(other);
  const pair = other.k === 'unknown' && other.symbol < about.symbol ? [otherText, about.symbol] : [about.symbol, otherText];
  const key = derived(about, '');
  const way = vm.fork({ ...key, symbol: pair[0]! }, `== ${pair[1]}`, [
    `${about.symbol} is not ${otherText}`,
    `${about.symbol} is ${otherText}`,
  ]);
  return bool(way === 1);
}

/** A comparison operator by its node type. */
export function compare(vm: VM, operator: string, left: Value, right: Value, site: Site | null): Value {
  const a = vm.force(left, site);
  const b = vm.force(right, site);
  switch (operator) {
    case 'Eq':
      return isEqual(vm, a, b, site);
    case 'NotEq': {
      const method = a.k === 'inst' ? vm.lookup(a.cls, '__ne__') : null;
      if (method?.k === 'func') return vm.call({ k: 'method', func: method, self: a }, args(b), site);
      return bool(!truth(vm, isEqual(vm, a, b, site), site));
    }
    case 'Is':
    case 'IsNot': {
      const same = isSame(vm, a, b);
      return bool(operator === 'Is' ? same : !same);
    }
    case 'In':
      return bool(contains(vm, b, a, site));
    case 'NotIn':
      return bool(!contains(vm, b, a, site));
    default:
      return order(vm, operator, a, b, site);
  }
}

function isSame(vm: VM, a: Value, b: Value): boolean {
  if (a.k === 'unknown' || b.k === 'unknown') {
    if (sameValue(a, b)) return true;
    const about = (a.k === 'unknown' ? a : b) as PyUnknown;
    const other = a.k === 'unknown' ? b : a;
    if (differs(vm, about, other)) return false;
    if (other.k === 'none') {
      return vm.fork(about, 'is None', [`${about.symbol} is set`, `${about.symbol} is missing`]) === 1;
    }
    const text = vm.repr(other);
    return vm.fork(about, `is ${text}`, [`${about.symbol} is not ${text}`, `${about.symbol} is ${text}`]) === 1;
  }
  if (a.k === 'list' || a.k === 'dict' || a.k === 'set' || a.k === 'inst') return a === b;
  return a.k === b.k && sameValue(a, b);
}

const ORDERS: Record<string, { test: (c: number) => boolean; method: string; mirrored: string }> = {
  Lt: { test: (c) => c < 0, method: '__lt__', mirrored: '__gt__' },
  LtE: { test: (c) => c <= 0, method: '__le__', mirrored: '__ge__' },
  Gt: { test: (c) => c > 0, method: '__gt__', mirrored: '__lt__' },
  GtE: { test: (c) => c >= 0, method: '__ge__', mirrored: '__le__' },
};

/** Negative, zero or positive; null when the two have no known order. */
export function orderOf(a: Value, b: Value): number | null {
  const number = (v: Value) => (v.k === 'num' ? v.v : v.k === 'bool' ? Number(v.v) : null);
  const x = number(a);
  const y = number(b);
  if (x !== null && y !== null) return x - y;
  if ((a.k === 'str' && b.k === 'str') || (a.k === 'bytes' && b.k === 'bytes')) return a.v < b.v ? -1 : a.v > b.v ? 1 : 0;
  const left = sequenceOf(a);
  const right = sequenceOf(b);
  if (left && right && a.k === b.k) {
    for (let i = 0; i < Math.min(left.length, right.length); i++) {
      const c = orderOf(left[i]!, right[i]!);
      if (c === null) return null;
      if (c !== 0) return c;
    }
    return left.length - right.length;
  }
  return null;
}

function order(vm: VM, operator: string, a: Value, b: Value, site: Site | null): Value {
  const rule = ORDERS[operator]!;
  const known = orderOf(a, b);
  if (known !== null) return bool(rule.test(known));
  if (a.k === 'set' && b.k === 'set' && !a.fuzzy && !b.fuzzy) {
    const [small, large] = operator === 'LtE' || operator === 'Lt' ? [a, b] : [b, a];
    const proper = operator === 'Lt' || operator === 'Gt';
    const { items } = vm.iterate(small, site);
    return bool(items.every((item) => contains(vm, large, item, site)) && !(proper && items.length === countEntries(vm, large)));
  }
  for (const [self, other, name] of [
    [a, b, rule.method],
    [b, a, rule.mirrored],
  ] as const) {
    if (self.k !== 'inst') continue;
    const method = vm.lookup(self.cls, name);
    if (method && method.k !== 'unknown') return vm.call({ k: 'method', func: method, self }, args(other), site);
  }
  const about =
    a.k === 'unknown' ? a : b.k === 'unknown' ? b : (unknownElement(a) ?? unknownElement(b) ?? missingBase(a) ?? missingBase(b));
  if (about) {
    const decided = vm.hooks.unknownOrder?.(a, b) ?? null;
    if (decided !== null) return bool(rule.test(decided));
    const text = `${a.k === 'unknown' ? a.symbol : vm.repr(a)} ${rule.method} ${b.k === 'unknown' ? b.symbol : vm.repr(b)}`;
    return bool(vm.fork(about, text, [`not ${text}`, text]) === 1);
  }
  return vm.raise('TypeError', `'${operator}' not supported between '${vm.classOf(a).name}' and '${vm.classOf(b).name}'`, site);
}

/** `item in container`. */
export function contains(vm: VM, given: Value, givenItem: Value, site: Site | null): boolean {
  return told([vm.force(given, site), vm.force(givenItem, site)], ([container, item]) => holds(vm, container!, item!, site));
}

function holds(vm: VM, container: Value, item: Value, site: Site | null): boolean {
  switch (container.k) {
    case 'str':
    case 'bytes':
      if (item.k === container.k) return container.v.includes(item.v);
      if (item.k === 'unknown')
        return (
          vm.fork(item, `in ${vm.repr(container)}`, [
            `${item.symbol} is not in ${vm.repr(container)}`,
            `${item.symbol} is in ${vm.repr(container)}`,
          ]) === 1
        );
      return vm.raise('TypeError', `'in <string>' requires string as left operand, not ${vm.classOf(item).name}`, site);
    case 'dict': {
      const entry = container.entries.get(keyOf(item));
      if (entry) return presence(vm, entry.value) !== null;
      if (item.k === 'unknown' && container.entries.size > 0) return inUnknown(vm, item, container);
      return container.fuzzy ? inFuzzy(vm, container.fuzzy, item) : false;
    }
    case 'set': {
      const element = container.entries.get(keyOf(item));
      if (element) return presence(vm, element) !== null;
      if (item.k === 'unknown' && container.entries.size > 0) return inUnknown(vm, item, container);
      return container.fuzzy ? inFuzzy(vm, container.fuzzy, item) : false;
    }
    case 'list':
    case 'tuple':
    case 'iter': {
      const { items, fuzzy } = vm.iterate(container, site);
      for (const element of items) if (equal(vm, element, item, site)) return true;
      return fuzzy ? inFuzzy(vm, fuzzy, item) : false;
    }
    case 'unknown':
      return inFuzzy(vm, container, item);
    case 'inst': {
      const method = vm.lookup(container.cls, '__contains__');
      if (method)
        return truth(vm, vm.call(method.k === 'unknown' ? method : { k: 'method', func: method, self: container }, args(item), site), site);
      if (container.payload) return contains(vm, container.payload, item, site);
      const { items, fuzzy } = vm.iterate(container, site);
      for (const element of items) if (equal(vm, element, item, site)) return true;
      return fuzzy ? inFuzzy(vm, fuzzy, item) : false;
    }
    case 'class': {
      const { items } = vm.iterate(container, site);
      return items.some((element) => equal(vm, element, item, site));
    }
    default:
      return vm.raise('TypeError', `argument of type '${vm.classOf(container).name}' is not iterable`, site);
  }
}

function inFuzzy(vm: VM, fuzzy: PyUnknown, item: Value): boolean {
  const text = item.k === 'unknown' ? item.symbol : vm.repr(item);
  return vm.fork(fuzzy, `contains ${text}`, [`${text} is not in ${fuzzy.symbol}`, `${text} is in ${fuzzy.symbol}`]) === 1;
}

function inUnknown(vm: VM, item: PyUnknown, container: Value): boolean {
  const text = vm.repr(container);
  return vm.fork(item, `in ${text}`, [`${item.symbol} is not in ${text}`, `${item.symbol} is in ${text}`]) === 1;
}

/** What keeps two sequences from being compared. */
function unknownElement(value: Value): PyUnknown | null {
  if (value.k === 'set') return value.fuzzy ?? null;
  if (value.k !== 'list' && value.k !== 'tuple') return null;
  const element = value.items.find((item) => item.k === 'unknown');
  return element?.k === 'unknown' ? element : value.k === 'list' ? (value.fuzzy ?? null) : null;
}

const ARITHMETIC: Record<string, (a: number, b: number) => number> = {
  Add: (a, b) => a + b,
  Sub: (a, b) => a - b,
  Mult: (a, b) => a * b,
  Div: (a, b) => a / b,
  FloorDiv: (a, b) => Math.floor(a / b),
  Mod: (a, b) => ((a % b) + b) % b,
  Pow: (a, b) => a ** b,
  BitAnd: (a, b) => Number(BigInt(Math.trunc(a)) & BigInt(Math.trunc(b))),
  BitOr: (a, b) => Number(BigInt(Math.trunc(a)) | BigInt(Math.trunc(b))),
  BitXor: (a, b) => Number(BigInt(Math.trunc(a)) ^ BigInt(Math.trunc(b))),
  LShift: (a, b) => a * 2 ** b,
  RShift: (a, b) => Math.floor(a / 2 ** b),
};

const DUNDERS: Record<string, readonly [string, string]> = {
  Add: ['__add__', '__radd__'],
  Sub: ['__sub__', '__rsub__'],
  Mult: ['__mul__', '__rmul__'],
  Div: ['__truediv__', '__rtruediv__'],
  FloorDiv: ['__floordiv__', '__rfloordiv__'],
  Mod: ['__mod__', '__rmod__'],
  Pow: ['__pow__', '__rpow__'],
  BitAnd: ['__and__', '__rand__'],
  BitOr: ['__or__', '__ror__'],
  BitXor: ['__xor__', '__rxor__'],
  LShift: ['__lshift__', '__rlshift__'],
  RShift: ['__rshift__', '__rrshift__'],
  MatMult: ['__matmul__', '__rmatmul__'],
};

/** A binary operator by its node type. */
export function binary(vm: VM, operator: string, left: Value, right: Value, site: Site | null): Value {
  const a = vm.force(left, site);
  const b = vm.force(right, site);
  const number = (v: Value): PyNum | null => {
    const plain = v.k === 'inst' && v.payload ? v.payload : v;
    return plain.k === 'num' ? plain : plain.k === 'bool' ? int(Number(plain.v)) : null;
  };
  const x = number(a);
  const y = number(b);
  if (x && y) {
    if ((operator === 'Div' || operator === 'FloorDiv' || operator === 'Mod') && y.v === 0)
      vm.raise('ZeroDivisionError', 'division by zero', site);
    if (a.k === 'bool' && b.k === 'bool' && operator.startsWith('Bit'))
      return bool(operator === 'BitAnd' ? a.v && b.v : operator === 'BitOr' ? a.v || b.v : a.v !== b.v);
    return { k: 'num', v: ARITHMETIC[operator]!(x.v, y.v), float: x.float || y.float || operator === 'Div' };
  }
  if (operator === 'Mod' && (a.k === 'str' || a.k === 'bytes')) return percentFormat(vm, a.v, b, site);
  const native = nativeBinary(vm, operator, a, b, site);
  if (native) return native;
  if (a.k === 'unknown') return derived(a, ` ${operator} ${b.k === 'unknown' ? b.symbol : vm.repr(b)}`);
  const [forward, backward] = DUNDERS[operator]!;
  for (const [self, other, name] of [
    [a, b, forward],
    [b, a, backward],
  ] as const) {
    const method = dunderOf(vm, self, name);
    if (!method) continue;
    const result = vm.call(method, args(other), site);
    if (!(result.k === 'unknown' && result.symbol === 'NotImplemented')) return result;
  }
  if (b.k === 'unknown') return derived(b, ` ${operator} of ${vm.repr(a)}`);
  // `int | None`: a union type, good for isinstance as a tuple is (PEP 604).
  const member = (v: Value) => v.k === 'class' || v.k === 'none' || v.k === 'tuple';
  if (operator === 'BitOr' && member(a) && member(b)) return tuple([a, b].flatMap((v) => (v.k === 'tuple' ? v.items : [v])));
  const missing = missingBase(a) ?? missingBase(b);
  if (missing) return derived(missing, `:${operator}`);
  return vm.raise('TypeError', `unsupported operand type(s) for ${operator}: '${vm.classOf(a).name}' and '${vm.classOf(b).name}'`, site);
}

/** An operator method of an instance, or of a class by its metaclass (permission classes combine with `|` and `&`). */
function dunderOf(vm: VM, self: Value, name: string): Value | null {
  if (self.k === 'inst') {
    const method = vm.lookup(self.cls, name);
    if (method) return method.k === 'unknown' ? method : { k: 'method', func: method, self };
    return null;
  }
  if (self.k === 'class') {
    if (self.unknown) return derived(self.unknown, `.${name}`);
    const meta = self.metaclass ?? self.mro.find((c) => c.metaclass)?.metaclass;
    const method = meta ? vm.lookup(meta, name) : null;
    if (method) return { k: 'method', func: method, self };
    const hook = vm.lookup(self, `__class${name.slice(1)}`);
    if (hook) return hook.k === 'descriptor' ? { k: 'method', func: hook.get, self } : { k: 'method', func: hook, self };
  }
  return null;
}

/** `-x`, `+x`, `~x` of something that is no number. */
export function unary(vm: VM, name: string, value: Value, site: Site | null): Value {
  if (value.k === 'unknown') return derived(value, `.${name}()`);
  const method = dunderOf(vm, value, name);
  if (method) return vm.call(method, args(), site);
  const missing = missingBase(value);
  if (missing) return derived(missing, `:${name}`);
  return vm.raise('TypeError', `bad operand type for unary ${name}: '${vm.classOf(value).name}'`, site);
}

function nativeBinary(vm: VM, operator: string, a: Value, b: Value, site: Site | null): Value | null {
  const plainA = a.k === 'inst' && a.payload ? a.payload : a;
  const plainB = b.k === 'inst' && b.payload ? b.payload : b;
  if (operator === 'Add') {
    if (plainA.k === 'str' && plainB.k === 'str') return str(plainA.v + plainB.v);
    if (plainA.k === 'bytes' && plainB.k === 'bytes') return bytes(plainA.v + plainB.v);
    if (plainA.k === 'tuple' && plainB.k === 'tuple') return tuple([...plainA.items, ...plainB.items], plainA.site);
    if (plainA.k === 'list' && plainB.k === 'list') {
      const made = list([...plainA.items, ...plainB.items], plainA.site);
      made.fuzzy = plainA.fuzzy ?? plainB.fuzzy;
      return made;
    }
    // A tuple that may hold more than is known is kept as a list.
    if ((plainA.k === 'tuple' && plainB.k === 'list' && plainB.fuzzy) || (plainA.k === 'list' && plainA.fuzzy && plainB.k === 'tuple')) {
      const made = list([...plainA.items, ...plainB.items], plainA.site);
      made.fuzzy = (plainA.k === 'list' ? plainA.fuzzy : undefined) ?? (plainB.k === 'list' ? plainB.fuzzy : undefined);
      return made;
    }
    if ((plainA.k === 'list' || plainA.k === 'tuple') && plainB.k === 'unknown') {
      const made = list([...plainA.items], plainA.site);
      made.fuzzy = plainB;
      return made;
    }
    if (plainA.k === 'unknown' && (plainB.k === 'list' || plainB.k === 'tuple')) {
      const made = list([...plainB.items], plainB.site);
      made.fuzzy = plainA;
      return made;
    }
  }
  if (operator === 'Mult') {
    const [sequence, times] = plainA.k === 'num' ? [plainB, plainA] : [plainA, plainB];
    if (times.k === 'num' && times.v <= vm.limits.elements) {
      if (sequence.k === 'str') return sequence.v.length * times.v > 1e6 ? null : str(sequence.v.repeat(Math.max(0, times.v)));
      if (sequence.k === 'list' && sequence.items.length * times.v <= vm.limits.elements)
        return list(Array.from({ length: Math.max(0, times.v) }, () => sequence.items).flat());
      if (sequence.k === 'tuple') return tuple(Array.from({ length: Math.max(0, times.v) }, () => sequence.items).flat());
    }
  }
  if (plainA.k === 'set' && plainB.k === 'set') {
    const there = (from: PySet) =>
      [...from.entries].flatMap(([key, value]): [string, Value][] => {
        const element = presence(vm, value);
        return element ? [[key, element]] : [];
      });
    const items = there(plainA);
    const others = there(plainB);
    const keysOfB = new Set(others.map(([key]) => key));
    const inB = ([key]: [string, Value]) => keysOfB.has(key);
    const made = set();
    const fill = (entries: [string, Value][]) => {
      for (const [key, value] of entries) made.entries.set(key, value);
      made.fuzzy = plainA.fuzzy ?? plainB.fuzzy;
      return made;
    };
    if (operator === 'BitOr') return fill([...items, ...others]);
    if (operator === 'BitAnd') return fill(items.filter(inB));
    if (operator === 'Sub') return fill(items.filter((e) => !inB(e)));
    if (operator === 'BitXor')
      return fill([...items.filter((e) => !inB(e)), ...others.filter(([key]) => !items.some(([other]) => other === key))]);
  }
  if (operator === 'BitOr' && plainA.k === 'dict') {
    const made = dict([], plainA.site);
    vm.updateDict(made, plainA, site);
    vm.updateDict(made, plainB, site);
    return made;
  }
  return null;
}

function percentFormat(vm: VM, format: string, given: Value, site: Site | null): Value {
  const operands = given.k === 'tuple' ? [...given.items] : [given];
  let unknownPart: PyUnknown | null = null;
  const text = format.replace(/%(?:\((\w+)\))?[-+ #0]*\d*(?:\.\d+)?([sdirfxg%])/g, (_all, name: string | undefined, kind: string) => {
    if (kind === '%') return '%';
    const operand = name ? (given.k === 'dict' ? given.entries.get(`s:${name}`)?.value : undefined) : operands.shift();
    const shown = operand ? vm.display(operand, site) : null;
    if (shown?.k === 'str') return shown.v;
    if (shown?.k === 'unknown') unknownPart = shown;
    else if (given.k === 'unknown') unknownPart = given;
    return `{${shown?.k === 'unknown' ? shown.symbol : '?'}}`;
  });
  return unknownPart ? derived(unknownPart, ` % ${text}`) : str(text);
}

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

/** `container[key]`. */
export function getItem(vm: VM, given: Value, givenKey: Value, site: Site | null): Value {
  const container = vm.force(given, site);
  const key = vm.force(givenKey, site);
  switch (container.k) {
    case 'list':
    case 'tuple':
      return sequenceItem(vm, container, key, site);
    case 'str':
    case 'bytes': {
      const make = container.k === 'str' ? str : bytes;
      if (key.k === 'slice') {
        const range = sliceRange(key, container.v.length);
        return range
          ? make(range.indexes.map((i) => container.v[i]).join(''))
          : derived(vm.fresh('opaque', 'slice', 'a slice with unknown bounds', site), '');
      }
      if (key.k === 'num') {
        const char = container.v.at(key.v);
        if (char === undefined || key.v < -container.v.length) return vm.raise('IndexError', 'string index out of range', site);
        return container.k === 'bytes' ? int(char.charCodeAt(0)) : str(char);
      }
      return key.k === 'unknown'
        ? derived(key, `:index of ${vm.repr(container)}`)
        : vm.raise('TypeError', 'string indices must be integers', site);
    }
    case 'dict':
      return dictItem(vm, container, key, site);
    case 'unknown':
      return derived(container, `[${key.k === 'unknown' ? key.symbol : vm.repr(key)}]`);
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

function sequenceItem(vm: VM, container: Value & { k: 'list' | 'tuple' }, key: Value, site: Site | null): Value {
  const fuzzy = container.k === 'list' ? container.fuzzy : undefined;
  const items = container.items.some(mayBeAbsent) ? vm.iterate(container, site).items : container.items;
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
  const entry = container.entries.get(keyOf(key));
  const present = entry ? presence(vm, entry.value) : null;
  if (present) return present;
  const found = key.k === 'unknown' ? itemByUnknown(vm, container, key, site) : null;
  if (found) return found;
  if (container.fuzzy) return derived(container.fuzzy, `[${vm.repr(key)}]`);
  return vm.raise('KeyError', vm.repr(key), site, key);
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

/** `container[key] = value`. */
export function setItem(vm: VM, given: Value, givenKey: Value, value: Value, site: Site | null): void {
  const container = vm.force(given, site);
  const key = vm.force(givenKey, site);
  switch (container.k) {
    case 'dict':
      if (key.k === 'unknown') vm.heap.setField(container, 'fuzzy', key);
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
