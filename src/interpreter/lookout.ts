/**
 * Notices whether code looks at certain places of objects: keys of maps (attributes, names, entries), and fields, which get an
 * accessor.
 */
import type { Heap } from './heap.ts';
import { listen } from './map-reads.ts';

export class Lookout {
  /** How often code has looked at what stood in a watched place before the run under way wrote there. */
  looks = 0;
  private readonly watched = new WeakMap<object, Set<unknown>>();

  constructor(private readonly heap: Heap) {}

  /** Watches places from now on: keys of a map, or fields of another object (of a list, its items). */
  watch(target: object, places: Iterable<unknown>): void {
    const known = this.watched.get(target) ?? new Set();
    const added = [...places].filter((place) => !known.has(place));
    for (const place of added) known.add(place);
    if (!(target instanceof Map)) this.watchFields(target as Record<string, unknown>, added as string[]);
    else if (!this.watched.has(target)) this.watchKeys(target, known);
    this.watched.set(target, known);
  }

  /** Reading in order to write counts, too: nobody tells the two apart. */
  private watchFields(record: Record<string, unknown>, names: readonly string[]): void {
    for (const name of names) {
      let value = record[name];
      const get = () => {
        this.looks++;
        return value;
      };
      const set = (next: unknown) => {
        value = next;
      };
      Object.defineProperty(record, name, { get, set, enumerable: true, configurable: true });
    }
  }

  private watchKeys(map: Map<unknown, unknown>, keys: ReadonlySet<unknown>): void {
    const look = () => {
      this.looks++;
      return undefined;
    };
    const one = (key: unknown, value: unknown) => {
      if (keys.has(key) && !this.heap.hasChanged(map, key)) look();
      return value;
    };
    listen(map, { one, all: look, count: look });
  }

  /** Whether a place of an object is watched. */
  watches(target: object): boolean {
    return this.watched.has(target);
  }
}
