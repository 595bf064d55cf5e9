/**
 * Reads of a map (attributes, names, entries), told to listeners. Reads are plain JavaScript reads, so a map that is listened to gets
 * reading methods of its own, which the heap's book-keeping passes by. When maps were read can be remembered of all of them.
 */
import { Cells, latestId, type Span } from './values.ts';

export interface ReadListener {
  /** A key was asked for. Gives what the reader is to see, mostly `value` itself. */
  one(key: unknown, value: unknown): unknown;
  /** All of it is gone through. Gives what the reader is to see of each key, where that is another value. */
  all(): ((key: unknown, value: unknown) => unknown) | undefined;
  /** Only how many there are was asked. */
  count(): void;
}

const read = Map.prototype;

/** In place of a key: all of them were read. */
const WHOLE = Symbol('whole');
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
    if (map instanceof Cells) mark(map, key);
    let seen = value;
    for (const each of all) seen = each.one(key, seen);
    return seen;
  };
  const whole = () => {
    if (map instanceof Cells) mark(map, WHOLE);
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
        if (map instanceof Cells) mark(map, WHOLE);
        for (const each of all) each.count();
        return size.call(map);
      },
    },
  };
  Object.defineProperties(map, own);
}

/** What stands in a map; no listener notices. */
export function unheard<K, V>(map: ReadonlyMap<K, V>, key: K): V | undefined {
  return read.get.call(map, key) as V | undefined;
}

const { get: size } = Object.getOwnPropertyDescriptor(read, 'size') as { get: () => number };

/** Whether anything stands in a map; no listener notices. */
export function isFilled(map: ReadonlyMap<unknown, unknown>): boolean {
  return size.call(map) > 0;
}

function mark(cells: Cells<unknown, unknown>, place: unknown): void {
  const now = latestId();
  if (cells.readFrom === 0) {
    cells.readFrom = now;
    if (cells.born <= rememberedFrom) cells.placeReads = new Map();
  }
  cells.readUntil = now;
  if (!cells.placeReads) return;
  const known = cells.placeReads.get(place);
  if (known) known.until = now;
  else cells.placeReads.set(place, { from: now, until: now });
}

/** Where reads are remembered: between which moments, in pieces, a place of a map may have been read. */
export function readsOf(map: object, place: unknown): readonly Span[] {
  if (!(map instanceof Cells)) return [{ from: 0, until: latestId() }];
  const { readFrom, readUntil, placeReads } = map;
  if (readFrom === 0) return [];
  if (!placeReads) return [{ from: readFrom, until: readUntil }];
  return [placeReads.get(place), placeReads.get(WHOLE)].flatMap((span) => (span ? [{ ...span }] : []));
}

/** When reads began to be remembered. What is older is read by many, each for some of its places. */
let rememberedFrom = Number.POSITIVE_INFINITY;
let areRemembered = false;

/**
 * From now on, `readFrom` and `readUntil` of maps tell of their reads. A prototype with methods of its own makes each read dearer, so
 * that loading a project does without.
 */
export function rememberReads(): void {
  if (areRemembered) return;
  areRemembered = true;
  rememberedFrom = latestId();
  type Marked = Cells<unknown, unknown>;
  const { get, has } = read;
  const own: PropertyDescriptorMap = {
    get: {
      value(this: Marked, key: unknown) {
        mark(this, key);
        return get.call(this, key);
      },
    },
    has: {
      value(this: Marked, key: unknown) {
        mark(this, key);
        return has.call(this, key);
      },
    },
    size: {
      get(this: Marked) {
        mark(this, WHOLE);
        return size.call(this);
      },
    },
  };
  for (const name of ['keys', 'values', 'entries', 'forEach', Symbol.iterator] as const) {
    const method = read[name] as (...passed: unknown[]) => unknown;
    own[name] = {
      value(this: Marked, ...passed: unknown[]) {
        mark(this, WHOLE);
        return method.apply(this, passed);
      },
    };
  }
  Object.defineProperties(Cells.prototype, own);
}
