/** The values of the abstract interpreter: few kinds, each an object that knows what it is and, where it matters, where it was made. */
import type { BlankedBody, Node, Site, Unit } from '../python/syntax.ts';
import type { VM } from './vm.ts';

/**
 * Where a value that cannot be known comes from; truth, equality and forking differ for each.
 * - `attacker`: chosen by whoever sends the request
 * - `secret`: exists, not known to the attacker
 * - `world`: database, time, other systems
 * - `deployment`: environment and files of the installation
 * - `opaque`: code that we do not have, or a bound of the interpreter
 */
export type Origin = 'attacker' | 'secret' | 'world' | 'deployment' | 'opaque';

let counter = 0;
/** A number for a new object; also its identity in dictionary keys. */
export function nextId(): number {
  return ++counter;
}

/** A map that knows when it was made, so that a join can tell what existed before a fork from what was made inside it. */
export class Cells<K, V> extends Map<K, V> {
  readonly born = nextId();
  /** When it was first and last read, on the same scale, if reads are remembered (`map-reads.ts`); 0 when it was not. */
  readFrom = 0;
  readUntil = 0;
  /** The same of each place, where many have places in it. */
  placeReads: Map<unknown, Span> | null = null;
}

/** From one number of `nextId` to another. */
export interface Span {
  readonly from: number;
  until: number;
}

/** When an object was made, on the scale of `nextId`; 0 when that is not known. */
export function bornOf(target: object): number {
  if (target instanceof Cells) return target.born;
  return (target as { id?: number }).id ?? 0;
}

export function latestId(): number {
  return counter;
}

export interface PyNone {
  readonly k: 'none';
}
export interface PyBool {
  readonly k: 'bool';
  readonly v: boolean;
}
export interface PyNum {
  readonly k: 'num';
  readonly v: number;
  readonly float: boolean;
  /** Of the length of a text that may as well have another one: what stands for that length. */
  readonly mayDiffer?: PyUnknown;
}
export interface PyStr {
  readonly k: 'str';
  readonly v: string;
  /** Of a text whose uses are told. */
  equals?(other: PyStr): boolean;
}
export interface PyBytes {
  readonly k: 'bytes';
  /** One character for each byte (latin-1). */
  readonly v: string;
}
export interface PyTuple {
  readonly k: 'tuple';
  readonly items: readonly Value[];
  readonly site?: Site | undefined;
}
export interface PyList {
  readonly k: 'list';
  readonly id: number;
  items: Value[];
  readonly site?: Site | undefined;
  /** Set when there may be more elements than `items`. */
  fuzzy?: PyUnknown | undefined;
}
export interface DictEntry {
  readonly key: Value;
  readonly value: Value;
  readonly site?: Site | undefined;
}
export interface PyDict {
  readonly k: 'dict';
  readonly id: number;
  readonly entries: Map<string, DictEntry>;
  readonly site?: Site | undefined;
  /** Set when keys that are not in `entries` may be present. */
  fuzzy?: PyUnknown | undefined;
}
export interface PySet {
  readonly k: 'set';
  readonly id: number;
  /** A `frozenset`: nothing is added to it, and it may be a key. */
  readonly frozen: boolean;
  readonly entries: Map<string, Value>;
  fuzzy?: PyUnknown | undefined;
}
export interface PyFunc {
  readonly k: 'func';
  readonly id: number;
  readonly name: string;
  readonly qualname: string;
  readonly unit: Unit;
  /** FunctionDef, AsyncFunctionDef or Lambda. */
  readonly node: Node;
  readonly scope: Scope;
  readonly defaults: readonly Value[];
  readonly kwDefaults: readonly (Value | null)[];
  readonly code: Code;
  readonly attrs: Map<string, Value>;
}
/** The names of a function's parameters. */
export interface Parameters {
  /** Those that take an argument by its place, the positional-only ones first. */
  readonly positional: readonly string[];
  /** How many of these take none by its name. */
  readonly positionalOnly: number;
  readonly keywordOnly: readonly string[];
  /** Those that take an argument by its name. */
  readonly named: ReadonlySet<string>;
  /** `*args` */
  readonly rest: string | null;
  /** `**kwargs` */
  readonly keywords: string | null;
}
/** The code of a function, shared by all closures made from one `def`. */
export interface Code {
  readonly isAsync: boolean;
  readonly blanked: BlankedBody | null;
  /** Parsed body; null until the first call. */
  body: readonly Node[] | null;
  bodyUnit: Unit;
  readonly parameters: Parameters;
  /** The arguments of each call under way, innermost last; null where none of them is unknown. */
  readonly underWay: (ReadonlyMap<string, Value> | null)[];
  isGenerator: boolean;
  /** Parse error of a body: calling the function is opaque. */
  broken: string | null;
  /** Names that `global` and `nonlocal` statements list. */
  globals: ReadonlySet<string> | null;
  nonlocals: ReadonlySet<string> | null;
}
export interface PyClass {
  readonly k: 'class';
  readonly id: number;
  readonly name: string;
  readonly qualname: string;
  readonly module: string;
  readonly bases: readonly PyClass[];
  /** C3 linearisation, this class first. */
  mro: readonly PyClass[];
  readonly attrs: Map<string, Value>;
  /** Where each attribute was set. */
  readonly places: Map<string, Site>;
  readonly site: Site | null;
  /** A class that we do not have: stands in an MRO for what is missing. */
  readonly unknown: PyUnknown | null;
  /** True when an unknown class is among the ancestors. */
  readonly open: boolean;
  /** True for classes of the scanned project (as opposed to stubs and libraries). */
  readonly own: boolean;
  /** Built-in classes: how an instance is made. */
  readonly construct?: ((vm: VM, cls: PyClass, args: Args, site?: Site | null) => Value) | undefined;
  readonly metaclass: PyClass | null;
  /** What a decorator that we do not have gave for it: it may have more attributes than are seen. */
  decorator?: PyUnknown;
  /** It or an ancestor has a `__getattribute__` of its own. */
  readonly intercepts?: boolean;
}
/** Tuples whose items have names too, as `sys.version_info` (a structseq). */
export const NAMED_ITEMS = new WeakMap<Value, readonly string[]>();
/** Tuples that stand for a `range`, with the numbers that it was made of. */
export const RANGES = new WeakMap<Value, Readonly<Record<string, Value>>>();

export interface PyInst {
  readonly k: 'inst';
  readonly id: number;
  readonly cls: PyClass;
  readonly attrs: Map<string, Value>;
  /** For subclasses of built-in types: the built-in value inside. */
  payload?: Value | undefined;
  /** Set when unknown code may have changed the attributes. */
  fuzzy?: PyUnknown | undefined;
  readonly site?: Site | undefined;
}
export interface PyModule {
  readonly k: 'module';
  readonly id: number;
  readonly name: string;
  readonly scope: Scope;
  readonly file: string | null;
  readonly isPackage: boolean;
  /** Folder whose files are the sub-modules (packages only). */
  readonly folders: readonly string[];
  readonly own: boolean;
  /** A library's own code, of a virtual environment. */
  readonly installed: boolean;
  readonly attrs: Map<string, Value>;
  /** Set when names that were not found may still exist (a star import of something unknown). */
  fuzzy?: PyUnknown | undefined;
}
export interface PyMethod {
  readonly k: 'method';
  readonly func: Value;
  readonly self: Value;
}
export interface PyBuiltin {
  readonly k: 'builtin';
  readonly name: string;
  readonly call: (vm: VM, args: Args, site: Site | null) => Value;
  readonly attrs: Map<string, Value>;
}
export interface PyDescriptor {
  readonly k: 'descriptor';
  readonly kind: 'property' | 'classmethod' | 'staticmethod';
  readonly get: Value;
  readonly set: Value | null;
  /** What was set on a `staticmethod` or `classmethod` itself; the function under it does not have it. */
  readonly attrs?: Map<string, Value>;
  readonly id: number;
}
export interface PySuper {
  readonly k: 'super';
  readonly cls: PyClass;
  readonly self: Value;
}
/** An iterator over elements that are already known. */
export interface PyIter {
  readonly k: 'iter';
  readonly id: number;
  items: readonly Value[];
  position: number;
  fuzzy?: PyUnknown | undefined;
}
export interface PySlice {
  readonly k: 'slice';
  readonly lower: Value;
  readonly upper: Value;
  readonly step: Value;
}
export interface PyUnknown {
  readonly k: 'unknown';
  readonly origin: Origin;
  /** Two unknowns with one symbol are the same value; conditions are keyed by it. */
  readonly symbol: string;
  /** Why it is not known, for people. */
  readonly reason: string;
  readonly site: Site | null;
  /** Of a text with unknown parts: how it begins and ends (`frame.ts`). */
  readonly frame?: { readonly start: string; readonly end: string };
}
/** One of several values, by the outcome of an earlier fork: option n holds where fork `key` took way n. */
export interface PyAlt {
  readonly k: 'alt';
  readonly key: string;
  readonly options: readonly (Value | PyAbsent)[];
}
/** "Not bound here", as an option of an alternative. */
export interface PyAbsent {
  readonly k: 'absent';
}

export type Value =
  | PyNone
  | PyBool
  | PyNum
  | PyStr
  | PyBytes
  | PyTuple
  | PyList
  | PyDict
  | PySet
  | PyFunc
  | PyClass
  | PyInst
  | PyModule
  | PyMethod
  | PyBuiltin
  | PyDescriptor
  | PySuper
  | PyIter
  | PySlice
  | PyUnknown
  | PyAlt
  | PyAbsent;

/** A namespace. Class scopes are not seen from functions inside them, as in Python. */
export interface Scope {
  readonly kind: 'module' | 'class' | 'function';
  readonly vars: Map<string, Value>;
  /** Where a name was bound last (module and class scopes only). */
  readonly places: Map<string, Site> | null;
  readonly parent: Scope | null;
  readonly module: PyModule;
  /** The class whose body surrounds this code, for `super()`; filled when the class exists. */
  readonly classCell: { cls: PyClass | null } | null;
  readonly code: Code | null;
  /** First positional argument, for `super()`. */
  self: Value | null;
  readonly name: string;
  /** A function was made inside: the names can be reached after the code of this scope has ended. */
  escapes?: boolean;
  /** Set while the body of a generator runs: what it yielded. */
  yields?: PyList | undefined;
  /** Set while a generator is run around something: what happens at its `yield`. */
  atYield?: ((value: Value) => void) | undefined;
}

/** Arguments of a call. */
export interface Args {
  readonly positional: readonly Value[];
  readonly keywords: ReadonlyMap<string, Value>;
  /** Set when `*` or `**` of something unknown was passed. */
  readonly fuzzy?: PyUnknown | undefined;
}

export const NONE: PyNone = { k: 'none' };
export const TRUE: PyBool = { k: 'bool', v: true };
export const FALSE: PyBool = { k: 'bool', v: false };
export const ABSENT: PyAbsent = { k: 'absent' };
export const NO_KEYWORDS: ReadonlyMap<string, Value> = new Map();
export const NO_ARGS: Args = { positional: [], keywords: NO_KEYWORDS };

export const bool = (v: boolean): PyBool => (v ? TRUE : FALSE);
export const int = (v: number): PyNum => ({ k: 'num', v, float: false });
export const str = (v: string): PyStr => ({ k: 'str', v });
export const bytes = (v: string): PyBytes => ({ k: 'bytes', v });
export const tuple = (items: readonly Value[], site?: Site): PyTuple => ({ k: 'tuple', items, site });
export const list = (items: Value[], site?: Site): PyList => ({ k: 'list', id: nextId(), items, site });
export const args = (...positional: Value[]): Args => ({ positional, keywords: NO_KEYWORDS });

/** A dictionary from string keys. */
export function dict(entries: Iterable<readonly [string, Value]> = [], site?: Site): PyDict {
  const map = new Cells<string, DictEntry>();
  for (const [key, value] of entries) map.set(`s:${key}`, { key: str(key), value });
  return { k: 'dict', id: nextId(), entries: map, site };
}

export function set(items: Iterable<Value> = [], frozen = false): PySet {
  const entries = new Cells<string, Value>();
  for (const item of items) entries.set(keyOf(item), item);
  return { k: 'set', id: nextId(), frozen, entries };
}

export const iter = (items: readonly Value[], fuzzy?: PyUnknown): PyIter => ({ k: 'iter', id: nextId(), items, position: 0, fuzzy });

export function builtin(name: string, call: PyBuiltin['call']): PyBuiltin {
  return { k: 'builtin', name, call, attrs: new Cells() };
}

const LONGEST_SYMBOL = 160;

export function unknown(origin: Origin, symbol: string, reason: string, site: Site | null = null): PyUnknown {
  let short = symbol;
  if (symbol.length > LONGEST_SYMBOL) short = `${symbol.slice(0, LONGEST_SYMBOL - 12)}~${hashOf(symbol, 31)}`;
  return { k: 'unknown', origin, symbol: short, reason, site };
}

export function hashOf(text: string, factor: number): string {
  let hash = 0;
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, factor) + text.charCodeAt(i)) | 0;
  return (hash >>> 0).toString(36);
}

/** An unknown that follows from another: same origin and reason, a symbol that says how. */
export function derived(from: PyUnknown, how: string): PyUnknown {
  return unknown(from.origin, from.symbol + how, from.reason, from.site);
}

/** The built-in value inside of an instance of a subclass of `str`, `dict` and the like; other values as they are. */
export function plain(value: Value): Value {
  return value.k === 'inst' && value.payload ? value.payload : value;
}

/** The text under which a value is found in a dictionary or set; equal values have equal keys. */
export function keyOf(value: Value): string {
  switch (value.k) {
    case 'str':
      return `s:${value.v}`;
    case 'num':
      return `n:${value.v}`;
    case 'bool':
      return value.v ? 'n:1' : 'n:0';
    case 'none':
      return 'N';
    case 'bytes':
      return `b:${value.v}`;
    case 'tuple':
      return `t:(${value.items.map(keyOf).join(',')})`;
    case 'set':
      return value.frozen && !value.fuzzy ? `z:(${[...value.entries.keys()].sort().join(',')})` : `o:${value.id}`;
    case 'unknown':
      return `u:${value.symbol}`;
    case 'alt':
      return keyOfAlternative(value);
    case 'method':
      return `m:${keyOf(value.self)}.${keyOf(value.func)}`;
    case 'builtin':
      return `f:${value.name}`;
    case 'super':
    case 'slice':
    case 'absent':
      return `x:${value.k}`;
    case 'inst':
      return value.payload && (value.payload.k === 'str' || value.payload.k === 'num') ? keyOf(value.payload) : `o:${value.id}`;
    default:
      return `o:${value.id}`;
  }
}

const alternativeKeys = new WeakMap<PyAlt, string>();
/** Alternatives hold one another, and the keys of those that hold much would double with each: beyond this they are shortened. */
const LONGEST_KEY = 1_000;

function keyOfAlternative(value: PyAlt): string {
  let key = alternativeKeys.get(value);
  if (key === undefined) {
    key = `a:${value.key}:${value.options.map((o) => (o.k === 'absent' ? '-' : keyOf(o))).join('|')}`;
    if (key.length > LONGEST_KEY) key = `a:~${hashOf(key, 31)}${hashOf(key, 37)}:${key.length}`;
    alternativeKeys.set(value, key);
  }
  return key;
}

/** True when the two are certainly one value (identity, or equal constants). */
export function sameValue(a: Value, b: Value): boolean {
  if (a === b) return true;
  if (a.k !== b.k) return false;
  switch (a.k) {
    case 'none':
    case 'absent':
      return true;
    case 'str': {
      const text = b as PyStr;
      return a.equals ? a.equals(text) : text.equals ? text.equals(a) : a.v === text.v;
    }
    case 'bool':
    case 'num':
    case 'bytes':
      return a.v === (b as PyStr).v;
    case 'unknown':
      return a.symbol === (b as PyUnknown).symbol;
    case 'tuple':
      return a.items.length === (b as PyTuple).items.length && a.items.every((item, i) => sameValue(item, (b as PyTuple).items[i]!));
    case 'alt': {
      const other = b as PyAlt;
      return a.key === other.key && a.options.length === other.options.length && a.options.every((o, i) => sameValue(o, other.options[i]!));
    }
    case 'method':
      return sameValue(a.self, (b as PyMethod).self) && sameValue(a.func, (b as PyMethod).func);
    default:
      return false;
  }
}
