/** The request that a probe sends to one operation, as Django's objects. */

import type { LoadedDjango } from '../frameworks/django/load.ts';
import { FILLED_PARAMETER } from '../frameworks/django/world.ts';
import type { ReadLog } from '../interpreter/read-log.ts';
import {
  args,
  Cells,
  type DictEntry,
  dict,
  NONE,
  type PyDict,
  type PyInst,
  str,
  TRUE,
  tuple,
  unknown,
  type Value,
} from '../interpreter/values.ts';
import { alike, LaterUses, WatchedText } from '../interpreter/watched.ts';
import type { BoundRow } from './bind.ts';

/** Positional and keyword arguments of the view: the attacker fills the path's parameters. */
export interface ViewArguments {
  readonly positional: readonly Value[];
  readonly keywords: ReadonlyMap<string, Value>;
}

export function argumentsOf(row: BoundRow): ViewArguments {
  const chosen = (symbol: string) => unknown('attacker', symbol, 'chosen by whoever sends the request', null);
  const keywords = new Map<string, Value>();
  for (const name of row.leaf.parameters) {
    if (name === 'var' || name === 'format') continue;
    const value = chosen(row.leaf.filled.has(name) ? `${FILLED_PARAMETER}${name}` : `path:${name} or 0`);
    // A group of a regular expression that took no part in the match is no keyword (django/urls/resolvers.py, RegexPattern.match).
    const key = `path:${name} is given`;
    keywords.set(name, row.leaf.optional.has(name) ? { k: 'alt', key, options: [{ k: 'absent' }, value] } : value);
  }
  if (row.leaf.formatSuffix) keywords.set('format', str('json'));
  const unnamed = row.leaf.parameters.filter((name) => name === 'var').map((_name, i) => chosen(`path:${i}`));
  if (row.leaf.defaults?.k === 'dict')
    for (const entry of row.leaf.defaults.entries.values()) if (entry.key.k === 'str') keywords.set(entry.key.v, entry.value);
  return { positional: keywords.size ? [] : unnamed, keywords };
}

/** The attributes of a row's `ResolverMatch`. */
export function matchOf({ vm }: LoadedDjango, row: BoundRow): PyInst {
  const { positional, keywords } = argumentsOf(row);
  const names = row.leaf.name?.split(':') ?? [];
  for (const value of keywords.values()) if (value.k === 'unknown') vm.reads.tellValue(value);
  const made = vm.call(
    vm.getAttr(vm.importModule('django.urls', null), 'ResolverMatch', null),
    {
      positional: [row.leaf.callback, tuple(positional), dict(keywords)],
      keywords: new Map<string, Value>([
        ['url_name', names.length ? str(names.at(-1)!) : NONE],
        ['app_names', vm.listOf(row.leaf.appNames.map((n) => str(n)))],
        // As it is written in the URLconf; only what it stands for is kept.
        ['route', unknown('opaque', `route of ${row.leaf.path}`, 'the text of a pattern is not kept', row.leaf.site)],
        ['namespaces', vm.listOf(names.slice(0, -1).map((n) => str(n)))],
      ]),
    },
    null,
  );
  return vm.force(made, null) as PyInst;
}

/** The view that a match leads to, and the keyword arguments that it gets (`ResolverMatch`). */
const CALLBACK = 'func';
const KEYWORDS = 'kwargs';

/** What a run behind the middleware read of path and route. */
export class LaterReads {
  readonly texts = new LaterUses();
  /** Attributes of the match. */
  readonly names = new Set<string>();
  /** The attributes were read in another way than by name. */
  exact = false;
  private given: PyDict | null = null;

  constructor(
    /** The attributes of the match of that run. */
    readonly attributes: ReadonlyMap<string, Value>,
    private readonly reads: ReadLog,
  ) {}

  /** The keyword arguments; what is read of them is told with the rest of what the view reads. */
  keywords(given: Value | undefined): Value | undefined {
    if (given?.k !== 'dict') return given;
    this.given ??= this.reads.keywords({ ...given, entries: new Cells(given.entries) });
    return this.given;
  }
}

/** The attributes of whichever match they stand for; what is read of them is told. */
class ToldAttributes extends Cells<string, Value> {
  /** What was read, by name; of a text, the text that tells how it was used. */
  readonly told = new Map<string, Value | undefined>();
  private telling = false;
  /** Read in another way than by name. */
  private exact = false;
  /** What a later run reads is told to it, and no more to `told`. */
  later: LaterReads | null = null;

  override get(name: string): Value | undefined {
    const told = this.told.get(name);
    if (this.later) {
      if (name === KEYWORDS && !told) return this.later.keywords(super.get(name));
      this.later.names.add(name);
    }
    if (told instanceof WatchedText || told?.k === 'dict') return told;
    let value = super.get(name);
    if (this.telling && !this.told.has(name)) {
      if (value?.k === 'str') value = new WatchedText(value.v);
      if (value?.k === 'dict') value = { ...value, entries: new ToldEntries(value.entries) };
      this.told.set(name, value);
      tell(value, true);
    }
    return value;
  }

  override has(name: string): boolean {
    return this.get(name) !== undefined;
  }

  override entries(): MapIterator<[string, Value]> {
    this.readWhole();
    return super.entries();
  }

  override [Symbol.iterator](): MapIterator<[string, Value]> {
    return this.entries();
  }

  override keys(): MapIterator<string> {
    this.readWhole();
    return super.keys();
  }

  override values(): MapIterator<Value> {
    this.readWhole();
    return super.values();
  }

  private readWhole(): void {
    if (this.telling) this.exact = true;
    if (this.later) this.later.exact = true;
  }

  tell(on: boolean): void {
    this.telling = on;
    for (const value of this.told.values()) tell(value, on);
  }

  tellLater(later: LaterReads): void {
    this.later = later;
    for (const value of this.told.values()) if (value instanceof WatchedText) value.tellLater(later.texts);
  }

  /** Whether what a later run read is alike in the attributes of another match than its own. */
  holdsLater(later: LaterReads, others: ReadonlyMap<string, Value>): boolean {
    if (later.exact) return false;
    for (const name of later.names) {
      const told = this.told.get(name);
      const other = others.get(name);
      if (told instanceof WatchedText) {
        if (other?.k !== 'str' || !told.holdsLater(later.texts, other.v)) return false;
      } else if (name !== CALLBACK && !alikeIfAny(later.attributes.get(name), other)) return false;
    }
    return true;
  }

  holdsFor(others: ReadonlyMap<string, Value>): boolean {
    if (this.exact) return false;
    for (const [name, value] of this.told) {
      const other = others.get(name);
      if (value instanceof WatchedText) {
        if (other?.k !== 'str' || !value.holdsFor(other.v)) return false;
      } else if (value?.k === 'dict' && value.entries instanceof ToldEntries) {
        if (other?.k !== 'dict' || !value.entries.holdsFor(other.entries)) return false;
      } else if (!alikeIfAny(value, other)) return false;
    }
    return true;
  }

  become(others: ReadonlyMap<string, Value>): void {
    this.clear();
    for (const [name, value] of others) {
      this.set(name, value);
      const told = this.told.get(name);
      if (told instanceof WatchedText && value.k === 'str') told.become(value.v);
      if (told?.k === 'dict' && told.entries instanceof ToldEntries && value.k === 'dict') told.entries.become(value.entries);
    }
  }
}

/** The entries of whichever dictionary they stand for; which keys are read is told. */
class ToldEntries extends Cells<string, DictEntry> {
  private readonly told = new Map<string, DictEntry | undefined>();
  private telling = false;
  private exact = false;

  constructor(private readonly first: ReadonlyMap<string, DictEntry>) {
    super(first);
  }

  override get(key: string): DictEntry | undefined {
    const entry = super.get(key);
    if (this.telling) this.told.set(key, entry);
    return entry;
  }

  override has(key: string): boolean {
    return this.get(key) !== undefined;
  }

  override get size(): number {
    if (this.telling) this.exact = true;
    return super.size;
  }

  override [Symbol.iterator](): MapIterator<[string, DictEntry]> {
    if (this.telling) this.exact = true;
    return super[Symbol.iterator]();
  }

  override entries(): MapIterator<[string, DictEntry]> {
    return this[Symbol.iterator]();
  }

  override keys(): MapIterator<string> {
    if (this.telling) this.exact = true;
    return super.keys();
  }

  override values(): MapIterator<DictEntry> {
    if (this.telling) this.exact = true;
    return super.values();
  }

  tell(on: boolean): void {
    this.telling = on;
  }

  holdsFor(others: ReadonlyMap<string, DictEntry>): boolean {
    const keys = this.exact ? new Set([...this.first.keys(), ...others.keys()]) : this.told.keys();
    for (const key of keys) if (!alikeIfAny(this.first.get(key)?.value, others.get(key)?.value)) return false;
    return true;
  }

  become(others: ReadonlyMap<string, DictEntry>): void {
    this.clear();
    for (const [key, entry] of others) this.set(key, entry);
  }
}

function tell(value: Value | undefined, on: boolean): void {
  if (value instanceof WatchedText) value.tell(on);
  if (value?.k === 'dict' && value.entries instanceof ToldEntries) value.entries.tell(on);
}

function alikeIfAny(a: Value | undefined, b: Value | undefined): boolean {
  return a === undefined || b === undefined ? a === b : alike(a, b);
}

/** A request whose path, route and method can become those of another one, with what was read of them. */
export class SharedRequest {
  readonly path: WatchedText;
  readonly method: WatchedText;
  readonly match: PyInst;
  private readonly attributes = new ToldAttributes();
  /** Rows that it is known to stand for, or not. */
  private readonly stands = new Map<BoundRow, boolean>();

  constructor(
    private readonly django: LoadedDjango,
    row: BoundRow,
    route: PyInst,
    method: string,
  ) {
    this.path = new WatchedText(row.leaf.path);
    this.method = new WatchedText(method);
    this.match = { ...route, attrs: this.attributes };
    this.attributes.become(route.attrs);
  }

  /** Tells what is read of them while something runs. */
  watch<T>(run: () => T): T {
    this.tell(true);
    try {
      return run();
    } finally {
      this.tell(false);
    }
  }

  private tell(on: boolean): void {
    this.path.tell(on);
    this.method.tell(on);
    this.attributes.tell(on);
  }

  /** Tells what a run behind the middleware reads of them. */
  watchLater<T>(reads: LaterReads, run: () => T): T {
    this.path.tellLater(reads.texts);
    this.attributes.tellLater(reads);
    try {
      return run();
    } finally {
      reads.texts.close();
      this.attributes.later = null;
    }
  }

  /** Whether what such a run read is alike for another row. Its view and the arguments of that, which the match holds, are left out. */
  standsLater(reads: LaterReads, row: BoundRow, route: PyInst): boolean {
    return this.path.holdsLater(reads.texts, row.leaf.path) && this.attributes.holdsLater(reads, route.attrs);
  }

  /** The `HttpRequest`; to be called with the world's request set. */
  make(): Value {
    const { vm } = this.django;
    const request = vm.force(vm.call(vm.getAttr(vm.importModule('django.http', null), 'HttpRequest', null), args(), null), null);
    if (request.k === 'inst') {
      vm.heap.setMap<string, Value>(request.attrs, '_unlatched_match', this.match);
      vm.heap.setMap<string, Value>(request.attrs, '_dont_enforce_csrf_checks', TRUE);
    }
    return request;
  }

  /** Whether all that was done with path, route and method comes out alike for another request. */
  standsFor(row: BoundRow, route: PyInst, method: string): boolean {
    let stands = this.stands.get(row);
    if (stands === undefined) {
      stands = this.path.holdsFor(row.leaf.path) && this.attributes.holdsFor(route.attrs);
      this.stands.set(row, stands);
    }
    return stands && this.method.holdsFor(method);
  }

  become(row: BoundRow, route: PyInst, method: string): void {
    this.path.become(row.leaf.path);
    this.method.become(method);
    this.attributes.become(route.attrs);
  }
}
