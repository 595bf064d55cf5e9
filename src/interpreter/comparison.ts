/** Comparison: `==`, `is`, order and `in`. What cannot be known forks, keyed by the symbols of both sides. */
import type { Site } from '../python/syntax.ts';
import { isOfAnotherPackage, missingBase } from './classes.ts';
import { mayBe } from './frame.ts';
import { hasInside, isAmong, mayHaveGaps, textsIn } from './gaps.ts';
import { someJoined } from './iteration.ts';
import { tellTexts } from './meetings.ts';
import { secondsApart } from './moments.ts';
import { mayBeAbsent, optionsThere, presence } from './presence.ts';
import { equalSets } from './sets.ts';
import { countEntries, truth } from './truth.ts';
import { args, bool, derived, FALSE, keyOf, list, type PySet, type PyUnknown, sameValue, TRUE, type Value } from './values.ts';
import type { VM } from './vm.ts';
import { keyAmong, told, WatchedText } from './watched.ts';

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

/** Lengths of tokens and keys. */
const SHORTEST = 16;
const LONGEST = 1024;

/** Whether two numbers are one after all: one of them is the length of a token, and the other one a length that tokens have. */
function isOtherLength(vm: VM, a: Value, b: Value): boolean {
  if (a.k !== 'num' || b.k !== 'num') return false;
  const about = a.mayDiffer ?? b.mayDiffer;
  const wanted = a.mayDiffer ? b.v : a.v;
  if (!about || wanted < SHORTEST || wanted > LONGEST) return false;
  return vm.fork(about, `is ${wanted}`, [`${about.reason} is not ${wanted}`, `${about.reason} is ${wanted}`]) === 1;
}

function sequenceOf(value: Value): readonly Value[] | null {
  return value.k === 'tuple' || (value.k === 'list' && !value.fuzzy) ? value.items : null;
}

function isEqual(vm: VM, left: Value, right: Value, site: Site | null): Value {
  const open = left.k === 'str' && right.k === 'str' ? (equalGaps(vm, left, right) ?? equalGaps(vm, right, left)) : null;
  return open === null ? told([left, right], ([a, b]) => equality(vm, a!, b!, site)) : bool(open);
}

function equalGaps(vm: VM, subject: Value, other: Value): boolean | null {
  const texts = mayHaveGaps(vm, subject) ? textsIn(vm, other) : null;
  return texts && isAmong(vm, subject, texts, `is ${texts[0]}`);
}

function equality(vm: VM, a: Value, b: Value, site: Site | null): Value {
  vm.reads.compared(a, b);
  const constant = constantEqual(a, b);
  if (vm.hooks.textsMeet) tellTexts(vm, a, b);
  if (constant !== null) return bool(constant || isSameText(vm, a, b) || isOtherLength(vm, a, b));
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
    if (a.k === 'set' && b.k === 'set') return bool(equalSets(vm, a, b, site));
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

function isSameText(vm: VM, a: Value, b: Value): boolean {
  return vm.hooks.sameText !== null && a.k === b.k && (a.k === 'str' || a.k === 'bytes') && vm.hooks.sameText(a.v, (b as typeof a).v);
}

/** While a project is loaded, something opaque is not one of the objects that we know: registries compare what they hold. */
function differs(vm: VM, about: PyUnknown, other: Value): boolean {
  // What a library brings was not written in a module of another package.
  if (about.symbol.endsWith('.__module__') && other.k === 'str' && isOfAnotherPackage(about, other.v)) return true;
  if (vm.firing || about.origin !== 'opaque') return false;
  return (
    other.k === 'func' || other.k === 'class' || other.k === 'inst' || other.k === 'module' || other.k === 'method' || other.k === 'unknown'
  );
}

/** Whether a value is surely not a text of which this is known. */
function isOther(vm: VM, frame: NonNullable<PyUnknown['frame']>, other: Value): boolean {
  if (other.k === 'none' || other.k === 'num' || other.k === 'bool' || other.k === 'bytes') return true;
  return other.k === 'str' && !mayHaveGaps(vm, other) && !mayBe(frame, other.v);
}

function unknownEqual(vm: VM, a: Value, b: Value): Value {
  const about = (a.k === 'unknown' ? a : b) as PyUnknown;
  const other = a.k === 'unknown' ? b : a;
  if (differs(vm, about, other) || (other.k === 'none' && isNeverNone(vm, about))) return FALSE;
  if (about.frame && isOther(vm, about.frame, other)) return FALSE;
  const verdict = vm.hooks.unknownEqual?.(about, other);
  if (verdict !== undefined && verdict !== null) return bool(verdict);
  const otherText = other.k === 'unknown' ? other.symbol : vm.identified(other);
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
  vm.reads.compared(a, b);
  if (a.k === 'unknown' || b.k === 'unknown') {
    if (sameValue(a, b)) return true;
    const about = (a.k === 'unknown' ? a : b) as PyUnknown;
    const other = a.k === 'unknown' ? b : a;
    if (differs(vm, about, other)) return false;
    if (other.k === 'none') {
      if (about.frame || isNeverNone(vm, about)) return false;
      return vm.fork(about, 'is None', [`${about.symbol} is set`, `${about.symbol} is missing`]) === 1;
    }
    const text = vm.identified(other);
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
    const decided = secondsApart(a, b) ?? vm.hooks.unknownOrder?.(a, b) ?? null;
    if (decided !== null) return bool(rule.test(decided));
    const text = `${a.k === 'unknown' ? a.symbol : vm.identified(a)} ${rule.method} ${b.k === 'unknown' ? b.symbol : vm.identified(b)}`;
    return bool(vm.fork(about, text, [`not ${text}`, text]) === 1);
  }
  return vm.raise('TypeError', `'${operator}' not supported between '${vm.classOf(a).name}' and '${vm.classOf(b).name}'`, site);
}

/** `item in container`. */
export function contains(vm: VM, given: Value, givenItem: Value, site: Site | null): boolean {
  const [container, item] = [vm.force(given, site), vm.force(givenItem, site)];
  const open = containsGaps(vm, container, item);
  return open ?? told([container, item], ([all, one]) => holds(vm, all!, one!, site));
}

/** Where the container or the item is a text with gaps. */
function containsGaps(vm: VM, container: Value, item: Value): boolean | null {
  if (item.k !== 'str' || !mayHaveGaps(vm, container.k === 'str' ? container : item)) return null;
  const texts = container.k === 'str' ? textsIn(vm, item) : textsIn(vm, container);
  if (texts === null) return null;
  return container.k === 'str'
    ? hasInside(vm, container, texts[0]!)
    : isAmong(vm, item, texts, `is one of ${texts.slice(0, 3).join(', ')}`);
}

function holds(vm: VM, container: Value, item: Value, site: Site | null): boolean {
  if (vm.hooks.textsMeet) tellTexts(vm, item, container);
  switch (container.k) {
    case 'str':
    case 'bytes':
      if (item.k === container.k) return container.v.includes(item.v);
      if (item.k === 'unknown')
        return (
          vm.fork(item, `in ${vm.identified(container)}`, [
            `${item.symbol} is not in ${vm.identified(container)}`,
            `${item.symbol} is in ${vm.identified(container)}`,
          ]) === 1
        );
      return vm.raise('TypeError', `'in <string>' requires string as left operand, not ${vm.classOf(item).name}`, site);
    case 'dict': {
      const entry = container.entries.get(keyAmong(container.entries, item));
      if (entry) return presence(vm, entry.value) !== null;
      if (item.k === 'unknown' && container.entries.size > 0) return inUnknown(vm, item, container);
      const open = [...container.entries.values()].filter(({ key }) => mayBeUnderAnotherName(key, item));
      if (open.some(({ key, value }) => equal(vm, key, item, site) && presence(vm, value) !== null)) return true;
      return container.fuzzy ? inFuzzy(vm, container.fuzzy, item) : false;
    }
    case 'set': {
      const element = container.entries.get(keyAmong(container.entries, item));
      if (element) return presence(vm, element) !== null;
      if (item.k === 'unknown' && container.entries.size > 0) return inUnknown(vm, item, container);
      // It stands there under the name of its value, but an element whose value is not known may be the same.
      const open = [...container.entries.values()].filter((one) => mayBeUnderAnotherName(one, item));
      const part = open.length > MOST_OPEN ? unknownElement(item) : null;
      if (part) return inMany(vm, part, item, container);
      if (open.length > 0 && holdsEqual(vm, open, item, site)) return true;
      return container.fuzzy ? inFuzzy(vm, container.fuzzy, item) : false;
    }
    case 'list':
    case 'tuple':
    case 'iter': {
      if (container.k !== 'iter' && container.items.some((element) => !isConstant(element)) && isConstant(item)) {
        // A constant that certainly stands there needs no look at the elements that may: each of those would fork.
        if (container.items.some((element) => isConstant(element) && keyOf(element) === keyOf(item))) return true;
        const open = container.items.filter((element) => mayEqual(element, item));
        if (open.length < container.items.length)
          return holds(vm, { ...list(open), fuzzy: container.k === 'list' ? container.fuzzy : undefined }, item, site);
      }
      const { items, fuzzy } = vm.openElements(container, site);
      if (holdsEqual(vm, items, item, site)) return true;
      return fuzzy ? inFuzzy(vm, fuzzy, item) : false;
    }
    case 'unknown':
      return inFuzzy(vm, container, item);
    case 'inst': {
      const method = vm.lookup(container.cls, '__contains__');
      if (method)
        return truth(vm, vm.call(method.k === 'unknown' ? method : { k: 'method', func: method, self: container }, args(item), site), site);
      if (container.payload) return contains(vm, container.payload, item, site);
      const { items, fuzzy } = vm.openElements(container, site);
      if (holdsEqual(vm, items, item, site)) return true;
      return fuzzy ? inFuzzy(vm, fuzzy, item) : false;
    }
    case 'class':
      return holdsEqual(vm, vm.openElements(container, site).items, item, site);
    default:
      return vm.raise('TypeError', `argument of type '${vm.classOf(container).name}' is not iterable`, site);
  }
}

/** Whether one of the elements is equal to a value; of plain ones it is known without a way of its own. */
function holdsEqual(vm: VM, items: readonly Value[], item: Value, site: Site | null): boolean {
  if (items.some(mayBeAbsent)) return someJoined(vm, items, (element) => equal(vm, element, item, site));
  return items.some((element) => equal(vm, element, item, site));
}

/** Elements of sets and keys are found by their value; of one whose value is not known, or a pair with such a part, it is not told. */
function mayBeUnderAnotherName(element: Value, item: Value): boolean {
  if (element.k === 'unknown' || element.k === 'alt') return true;
  if (element.k !== 'tuple' || item.k !== 'tuple' || element.items.length !== item.items.length) return false;
  const open = (value: Value) => value.k === 'unknown' || value.k === 'alt' || value.k === 'tuple';
  return element.items.some(open) || item.items.some(open);
}

/** A constant whose uses nobody has to be told. */
function isConstant(value: Value): boolean {
  if (value instanceof WatchedText) return false;
  return value.k === 'str' || value.k === 'num' || value.k === 'bool' || value.k === 'none' || value.k === 'bytes';
}

/** False where no way of an element is equal to a constant. */
function mayEqual(element: Value, constant: Value): boolean {
  if (element.k === 'alt') return optionsThere(element).some((option) => mayEqual(option, constant));
  return !isConstant(element) || keyOf(element) === keyOf(constant);
}

/** Values that are not known, except that they are not None. */
export const neverNone = new WeakSet<PyUnknown>();

function isNeverNone(vm: VM, value: PyUnknown): boolean {
  return neverNone.has(value) || (vm.hooks.isThere?.(value) ?? false);
}

/** What stands for elements that are not known, of which none is None. */
export const withoutNone = new WeakSet<PyUnknown>();

function inFuzzy(vm: VM, fuzzy: PyUnknown, item: Value): boolean {
  if (item.k === 'none' && withoutNone.has(fuzzy)) return false;
  const known = vm.hooks.unknownContains?.(fuzzy, item);
  if (known !== undefined && known !== null) return known;
  const text = item.k === 'unknown' ? item.symbol : vm.identified(item);
  return vm.fork(fuzzy, `contains ${text}`, [`${text} is not in ${fuzzy.symbol}`, `${text} is in ${fuzzy.symbol}`]) === 1;
}

function inUnknown(vm: VM, item: PyUnknown, container: Value): boolean {
  const text = vm.identified(container);
  return vm.fork(item, `in ${text}`, [`${item.symbol} is not in ${text}`, `${item.symbol} is in ${text}`]) === 1;
}

/** Of a pair with a part that is not known, among so many that may be equal to it, it is asked once and not for each of them. */
const MOST_OPEN = 3;

function inMany(vm: VM, part: PyUnknown, item: Value, container: PySet): boolean {
  const text = vm.identified(item);
  const among = `${container.entries.size} elements, ${vm.identified(container)}`;
  return vm.fork(part, `in ${text} is one of ${among}`, [`${text} is not one of ${among}`, `${text} is one of ${among}`]) === 1;
}

/** What keeps two sequences from being compared. */
function unknownElement(value: Value): PyUnknown | null {
  if (value.k === 'set') return value.fuzzy ?? null;
  if (value.k !== 'list' && value.k !== 'tuple') return null;
  const element = value.items.find((item) => item.k === 'unknown');
  return element?.k === 'unknown' ? element : value.k === 'list' ? (value.fuzzy ?? null) : null;
}
