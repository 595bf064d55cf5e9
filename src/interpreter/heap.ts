/**
 * Every change of an object goes through here and can be undone: a fork is a mark on the trail, its outcome the changes since the mark.
 * Reads are plain JavaScript reads; that is what makes loading a project cheap.
 */
import type { PyList, Value } from './values.ts';

// Read in this way, a map does not take book-keeping for the reading of a program (`lookout.ts`).
const { get, has } = Map.prototype;
/** What stood in a map that had no such key. */
const MISSING = Symbol('missing');
/** In place of a field: one item was put at the end of a list. */
const APPENDED = Symbol('appended');

/** One changed place and what stands there now. `MISSING` inside maps is told by `present`. */
export interface Change {
  readonly target: object;
  readonly key: unknown;
  readonly isMap: boolean;
  readonly present: boolean;
  readonly value: unknown;
}

/** The changes since a mark, by target and key. */
export type Delta = Map<object, Map<unknown, Change>>;

/**
 * The trail is three columns, because there are millions of changes: the object (a map, a list or a record), the key or field,
 * and what stood there.
 */
export class Heap {
  private targets: object[] = [];
  private keys: unknown[] = [];
  private olds: unknown[] = [];
  /** Number of explorations under way; nothing needs to be undone when there is none. */
  private watchers = 0;

  /** The length of the trail: a mark for `undo` and `capture`. */
  get position(): number {
    return this.targets.length;
  }

  watch(): number {
    this.watchers++;
    return this.targets.length;
  }

  unwatch(): void {
    this.watchers--;
    if (this.watchers === 0) this.cut(0);
  }

  /** Runs without a trail: what happens inside is never undone (loading a module). */
  unwatched<T>(run: () => T): T {
    const { targets, keys, olds, watchers } = this;
    this.targets = [];
    this.keys = [];
    this.olds = [];
    this.watchers = 0;
    try {
      return run();
    } finally {
      Object.assign(this, { targets, keys, olds, watchers });
    }
  }

  private push(target: object, key: unknown, old: unknown): void {
    this.targets.push(target);
    this.keys.push(key);
    this.olds.push(old);
  }

  private cut(length: number): void {
    this.targets.length = this.keys.length = this.olds.length = length;
  }

  setMap<K, V>(map: Map<K, V>, key: K, value: V): void {
    if (this.watchers > 0) this.push(map, key, has.call(map, key) ? get.call(map, key) : MISSING);
    map.set(key, value);
  }

  deleteMap<K, V>(map: Map<K, V>, key: K): void {
    if (!has.call(map, key)) return;
    if (this.watchers > 0) this.push(map, key, get.call(map, key));
    map.delete(key);
  }

  setField<T extends object, F extends keyof T & string>(object: T, field: F, value: T[F]): void {
    if (this.watchers > 0) this.push(object, field, object[field]);
    object[field] = value;
  }

  append(list: PyList, value: Value): void {
    if (this.watchers > 0) this.push(list, APPENDED, undefined);
    list.items.push(value);
  }

  /** What changed since the mark, with the values as they stand now; but not in `except`, which nobody can reach any more. */
  capture(mark: number, except: object | null = null): Delta {
    const delta: Delta = new Map();
    for (let i = mark; i < this.targets.length; i++) {
      const target = this.targets[i]!;
      if (target === except) continue;
      const key = this.keys[i] === APPENDED ? 'items' : this.keys[i];
      let changes = delta.get(target);
      if (!changes) {
        changes = new Map();
        delta.set(target, changes);
      }
      if (!changes.has(key)) changes.set(key, changeOf(target, key));
    }
    return delta;
  }

  /** Whether a key of a map was written on the path under way. */
  hasChanged(map: object, key: unknown): boolean {
    const { targets, keys } = this;
    for (let i = targets.length - 1; i >= 0; i--) if (targets[i] === map && keys[i] === key) return true;
    return false;
  }

  /** Takes what was changed in a map since the mark off the trail: nobody can reach it any more. */
  forget(map: object, mark: number): void {
    const { targets, keys, olds } = this;
    let to = mark;
    for (let i = mark; i < targets.length; i++) {
      if (targets[i] === map) continue;
      if (to !== i) {
        targets[to] = targets[i]!;
        keys[to] = keys[i];
        olds[to] = olds[i];
      }
      to++;
    }
    this.cut(to);
  }

  undo(mark: number): void {
    for (let i = this.targets.length - 1; i >= mark; i--) {
      const target = this.targets[i]!;
      const key = this.keys[i];
      const old = this.olds[i];
      if (target instanceof Map) {
        if (old === MISSING) target.delete(key);
        else target.set(key, old);
      } else if (key === APPENDED) (target as PyList).items.pop();
      else (target as Record<string, unknown>)[key as string] = old;
    }
    this.cut(mark);
  }

  /** Makes one change again. */
  redo(change: Change): void {
    if (change.isMap) {
      const map = change.target as Map<unknown, unknown>;
      if (change.present) this.setMap(map, change.key, change.value);
      else this.deleteMap(map, change.key);
    } else {
      const value = Array.isArray(change.value) ? change.value.slice() : change.value;
      this.setField(change.target as Record<string, unknown>, change.key as string, value);
    }
  }

  apply(delta: Delta): void {
    for (const keys of delta.values()) for (const change of keys.values()) this.redo(change);
  }
}

/** What stands at a place now; a lookout does not notice. */
export function changeOf(target: object, key: unknown): Change {
  if (target instanceof Map) return { target, key, isMap: true, present: has.call(target, key), value: get.call(target, key) };
  const value = (target as Record<string, unknown>)[key as string];
  return { target, key, isMap: false, present: true, value: Array.isArray(value) ? value.slice() : value };
}

/** How many places were changed. */
export function sizeOf(delta: Delta): number {
  let size = 0;
  for (const changes of delta.values()) size += changes.size;
  return size;
}
