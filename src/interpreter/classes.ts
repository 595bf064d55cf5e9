/** Classes: C3 linearisation, classes that we do not have, creation hooks, look-up along the MRO. */
import type { Site } from '../python/syntax.ts';
import { Bound, PyRaise } from './signals.ts';
import {
  type Args,
  args,
  Cells,
  derived,
  dict,
  keyOf,
  NONE,
  nextId,
  type PyClass,
  type PyUnknown,
  str,
  tuple,
  unknown,
  type Value,
} from './values.ts';
import type { ClassOptions, VM } from './vm.ts';

/** A class that stands for one we do not have. */
export function unknownClass(vm: VM, value: PyUnknown): PyClass {
  const known = unknownClasses.get(vm)?.get(value.symbol);
  if (known) return known;
  const name = value.symbol.split('.').at(-1) ?? value.symbol;
  const cls: PyClass = {
    k: 'class',
    id: nextId(),
    name,
    qualname: name,
    module: value.symbol.includes('.') ? value.symbol.slice(0, value.symbol.lastIndexOf('.')) : '?',
    bases: [vm.types.object],
    mro: [],
    attrs: new Map(),
    places: new Map(),
    site: value.site,
    unknown: value,
    open: true,
    own: false,
    metaclass: null,
  };
  cls.mro = [cls, vm.types.object];
  const table = unknownClasses.get(vm) ?? new Map<string, PyClass>();
  table.set(value.symbol, cls);
  unknownClasses.set(vm, table);
  return cls;
}
const unknownClasses = new WeakMap<VM, Map<string, PyClass>>();

/** C3 (Python's `type.mro`); null when the bases cannot be ordered. */
export function linearise(cls: PyClass, bases: readonly PyClass[]): PyClass[] | null {
  const sequences = [...bases.map((b) => [...b.mro]), [...bases]];
  const out: PyClass[] = [cls];
  for (;;) {
    const left = sequences.filter((s) => s.length > 0);
    if (left.length === 0) return out;
    const head = left.map((s) => s[0]!).find((candidate) => !left.some((s) => s.indexOf(candidate) > 0));
    if (!head) return null;
    out.push(head);
    for (const s of left) if (s[0] === head) s.shift();
  }
}

/** Makes a class as the `class` statement does. Unknown bases give an open class. */
export function makeClass(
  vm: VM,
  name: string,
  qualname: string,
  baseValues: readonly Value[],
  attrs: Map<string, Value>,
  options: ClassOptions,
): Value {
  const bases: PyClass[] = [];
  let standing: Value | null = null;
  for (const given of baseValues) {
    const value = vm.force(given, options.site);
    const stands = value.k === 'class' ? value.attrs.get('_unlatched_stands_for') : undefined;
    if (stands?.k === 'tuple') {
      // The class that `six.with_metaclass` makes goes away again.
      standing = vm.force(stands.items[0] ?? NONE, options.site);
      for (const item of stands.items.slice(1)) {
        const base = vm.force(item, options.site);
        bases.push(
          base.k === 'class'
            ? base
            : unknownClass(vm, base.k === 'unknown' ? base : unknown('opaque', qualname, 'a base that is not a class', options.site)),
        );
      }
    } else if (value.k === 'class') bases.push(value);
    else if (value.k === 'unknown') bases.push(unknownClass(vm, value));
    else {
      // Things such as `typing.NamedTuple("T", ...)` or a function used as base: not a class that we can see into.
      const what = unknown('opaque', `${options.module}.${qualname}.base${bases.length}`, 'a base that is not a plain class', options.site);
      bases.push(unknownClass(vm, what));
    }
  }
  const unique = bases.filter((b, i) => bases.indexOf(b) === i);
  if (unique.length === 0) unique.push(vm.types.object);
  if (unique.some((b) => b.open)) {
    const likely = vm.hooks.likelyBase?.(unique, attrs) ?? null;
    if (likely && !unique.some((b) => b.mro.includes(likely))) unique.push(likely);
  }
  const metaclassValue = standing ?? options.keywords?.get('metaclass');
  const metaclass = options.made ?? winner(metaclassValue === vm.types.type ? undefined : metaclassValue, unique);
  if (metaclass?.own && !options.made) {
    const made = askMetaclass(vm, metaclass, { name, qualname, bases: unique, attrs, options });
    if (made) return made;
  }
  const cls: PyClass = {
    k: 'class',
    id: nextId(),
    name,
    qualname,
    module: options.module,
    bases: unique,
    mro: [],
    attrs,
    places: options.places,
    site: options.site,
    unknown: null,
    open: unique.some((b) => b.open),
    own: options.own,
    construct: undefined,
    metaclass,
    intercepts: attrs.has('__getattribute__') || unique.some((b) => b.intercepts),
  };
  const mro = linearise(cls, unique);
  if (!mro) {
    if (!cls.open) return vm.raise('TypeError', 'Cannot create a consistent method resolution order (MRO) for bases', options.site);
    // The order is that of a class that is not here: all that are behind the bases, and it with them.
    const behind = new Set(unique.flatMap((base) => base.mro));
    behind.delete(vm.types.object);
    cls.mro = [cls, ...behind, vm.types.object];
  } else cls.mro = mro;
  if (cls.mro.length > 200) throw new Bound('more than 200 classes in one MRO');
  initSubclass(vm, cls, options);
  // `type.__new__` alone does not initialise what it makes; `type.__call__` does, behind the `__new__` of the metaclass.
  if (!options.made) initByMetaclass(vm, cls, options);
  return cls;
}

/** The metaclass that derives from all others, the one named with the class among them (Python reference, 3.3.3.3). */
function winner(named: Value | undefined, bases: readonly PyClass[]): PyClass | null {
  const candidates = [named?.k === 'class' ? named : null, ...bases.map((base) => base.metaclass)];
  return candidates.reduce((best, other) => (other && (!best || other.mro.includes(best)) ? other : best), null);
}

interface Wanted {
  readonly name: string;
  readonly qualname: string;
  readonly bases: readonly PyClass[];
  readonly attrs: Map<string, Value>;
  readonly options: ClassOptions;
}

/** Classes that a metaclass of the project is making, innermost last. */
const wanted = new WeakMap<VM, Wanted[]>();

/** `__new__` of a metaclass of the project makes the class; null when it has none of its own, or one that cannot be followed. */
function askMetaclass(vm: VM, metaclass: PyClass, want: Wanted): Value | null {
  const maker = lookupIn(metaclass.mro, '__new__');
  const func = maker?.k === 'descriptor' ? maker.get : maker;
  if (func?.k !== 'func') return null;
  const open = wanted.get(vm) ?? [];
  wanted.set(vm, open);
  open.push(want);
  try {
    const made = vm.call(
      func,
      { positional: [metaclass, str(want.name), tuple(want.bases), dict(want.attrs)], keywords: saidOfClass(want.options) },
      want.options.site,
    );
    if (made.k !== 'class') return null;
    if (made.metaclass?.mro.includes(metaclass)) initByMetaclass(vm, made, want.options);
    return made;
  } catch (error) {
    // A class that cannot be made would stop the server at start: more likely we could not follow.
    if (error instanceof PyRaise) return null;
    throw error;
  } finally {
    open.pop();
  }
}

/** `type.__new__(metaclass, name, bases, attributes)`. */
export function makeByMetaclass(vm: VM, metaclass: PyClass, given: Args): Value {
  const [name, bases, attrs] = given.positional.slice(1).map((v) => vm.force(v, null));
  const want = wanted.get(vm)?.at(-1);
  if (name?.k !== 'str' || !bases || attrs?.k !== 'dict' || !want)
    return vm.fresh('opaque', 'type.__new__', 'a class made by a metaclass', null);
  const vars = new Cells<string, Value>();
  for (const entry of attrs.entries.values()) if (entry.key.k === 'str') vars.set(entry.key.v, entry.value);
  return vm.makeClass(name.v, name.v === want.name ? want.qualname : name.v, vm.iterate(bases, null).items, vars, {
    ...want.options,
    keywords: given.keywords,
    made: metaclass,
  });
}

/** A call of a metaclass with name, bases and attributes: what the class statement does as well. */
export function callMetaclass(vm: VM, metaclass: PyClass, given: Args, site: Site | null): Value {
  const [name, bases, attrs] = given.positional.map((v) => vm.force(v, null));
  if (name?.k !== 'str' || !bases || attrs?.k !== 'dict')
    return vm.fresh('opaque', 'type()', `a class made by a call of ${metaclass.name}`, site);
  const vars = new Cells<string, Value>();
  for (const entry of attrs.entries.values()) if (entry.key.k === 'str') vars.set(entry.key.v, entry.value);
  return vm.makeClass(name.v, name.v, vm.iterate(bases, null).items, vars, {
    module: site?.unit.module ?? metaclass.module,
    places: new Map(),
    site,
    own: site?.unit.own ?? false,
    keywords: new Map([...given.keywords, ['metaclass', metaclass]]),
  });
}

/** `__init_subclass__` of the nearest ancestor (PEP 487), and `__set_name__` of descriptors. */
function initSubclass(vm: VM, cls: PyClass, options: ClassOptions): void {
  for (const [attr, value] of cls.attrs) {
    if (value.k !== 'inst') continue;
    const hook = lookup(vm, value.cls, '__set_name__');
    if (hook && hook.k === 'func') vm.call({ k: 'method', func: hook, self: value }, args(cls, str(attr)), options.site);
  }
  for (const ancestor of cls.mro.slice(1)) {
    const hook = ancestor.attrs.get('__init_subclass__');
    if (!hook) continue;
    const func = hook.k === 'descriptor' ? hook.get : hook;
    vm.call({ k: 'method', func, self: cls }, { positional: [], keywords: saidOfClass(options) }, options.site);
    break;
  }
}

/** Metaclasses usually keep a register, or an instance: their `__init__` runs like any other code. */
function initByMetaclass(vm: VM, cls: PyClass, options: ClassOptions): void {
  const hook = cls.metaclass ? lookupIn(cls.metaclass.mro, '__init__') : null;
  if (hook?.k !== 'func') return;
  const given = args(cls, str(cls.name), tuple(cls.bases), vm.classDict(cls));
  vm.call(hook, { ...given, keywords: saidOfClass(options) }, options.site);
}

/** What a class statement says behind its bases, without the metaclass. */
function saidOfClass(options: ClassOptions): Map<string, Value> {
  return new Map([...(options.keywords ?? [])].filter(([key]) => key !== 'metaclass'));
}

function lookupIn(mro: readonly PyClass[], name: string): Value | null {
  for (const cls of mro) {
    const value = cls.attrs.get(name);
    if (value !== undefined) return value;
  }
  return null;
}

/**
 * The attribute of a class along its MRO, not bound. Where a class that we do not have may come first, the answer is unknown:
 * it may derive from any library class that follows, so only the class itself, its bases further left, what derives from the
 * missing class, and project classes (which no library derives from) are certain.
 */
export function lookup(_vm: VM, cls: PyClass, name: string): Value | null {
  if (!cls.open) return lookupIn(cls.mro, name);
  const own = cls.attrs.get(name);
  if (own !== undefined) return own;
  const first = cls.mro.findIndex((c) => c.unknown);
  for (let i = 1; i < cls.mro.length; i++) {
    const at = cls.mro[i]!;
    if (at.unknown) break;
    const value = at.attrs.get(name);
    if (value === undefined) continue;
    if (at.own || isLeftBase(cls, at, first) || descendsFromAllUnknown(cls, at)) return value;
    break;
  }
  if (name.startsWith('__') && name !== '__call__' && name !== '__init__') return lookupIn(cls.mro, name);
  const missing = cls.mro[first]!.unknown!;
  return unknown('opaque', `${missing.symbol}:${name}`, `${missing.reason}, so ${name} of ${cls.name} is not known`, missing.site);
}

/** For an instance of an open class: the class that we do not have, which may bring any operator or protocol. */
export function missingBase(value: Value): PyUnknown | null {
  return value.k === 'inst' && value.cls.open ? (value.cls.mro.find((c) => c.unknown)?.unknown ?? null) : null;
}

/** A direct base of an open class that stands left of the unknown one cannot be an ancestor of it. */
function isLeftBase(cls: PyClass, candidate: PyClass, firstUnknown: number): boolean {
  const owner = cls.mro.slice(0, firstUnknown).find((c) => c.bases.some((b) => b.open) && c.bases.includes(candidate));
  if (!owner) return false;
  return owner.bases.indexOf(candidate) < owner.bases.findIndex((b) => b.open);
}

/** What derives from a class cannot be an ancestor of it: no class that we do not have comes before the candidate. */
function descendsFromAllUnknown(cls: PyClass, candidate: PyClass): boolean {
  return candidate.open && cls.mro.every((c) => !c.unknown || candidate.mro.includes(c));
}

/** Where the attribute that `lookup` finds stands: the class that holds it. */
export function ownerOf(cls: PyClass, name: string): PyClass | null {
  return cls.mro.find((c) => c.attrs.has(name)) ?? null;
}

/** Whether something that we do not have is a name in a library (`lib.part.Name`), and a module's name is that of another package. */
export function isOfAnotherPackage(missing: PyUnknown, module: string): boolean {
  if (missing.origin !== 'opaque' || !/^[A-Za-z_]\w*(\.[A-Za-z_]\w*)+$/.test(missing.symbol)) return false;
  return missing.symbol.split('.')[0] !== module.split('.')[0];
}

/** Null when an unknown class decides. A library does not derive its classes from those of the project. */
export function isSubclass(cls: PyClass, of: PyClass): boolean | null {
  if (cls.mro.includes(of)) return true;
  if (of.own && cls.open && cls.mro.every((c) => !c.unknown || isOfAnotherPackage(c.unknown, of.module))) return false;
  return cls.open || of.unknown ? null : false;
}

/** What `__instancecheck__` or `__subclasscheck__` says where the classes say no (Python 3.11, Objects/abstract.c, object_isinstance). */
export function checkedByClass(
  vm: VM,
  value: Value,
  wanted: Value,
  site: Parameters<VM['truth']>[1],
  hook: '__instancecheck__' | '__subclasscheck__' = '__instancecheck__',
): boolean {
  const type = wanted.k === 'class' ? wanted.metaclass : wanted.k === 'inst' ? wanted.cls : null;
  const check = type && lookupIn(type.mro, hook);
  return check ? vm.truth(vm.call({ k: 'method', func: check, self: wanted }, args(value), site), site) : false;
}

/** `isinstance`, with forks where unknown classes or values decide. */
export function isInstance(vm: VM, given: Value, wanted: Value, site: Parameters<VM['truth']>[1]): boolean {
  const value = vm.force(given, site);
  const cls = vm.force(wanted, site);
  if (cls.k === 'tuple' || cls.k === 'list') return cls.items.some((c) => isInstance(vm, value, c, site));
  // As a member of `str | None`.
  if (cls.k === 'none')
    return value.k === 'unknown'
      ? vm.fork(value, 'is None', [`${value.symbol} is set`, `${value.symbol} is missing`]) === 1
      : value.k === 'none';
  // While a project is loaded: what a library holds is no instance of a class of the project.
  if (value.k === 'unknown' && !vm.firing && cls.k === 'class' && cls.own && isOfAnotherPackage(value, cls.module)) return false;
  if (value.k === 'unknown')
    return (
      vm.fork(value, `is a ${vm.identified(cls)}`, [
        `${value.symbol} is not a ${vm.identified(cls)}`,
        `${value.symbol} is a ${vm.identified(cls)}`,
      ]) === 1
    );
  if (cls.k === 'unknown') {
    if (value.k === 'none' || value.k === 'str' || value.k === 'num' || value.k === 'bool') return false;
    return vm.fork(derived(cls, `:instance:${keyOf(value)}`), 'matches', ['it is not an instance', 'it is an instance']) === 1;
  }
  vm.reads.identified(cls);
  const answer = cls.k === 'class' ? isSubclass(vm.classOf(value), cls) : false;
  if (answer === false) return checkedByClass(vm, value, cls, site);
  if (answer === true || cls.k !== 'class') return true;
  const open = vm.classOf(value).mro.find((c) => c.unknown)?.unknown ?? cls.unknown!;
  return (
    vm.fork(derived(open, `:is:${cls.qualname}`), 'derives', [`it does not derive from ${cls.name}`, `it derives from ${cls.name}`]) === 1
  );
}
