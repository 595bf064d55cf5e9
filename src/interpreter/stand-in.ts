/**
 * Whether a run that started from one object would be the same with another one: all that it read of the first (`read-log.ts`) is the
 * same in the second. Functions of which it only took hold, and which it never called, may be any.
 */
import { docstringOf, ensureBody } from './functions.ts';
import { unheard } from './map-reads.ts';
import type { Reads } from './read-log.ts';
import { type PyClass, type PyDict, type PyFunc, type PyInst, type Scope, sameValue, type Value } from './values.ts';
import { WatchedText } from './watched.ts';

/** Attributes that tell about an object as a whole, or which one it is. */
const TELLING = new Set([
  '__base__',
  '__bases__',
  '__closure__',
  '__code__',
  '__defaults__',
  '__globals__',
  '__kwdefaults__',
  '__mro__',
  '__subclasses__',
  'mro',
]);

/**
 * @param isRestless whether an object, or what stands in a map, is not the same at all times
 * @returns true when the run with `other` in place of `first` would be the same; false when it is not known to be
 */
export function standsIn(reads: Reads, first: Value, other: Value, isRestless: (object: object) => boolean): boolean {
  const comparison = new Comparison(reads, isRestless);
  return comparison.alike(first, other) && comparison.methods();
}

class Comparison {
  /** What stands for what; taken as true while it is looked at. */
  private readonly pairs = new Map<object, object>();

  /** What stands in place of texts that were told. */
  private readonly became = new Map<WatchedText, string>();

  constructor(
    private readonly reads: Reads,
    private readonly isRestless: (map: object) => boolean,
  ) {}

  alike(a: Value | undefined, b: Value | undefined): boolean {
    if (a === b) return true;
    if (!a || !b || a.k !== b.k) return false;
    switch (a.k) {
      case 'tuple':
      case 'list': {
        const items = (b as typeof a).items;
        if (this.isRestless(a) || this.isRestless(b)) return false;
        const isFuzzy = a.k === 'list' && (a.fuzzy || (b as typeof a).fuzzy);
        return !isFuzzy && a.items.length === items.length && a.items.every((item, i) => this.alike(item, items[i]));
      }
      case 'dict':
        return this.dictionaries(a, b as PyDict);
      case 'method':
        return this.alike(a.func, (b as typeof a).func) && this.alike(a.self, (b as typeof a).self);
      case 'descriptor': {
        const other = b as typeof a;
        return (
          a.kind === other.kind &&
          !a.attrs &&
          !other.attrs &&
          this.alike(a.get, other.get) &&
          this.alike(a.set ?? undefined, other.set ?? undefined)
        );
      }
      case 'func':
        return this.paired(a, b, () => this.functions(a, b as PyFunc));
      case 'class':
        return this.paired(a, b, () => this.classes(a, b as PyClass));
      case 'inst':
        return this.paired(a, b, () => this.instances(a, b as PyInst));
      default:
        return sameValue(a, b);
    }
  }

  private paired(a: object, b: object, compare: () => boolean): boolean {
    const known = this.pairs.get(a);
    if (known) return known === b;
    if (!this.reads.isFollowed(a) || this.reads.whole.has(a)) return false;
    this.pairs.set(a, b);
    return compare();
  }

  private dictionaries(a: PyDict, b: PyDict): boolean {
    if (a.fuzzy || b.fuzzy || a.entries.size !== b.entries.size) return false;
    if (this.isRestless(a.entries) || this.isRestless(b.entries)) return false;
    const seen = this.reads.copies.get(a)?.entries;
    const others = [...b.entries];
    return [...a.entries].every(([key, { value }], i) => {
      const [otherKey, other] = others[i]!;
      if (key !== otherKey) return false;
      const text = seen?.get(key)?.value;
      if (text instanceof WatchedText) return this.texts(text, other.value);
      return this.alike(value, other.value);
    });
  }

  /** What was read of one map is the same in another. */
  private maps(a: Map<string, Value>, b: Map<string, Value>): boolean {
    if (this.isRestless(a) || this.isRestless(b)) return false;
    if (this.reads.whole.has(a) && !this.keysAlike(a, b)) return false;
    for (const key of this.reads.keys.get(a) ?? []) if (!this.read(a, key, unheard(a, key), unheard(b, key))) return false;
    return true;
  }

  private keysAlike(a: Map<string, Value>, b: Map<string, Value>): boolean {
    const others = [...b.keys()];
    return a.size === others.length && [...a.keys()].every((key, i) => key === others[i]);
  }

  /** What was read at one place is the same as another value. */
  private read(at: object, key: string, first: Value | undefined, other: Value | undefined): boolean {
    const text = this.reads.texts.get(at)?.get(key);
    return text ? this.texts(text, other) : this.alike(first, other);
  }

  private texts(text: WatchedText, other: Value | undefined): boolean {
    if (other?.k !== 'str' || !text.holdsFor(other.v)) return false;
    this.became.set(text, other.v);
    return true;
  }

  /** Methods that were taken by such texts are there under the others, too. To be asked last. */
  methods(): boolean {
    return this.reads.methods.every(({ of, name, own }) => {
      const other = this.became.get(name) ?? name.letters;
      const cls = (this.pairs.get(of) ?? of) as PyClass;
      const [one, another] = [found(of.mro, name.letters), found(cls.mro, other)];
      return one?.k === 'func' && another?.k === 'func' && !own.has(other) && this.alike(one, another);
    });
  }

  /** What a function or class says of itself is the same. */
  private said(at: object, other: Readonly<Record<string, string | null>>): boolean {
    return [...(this.reads.texts.get(at) ?? [])].every(([name, text]) => {
      const said = other[name] ?? null;
      return said !== null && text.holdsFor(said);
    });
  }

  private functions(a: PyFunc, b: PyFunc): boolean {
    if (!this.maps(a.attrs, b.attrs)) return false;
    const isDocRead = this.reads.keys.get(a.attrs)?.has('__doc__') ?? false;
    if (isDocRead) ensureBody(b);
    const text = docstringOf(b.code.body);
    const __doc__ = text.k === 'str' ? text.v : null;
    if (!this.said(a, { __name__: b.name, __qualname__: b.qualname, __module__: b.scope.module.name, __doc__ })) return false;
    for (const key of this.reads.keys.get(a.attrs) ?? []) if (TELLING.has(key)) return false;
    if (isDocRead && docstringOf(a.code.body).k !== text.k) return false;
    if (!this.reads.called.has(a)) return a.code.isAsync === b.code.isAsync && a.code.isGenerator === b.code.isGenerator;
    if (a.code !== b.code) return false;
    const defaults = a.defaults.length === b.defaults.length && a.defaults.every((value, i) => this.alike(value, b.defaults[i]));
    const keywords = a.kwDefaults.every((value, i) => this.alike(value ?? undefined, b.kwDefaults[i] ?? undefined));
    return defaults && keywords && this.scopes(a.scope, b.scope);
  }

  private scopes(a: Scope | null, b: Scope | null): boolean {
    if (a === b) return true;
    if (!a || !b || a.kind !== b.kind || a.code !== b.code || a.module !== b.module || a.classCell !== b.classCell) return false;
    if (a.kind === 'module') return false;
    return (a.kind === 'class' || this.maps(a.vars, b.vars)) && this.scopes(a.parent, b.parent);
  }

  private instances(a: PyInst, b: PyInst): boolean {
    if (this.isRestless(a) || this.isRestless(b)) return false;
    return !a.payload && !b.payload && !a.fuzzy && !b.fuzzy && this.alike(a.cls, b.cls) && this.maps(a.attrs, b.attrs);
  }

  private classes(a: PyClass, b: PyClass): boolean {
    if (!ofOneKind(a, b) || this.reads.whole.has(a.attrs)) return false;
    if ([...a.mro, ...b.mro].some(({ attrs }) => this.isRestless(attrs))) return false;
    const names = this.reads.keys.get(a.attrs) ?? new Set<string>();
    if ([...names].some((name) => name === '__dict__' || TELLING.has(name))) return false;
    if (!this.said(a, { __name__: b.name, __qualname__: b.qualname, __module__: b.module })) return false;
    for (const of of this.reads.ancestors.get(a) ?? []) if (isAmong(a.mro, of) !== isAmong(b.mro, of)) return false;
    for (const { of, after, name } of this.reads.behind)
      if (of === a && !this.alike(found(a.mro, name, after), found(b.mro, name, after))) return false;
    for (const name of names) if (!this.read(a.attrs, name, found(a.mro, name), found(b.mro, name))) return false;
    return true;
  }
}

/** Whether the interpreter treats two classes in one way, whatever their attributes are. */
function ofOneKind(a: PyClass, b: PyClass): boolean {
  if (a.unknown || b.unknown || a.decorator || b.decorator || a.construct !== b.construct) return false;
  if (a.own !== b.own || a.open !== b.open || a.intercepts !== b.intercepts || a.metaclass !== b.metaclass) return false;
  // What an unknown class may bring depends on where it stands.
  return !a.open || (a.bases.length === b.bases.length && a.bases.every((base, i) => base === b.bases[i]));
}

function isAmong(mro: readonly PyClass[], cls: PyClass): boolean {
  return mro.some((one) => one === cls);
}

/** The first value of a name along an MRO, or behind one of its classes. */
function found(mro: readonly PyClass[], name: string, after: PyClass | null = null): Value | undefined {
  let isThere = after === null;
  for (const cls of mro) {
    if (isThere) {
      const value = unheard(cls.attrs, name);
      if (value !== undefined) return value;
    } else isThere = cls === after;
  }
  return undefined;
}
