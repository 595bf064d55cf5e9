/**
 * Reads of a map (attributes, names, entries), told to listeners. Reads are plain JavaScript reads, so a map that is listened to gets
 * reading methods of its own, which the heap's book-keeping passes by. When maps were read can be remembered of all of them.
 */
import { Cells, latestId } from './values.ts';

export interface ReadListener {
  /** A key was asked for. Gives what the reader is to see, mostly `value` itself. */
  one(key: unknown, value: unknown): unknown;
  /** All of it is gone through. Gives what the reader is to see of each key, where that is another value. */
  all(): ((key: unknown, value: unknown) => unknown) | undefined;
  /** Only how many there are was asked. */
  count(): void;
}

const read = Map.prototype;
const listeners = new WeakMap<object, ReadListener[]>();

/** Adds a listener, for as long as the map is there. */
export function listen(map: Map<unknown, unknown>, listener: ReadListener): void {
  const known = listeners.get(map);
  if (known) {
    known.push(listener);
    return;
  }
  const all = [listener];
  listeners.set(map, all);
  const one = (key: unknown, value: unknown) => {
    if (map instanceof Cells) mark(map);
    let seen = value;
    for (const each of all) seen = each.one(key, seen);
    return seen;
  };
  const whole = () => {
    if (map instanceof Cells) mark(map);
    return all.map((each) => each.all()).filter((given) => given !== undefined);
  };
  const entries = function* () {
    const given = whole();
    for (const [key, value] of read.entries.call(map)) yield [key, given.reduce((seen, give) => give(key, seen), value)];
  };
  const own: PropertyDescriptorMap = {
    get: { value: (key: unknown) => one(key, read.get.call(map, key)) },
    has: {
      value: (key: unknown) => {
        one(key, undefined);
        return read.has.call(map, key);
      },
    },
    keys: {
      value: () => {
        whole();
        return read.keys.call(map);
      },
    },
    values: {
      value: function* () {
        for (const [, value] of entries()) yield value;
      },
    },
    entries: { value: entries },
    forEach: {
      value: (run: (value: unknown, key: unknown) => void) => {
        for (const [key, value] of entries()) run(value, key);
      },
    },
    [Symbol.iterator]: { value: entries },
    size: {
      get: () => {
        if (map instanceof Cells) mark(map);
        for (const each of all) each.count();
        return Reflect.get(read, 'size', map) as number;
      },
    },
  };
  Object.defineProperties(map, own);
}

/** What stands in a map; no listener notices. */
export function unheard<K, V>(map: ReadonlyMap<K, V>, key: K): V | undefined {
  return read.get.call(map, key) as V | undefined;
}

function mark(cells: Cells<unknown, unknown>): void {
  const now = latestId();
  if (cells.readFrom === 0) cells.readFrom = now;
  cells.readUntil = now;
}

let areRemembered = false;

/**
 * From now on, `readFrom` and `readUntil` of maps tell of their reads. A prototype with methods of its own makes each read dearer, so
 * that loading a project does without.
 */
export function rememberReads(): void {
  if (areRemembered) return;
  areRemembered = true;
  type Marked = Cells<unknown, unknown>;
  const { get, has } = read;
  const own: PropertyDescriptorMap = {
    get: {
      value(this: Marked, key: unknown) {
        mark(this);
        return get.call(this, key);
      },
    },
    has: {
      value(this: Marked, key: unknown) {
        mark(this);
        return has.call(this, key);
      },
    },
    size: {
      get(this: Marked) {
        mark(this);
        return Reflect.get(read, 'size', this) as number;
      },
    },
  };
  for (const name of ['keys', 'values', 'entries', 'forEach', Symbol.iterator] as const) {
    const method = read[name] as (...passed: unknown[]) => unknown;
    own[name] = {
      value(this: Marked, ...passed: unknown[]) {
        mark(this);
        return method.apply(this, passed);
      },
    };
  }
  Object.defineProperties(Cells.prototype, own);
}
