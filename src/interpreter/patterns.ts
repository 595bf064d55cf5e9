/** The patterns of `match` (PEP 634). What is bound before a pattern fails stays bound, as in Python. */
import type { Node, Unit } from '../python/syntax.ts';
import { args, derived, dict, list, NONE, type PyUnknown, type Scope, type Value } from './values.ts';
import type { VM } from './vm.ts';

/** Built-in classes whose one positional pattern is matched with the subject itself. */
const WHOLE = new Set(['bool', 'bytearray', 'bytes', 'dict', 'float', 'frozenset', 'int', 'list', 'set', 'str', 'tuple']);

/** Whether a pattern matches, on this path; names in it are bound. */
export function matchPattern(vm: VM, pattern: Node, given: Value, scope: Scope, unit: Unit): boolean {
  const site = { unit, node: pattern };
  const subject = vm.force(given, site);
  const matches = (inner: Node, value: Value) => matchPattern(vm, inner, value, scope, unit);
  switch (pattern.nodeType) {
    case 'MatchValue':
      return vm.equal(subject, vm.evaluate(pattern.value, scope, unit), site);
    case 'MatchSingleton':
      return vm.truth(vm.compare('Is', subject, vm.evaluate({ ...pattern, nodeType: 'Constant' }, scope, unit), site), site);
    case 'MatchOr':
      return (pattern.patterns as Node[]).some((p) => matches(p, subject));
    case 'MatchAs': {
      if (pattern.pattern && !matches(pattern.pattern, subject)) return false;
      if (pattern.name) bind(vm, pattern, pattern.name, subject, scope, unit);
      return true;
    }
    case 'MatchSequence': {
      const elements = elementsOf(vm, subject, pattern, unit);
      return elements !== null && matchElements(vm, pattern, elements, scope, unit);
    }
    case 'MatchMapping':
      return matchMapping(vm, pattern, subject, scope, unit);
    case 'MatchClass':
      return matchClass(vm, pattern, subject, scope, unit);
    default:
      return forked(vm, vm.fresh('opaque', 'match', `a ${pattern.nodeType} pattern is not modelled`, site));
  }
}

function bind(vm: VM, pattern: Node, name: string, value: Value, scope: Scope, unit: Unit): void {
  vm.assign({ ...pattern, nodeType: 'Name', id: name }, value, scope, unit);
}

function forked(vm: VM, about: PyUnknown): boolean {
  return vm.fork(about, 'matches', ['the pattern does not match', 'the pattern matches']) === 1;
}

interface Elements {
  readonly items: readonly Value[];
  /** Set when there may be more. */
  readonly fuzzy: PyUnknown | null;
}

/** The elements of a sequence; null for what is none (text is not one here). */
function elementsOf(vm: VM, subject: Value, pattern: Node, unit: Unit): Elements | null {
  const plain = subject.k === 'inst' && subject.payload ? subject.payload : subject;
  const site = { unit, node: pattern };
  if (plain.k === 'list' || plain.k === 'tuple') return vm.iterate(plain, site);
  if (plain.k === 'unknown') return forked(vm, derived(plain, ':is a sequence')) ? { items: [], fuzzy: plain } : null;
  if (plain.k === 'inst' && (plain.fuzzy || plain.cls.open)) {
    const about = vm.fresh('opaque', 'match', `whether a ${plain.cls.name} is a sequence`, site);
    return forked(vm, about) ? { items: [], fuzzy: about } : null;
  }
  return null;
}

function matchElements(vm: VM, pattern: Node, { items, fuzzy }: Elements, scope: Scope, unit: Unit): boolean {
  const patterns = pattern.patterns as Node[];
  const star = patterns.findIndex((p) => p.nodeType === 'MatchStar');
  const least = patterns.length - (star < 0 ? 0 : 1);
  if (fuzzy) {
    if (items.length > least && star < 0) return false;
    if (!forked(vm, derived(fuzzy, `:has ${least}${star < 0 ? '' : ' or more'} elements`))) return false;
  } else if (star < 0 ? items.length !== least : items.length < least) return false;
  const length = fuzzy ? Math.max(items.length, least) : items.length;
  const at = (i: number): Value => items[i] ?? derived(fuzzy!, `[${i}]`);
  return patterns.every((inner, i) => {
    if (i !== star) return matchPattern(vm, inner, at(star < 0 || i < star ? i : length - patterns.length + i), scope, unit);
    if (inner.name) {
      const rest = list(items.slice(star, Math.max(star, length - (patterns.length - star - 1))));
      rest.fuzzy = fuzzy ?? undefined;
      bind(vm, inner, inner.name, rest, scope, unit);
    }
    return true;
  });
}

function matchMapping(vm: VM, pattern: Node, subject: Value, scope: Scope, unit: Unit): boolean {
  const site = { unit, node: pattern };
  const plain = subject.k === 'inst' && subject.payload ? subject.payload : subject;
  if (plain.k !== 'dict') {
    if (plain.k !== 'unknown' && plain.k !== 'inst') return false;
    if (!forked(vm, plain.k === 'unknown' ? derived(plain, ':is a mapping') : vm.fresh('opaque', 'match', 'an object as a mapping', site)))
      return false;
  }
  const keys = (pattern.keys as Node[]).map((key) => vm.evaluate(key, scope, unit));
  const found = keys.every((key, i) => {
    if (!vm.contains(plain, key, site)) return false;
    return matchPattern(vm, (pattern.patterns as Node[])[i]!, vm.getItem(plain, key, site), scope, unit);
  });
  if (found && pattern.rest) {
    const rest = dict();
    vm.updateDict(rest, plain, site);
    for (const key of keys) vm.callMethod(rest, 'pop', args(key, NONE), site);
    bind(vm, pattern, pattern.rest, rest, scope, unit);
  }
  return found;
}

function matchClass(vm: VM, pattern: Node, subject: Value, scope: Scope, unit: Unit): boolean {
  const site = { unit, node: pattern };
  const cls = vm.force(vm.evaluate(pattern.cls, scope, unit), site);
  if (!vm.isInstance(subject, cls, site)) return false;
  const positional = pattern.patterns as Node[];
  const names: string[] = [];
  if (positional.length > 0) {
    if (cls.k === 'class' && cls.module === 'builtins' && WHOLE.has(cls.name) && positional.length === 1)
      return matchPattern(vm, positional[0]!, subject, scope, unit);
    const given = vm.findAttr(cls, '__match_args__', site);
    const known = given && given.k !== 'unknown' ? vm.iterate(given, site).items : [];
    for (const name of known) if (name.k === 'str') names.push(name.v);
    if (names.length < positional.length)
      return forked(vm, vm.fresh('opaque', 'match', 'positional patterns of a class without __match_args__', site));
  }
  const wanted = [
    ...positional.map((inner, i) => [names[i]!, inner] as const),
    ...(pattern.kwd_attrs as string[]).map((name, i) => [name, (pattern.kwd_patterns as Node[])[i]!] as const),
  ];
  return wanted.every(([name, inner]) => {
    const value = vm.findAttr(subject, name, site);
    return value !== null && matchPattern(vm, inner, value, scope, unit);
  });
}
