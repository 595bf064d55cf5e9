/**
 * What a run reads of an object that it starts from: a function with its closure, a class, an instance. `stand-in.ts` asks of it
 * whether the run would be the same with another object in its place.
 */
import { listen, unheard } from './map-reads.ts';
import {
  Cells,
  type DictEntry,
  keyOf,
  NONE,
  type PyClass,
  type PyDict,
  type PyFunc,
  type PyInst,
  type PyUnknown,
  type Scope,
  str,
  type Value,
} from './values.ts';
import { WatchedText } from './watched.ts';

/** What a run looks at of keyword arguments whose values say nothing by themselves: the parameters of a path. */
export class KeywordReads {
  /** Names that were asked for, by key or as a parameter. */
  readonly names = new Set<string>();
  /** Values of which more was done than to pass them on. */
  readonly used = new Set<Value>();
  /** All names were read. */
  whole = false;
}

/** The reads of one run. */
export class Reads {
  readonly keywords = new KeywordReads();
  /** Keys that were asked for, by map: attributes of functions, classes and instances, names of scopes. */
  readonly keys = new Map<object, Set<string>>();
  /** Functions that were called. */
  readonly called = new Set<PyFunc>();
  /** Classes that a class was compared with along its MRO. */
  readonly ancestors = new Map<PyClass, Set<PyClass>>();
  /** Attributes asked for behind a class in the MRO of another one (`super()`). */
  readonly behind: { readonly of: PyClass; readonly after: PyClass; readonly name: string }[] = [];
  /** Methods that it took by a text that is told: of a class, where an instance had these attributes of its own. */
  readonly methods: { readonly of: PyClass; readonly name: WatchedText; readonly own: ReadonlySet<string> }[] = [];
  /** Texts that it got, by the map and key that they stand at (or the function and class, and the name of what these say of themselves). */
  readonly texts = new Map<object, Map<string, WatchedText>>();
  /** What the run got for dictionaries that are told: their texts are watched. */
  readonly copies = new Map<PyDict, PyDict>();
  /** Maps of which all was read, and objects where it mattered which one it is: nothing else can stand for them. */
  readonly whole = new Set<object>();

  /** @param isFollowed whether what is read of an object is told at all */
  constructor(readonly isFollowed: (object: object) => boolean) {}
}

/** Tells the reads of one run at a time; objects that were followed once are listened to from then on. */
export class ReadLog {
  private current: Reads | null = null;
  private readonly followed = new WeakSet<object>();
  private readonly passive = new WeakSet<object>();
  private passing = false;

  /** A run to come, which starts from a value. */
  from(start: Value): Reads {
    this.follow(start);
    return new Reads((object) => this.followed.has(object));
  }

  /** Runs with its reads told. */
  telling<T>(reads: Reads, run: () => T): T {
    this.current = reads;
    try {
      return run();
    } finally {
      this.current = null;
      for (const { entries } of reads.copies.values())
        for (const { value } of entries.values()) if (value instanceof WatchedText) value.tell(false);
      for (const texts of reads.texts.values()) for (const text of texts.values()) text.tell(false);
    }
  }

  /** A function is about to be called. */
  called(func: PyFunc): void {
    this.current?.called.add(func);
  }

  /** A value that only stands for something: what a run does with it is told. */
  tellValue(value: PyUnknown): void {
    if (this.passive.has(value)) return;
    this.passive.add(value);
    const { symbol } = value;
    const get = () => {
      this.current?.keywords.used.add(value);
      return symbol;
    };
    Object.defineProperty(value, 'symbol', { get, enumerable: true, configurable: true });
  }

  /** A dictionary of keyword arguments, with what is read of it told where it holds such values. */
  keywords(made: PyDict): PyDict {
    const { current } = this;
    if (!current || !this.holdsPassive([...made.entries.values()].map(({ value }) => value))) return made;
    const all = () => {
      if (this.current && !this.passing) this.current.keywords.whole = true;
      return undefined;
    };
    const one = (key: unknown, value: unknown) => {
      this.current?.keywords.names.add(key as string);
      return value;
    };
    listen(made.entries, { one, all, count: all });
    return made;
  }

  /** The entries of a dictionary that are passed on as keyword arguments. */
  passedOn({ entries }: PyDict): Iterable<DictEntry> {
    if (!this.current) return entries.values();
    this.passing = true;
    try {
      return [...entries.values()];
    } finally {
      this.passing = false;
    }
  }

  /** Such arguments were given to a function with these parameters, or to code that may look at all of them. */
  given(keywords: ReadonlyMap<string, Value>, parameters: ReadonlySet<string> | null): void {
    const { current } = this;
    if (!current || keywords.size === 0 || !this.holdsPassive([...keywords.values()])) return;
    if (!parameters) current.keywords.whole = true;
    for (const name of parameters ?? []) current.keywords.names.add(keyOf(str(name)));
  }

  private holdsPassive(values: readonly Value[]): boolean {
    return values.some((value) => this.passive.has(value));
  }

  /** `super()` looks for a name behind one class in the MRO of another. */
  behind(of: PyClass, after: PyClass, name: string): void {
    if (this.current && this.followed.has(of)) this.current.behind.push({ of, after, name });
  }

  /** `getattr` with a name that is told: which method it is matters only where that is called. */
  methodOf(object: Value, name: WatchedText, get: (name: string) => Value): Value {
    const value = get(name.letters);
    const { current } = this;
    const isTold =
      current !== null &&
      object.k === 'inst' &&
      this.followed.has(object.cls) &&
      value.k === 'method' &&
      value.self === object &&
      !(name.isMade || object.fuzzy || object.cls.intercepts || object.attrs.has(name.letters));
    // Otherwise the run is tied to the very name.
    if (!isTold) return get(name.v);
    current.methods.push({ of: object.cls, name, own: new Set(object.attrs.keys()) });
    return value;
  }

  /** Two values were compared: which objects they are matters now. */
  compared(a: Value, b: Value): void {
    if (!this.current || a.k !== b.k) return;
    this.identified(a);
    this.identified(b);
  }

  /** What a function or class says of itself, its name say. */
  said(object: PyFunc | PyClass, name: string, text: string): Value {
    return this.current && this.followed.has(object) ? this.watched(object, name, text) : str(text);
  }

  private watched(at: object, key: string, text: string): WatchedText {
    const { texts } = this.current!;
    const known = texts.get(at) ?? new Map<string, WatchedText>();
    texts.set(at, known);
    let watched = known.get(key);
    if (!watched) {
      watched = new WatchedText(text);
      watched.tell(true);
      known.set(key, watched);
    }
    return watched;
  }

  /** A value is made a text, with what it holds: as deep as texts are made (`text.ts`). */
  shown(value: Value, depth = 0): void {
    if (!this.current || depth > 4) return;
    if (value.k === 'tuple' || value.k === 'list') for (const item of value.items) this.shown(item, depth + 1);
    else if (value.k === 'set') for (const item of value.entries.values()) this.shown(item, depth + 1);
    else if (value.k === 'dict')
      for (const entry of value.entries.values()) for (const part of [entry.key, entry.value]) this.shown(part, depth + 1);
    else this.identified(value);
  }

  /** It matters which one a value is: it was compared with another, or asked for as a kind. */
  identified(value: Value): void {
    const { current } = this;
    if (!current) return;
    if (value.k === 'method') for (const part of [value.func, value.self]) this.identified(part);
    else if (this.followed.has(value)) current.whole.add(value);
    else if (value.k === 'inst' && this.followed.has(value.cls)) current.whole.add(value.cls);
  }

  private follow(value: Value): void {
    if (value.k === 'func') this.followFunction(value);
    else if (value.k === 'class') this.followClass(value);
    else if (value.k === 'inst') this.followInstance(value);
    else if (value.k === 'method') for (const part of [value.func, value.self]) this.follow(part);
    else if (value.k === 'descriptor') for (const part of [value.get, value.set ?? NONE]) this.follow(part);
    // Lists of permissions and the like.
    else if (value.k === 'list' || value.k === 'tuple') for (const item of value.items) this.follow(item);
  }

  private followFunction(func: PyFunc): void {
    const { attrs } = func;
    // The name of what a decorator wraps, say, is written on the wrapper, and nothing is made of it.
    if (this.isNew(func)) {
      this.tellIdentity(func);
      this.tell(attrs, (value, name) => (value?.k === 'str' ? this.watched(attrs, name, value.v) : value && this.handOut(value)));
    }
    for (let scope: Scope | null = func.scope; scope && scope.kind !== 'module'; scope = scope.parent)
      if (scope.kind === 'function' && this.isNew(scope)) this.tell(scope.vars, (value) => value && this.handOut(value));
  }

  private followClass(cls: PyClass): void {
    if (!this.isNew(cls)) return;
    const resolved = new Set<string>();
    this.tell(cls.attrs, (value, name) => {
      if (resolved.has(name)) return value;
      resolved.add(name);
      // What is looked up stands here or further along the MRO.
      const found = value ?? cls.mro.map(({ attrs }) => unheard(attrs, name)).find((one) => one !== undefined);
      if (found) this.follow(found);
      return value;
    });
    this.tellIdentity(cls);
    const { includes } = Array.prototype;
    const asked = (of: PyClass) => {
      const { current } = this;
      if (current) current.ancestors.set(cls, (current.ancestors.get(cls) ?? new Set()).add(of));
      return includes.call(cls.mro, of);
    };
    Object.defineProperty(cls.mro, 'includes', { value: asked });
  }

  private followInstance(inst: PyInst): void {
    if (!this.isNew(inst)) return;
    this.tell(inst.attrs, (value) => {
      if (value) this.follow(value);
      return value;
    });
    this.tellIdentity(inst);
    this.follow(inst.cls);
  }

  private isNew(object: object): boolean {
    if (this.followed.has(object)) return false;
    this.followed.add(object);
    return true;
  }

  /** What a closure or a function's attributes hold: followed in its turn; the texts of a dictionary are watched. */
  private handOut(value: Value): Value {
    if (value.k === 'dict') return this.copyOf(value);
    this.follow(value);
    return value;
  }

  private copyOf(dict: PyDict): Value {
    const { copies } = this.current!;
    const known = copies.get(dict);
    if (known) return known;
    const entries = new EntriesOf(dict);
    const copy: PyDict = { ...dict, entries };
    copies.set(dict, copy);
    return copy;
  }

  private tell(map: Map<string, Value>, handOut: (value: Value | undefined, name: string) => Value | undefined): void {
    const one = (key: unknown, value: unknown) => {
      const { current } = this;
      if (!current) return value;
      const keys = current.keys.get(map) ?? new Set<string>();
      current.keys.set(map, keys.add(key as string));
      return handOut(value as Value | undefined, key as string);
    };
    listen(map, {
      one,
      // Which keys there are matters, and each of them.
      all: () => {
        this.current?.whole.add(map);
        return one;
      },
      // The interpreter asks this of attributes and names, and programs go through a dictionary of them.
      count: () => {},
    });
  }

  /** Its number makes it a key of dictionaries. */
  private tellIdentity(object: { readonly id: number }): void {
    const { id } = object;
    const get = () => {
      this.current?.whole.add(object);
      return id;
    };
    Object.defineProperty(object, 'id', { get, enumerable: true, configurable: true });
  }
}

/** The entries of a dictionary with its texts watched; for the book-keeping as old as those are. */
class EntriesOf extends Cells<string, DictEntry> {
  override readonly born: number;

  constructor({ entries }: PyDict) {
    super();
    this.born = entries instanceof Cells ? entries.born : 0;
    for (const [key, entry] of entries) {
      const { value } = entry;
      if (value.k !== 'str' || value instanceof WatchedText) {
        this.set(key, entry);
        continue;
      }
      const text = new WatchedText(value.v);
      text.tell(true);
      this.set(key, { ...entry, value: text });
    }
  }
}
