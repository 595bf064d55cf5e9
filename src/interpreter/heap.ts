/**
 * Every change of an object goes through here and can be undone: a fork is a mark on the trail, its outcome the changes since the mark.
 * Reads are plain JavaScript reads; that is what makes loading a project cheap.
 */
import type { PyList, Value } from './values.ts';

const MISSING = Symbol('missing');

type Entry =
  | { readonly map: Map<unknown, unknown>; readonly key: unknown; readonly old: unknown }
  | { readonly object: Record<string, unknown>; readonly field: string; readonly old: unknown }
  | { readonly appended: PyList };

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

export class Heap {
  private trail: Entry[] = [];
  /** Number of explorations under way; nothing needs to be undone when there is none. */
  private watchers = 0;

  /** The length of the trail: a mark for `undo` and `capture`. */
  get position(): number {
    return this.trail.length;
  }

  watch(): number {
    this.watchers++;
    return this.trail.length;
  }

  unwatch(): void {
    this.watchers--;
    if (this.watchers === 0) this.trail.length = 0;
  }

  /** Runs without a trail: what happens inside is never undone (loading a module). */
  unwatched<T>(run: () => T): T {
    const { trail, watchers } = this;
    this.trail = [];
    this.watchers = 0;
    try {
      return run();
    } finally {
      this.trail = trail;
      this.watchers = watchers;
    }
  }

  setMap<K, V>(map: Map<K, V>, key: K, value: V): void {
    if (this.watchers > 0) this.trail.push({ map: map as Map<unknown, unknown>, key, old: map.has(key) ? map.get(key) : MISSING });
    map.set(key, value);
  }

  deleteMap<K, V>(map: Map<K, V>, key: K): void {
    if (!map.has(key)) return;
    if (this.watchers > 0) this.trail.push({ map: map as Map<unknown, unknown>, key, old: map.get(key) });
    map.delete(key);
  }

  setField<T extends object, F extends keyof T & string>(object: T, field: F, value: T[F]): void {
    if (this.watchers > 0) this.trail.push({ object: object as Record<string, unknown>, field, old: object[field] });
    object[field] = value;
  }

  append(list: PyList, value: Value): void {
    if (this.watchers > 0) this.trail.push({ appended: list });
    list.items.push(value);
  }

  /** What changed since the mark, with the values as they stand now. */
  capture(mark: number): Delta {
    const delta: Delta = new Map();
    const note = (target: object, key: unknown, change: () => Change) => {
      const keys = delta.get(target) ?? new Map<unknown, Change>();
      delta.set(target, keys);
      if (!keys.has(key)) keys.set(key, change());
    };
    for (let i = mark; i < this.trail.length; i++) {
      const entry = this.trail[i]!;
      if ('map' in entry) {
        const { map, key } = entry;
        note(map, key, () => ({ target: map, key, isMap: true, present: map.has(key), value: map.get(key) }));
      } else if ('appended' in entry) {
        const target = entry.appended;
        note(target, 'items', () => ({ target, key: 'items', isMap: false, present: true, value: target.items.slice() }));
      } else {
        const { object, field } = entry;
        note(object, field, () => {
          const value = object[field];
          return { target: object, key: field, isMap: false, present: true, value: Array.isArray(value) ? value.slice() : value };
        });
      }
    }
    return delta;
  }

  undo(mark: number): void {
    while (this.trail.length > mark) {
      const entry = this.trail.pop()!;
      if ('map' in entry) {
        if (entry.old === MISSING) entry.map.delete(entry.key);
        else entry.map.set(entry.key, entry.old);
      } else if ('appended' in entry) entry.appended.items.pop();
      else entry.object[entry.field] = entry.old;
    }
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
