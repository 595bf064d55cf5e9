/**
 * Notices whether code looks at certain places of objects. Reads are plain JavaScript reads, so a map (attributes, names, entries)
 * that is watched gets reading methods of its own, which the heap's book-keeping passes by, and a field an accessor.
 */
import type { Heap } from './heap.ts';

const read = Map.prototype;

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
    const look = (key: unknown) => {
      if (keys.has(key) && !this.heap.hasChanged(map, key)) this.looks++;
    };
    const all = <T>(run: () => T): T => {
      this.looks++;
      return run();
    };
    const own: PropertyDescriptorMap = {
      get: { value: (key: unknown) => [look(key), read.get.call(map, key)][1] },
      has: { value: (key: unknown) => [look(key), read.has.call(map, key)][1] },
      keys: { value: () => all(() => read.keys.call(map)) },
      values: { value: () => all(() => read.values.call(map)) },
      entries: { value: () => all(() => read.entries.call(map)) },
      forEach: { value: (run: (value: unknown, key: unknown) => void) => all(() => read.forEach.call(map, run)) },
      [Symbol.iterator]: { value: () => all(() => read[Symbol.iterator].call(map)) },
      size: { get: () => all(() => Reflect.get(read, 'size', map) as number) },
    };
    Object.defineProperties(map, own);
  }
}
