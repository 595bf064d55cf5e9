/**
 * Notices whether code looks at certain places of objects: keys of maps (attributes, names, entries), and fields, which get an
 * accessor. Of runs that were over before a place was watched it knows by when its map was read at all.
 */
import type { Heap } from './heap.ts';
import { listen, readsOf, rememberReads } from './map-reads.ts';
import { latestId, type Span } from './values.ts';

/** What a run has looked at. */
export interface Seen {
  /** How many places were watched all the while. */
  readonly known: number;
  /** Whether it looked at a watched place. */
  readonly looked: boolean;
  /** When it ran, and what it relies on. */
  readonly spans: readonly Readonly<Span>[];
}

export class Lookout {
  /** How often code has looked at what stood in a watched place before the run under way wrote there. */
  looks = 0;
  private readonly watched = new WeakMap<object, Set<unknown>>();
  /** Between which moments each watched place may have been read before it was watched. */
  private readonly readBefore: (readonly Span[])[] = [];
  /** Earlier runs whose answers were taken over in the runs under way. */
  private relied: Seen[] = [];
  private underWay = 0;

  constructor(private readonly heap: Heap) {
    rememberReads();
  }

  /** Runs something that can ask what it has looked at so far. */
  during<T>(run: (seen: () => Seen) => T): T {
    const known = this.readBefore.length;
    const { looks } = this;
    const from = latestId();
    const first = this.relied.length;
    const seen = () => {
      const relied = this.relied.slice(first);
      return {
        known: Math.min(known, ...relied.map((one) => one.known)),
        looked: this.looks > looks || relied.some((one) => one.looked),
        spans: [{ from, until: latestId() }, ...relied.flatMap(({ spans }) => spans)],
      };
    };
    this.underWay++;
    try {
      return run(seen);
    } finally {
      this.underWay--;
      if (this.underWay === 0) this.relied = [];
    }
  }

  /** What an earlier run gave is part of the run under way. */
  relyOn(seen: Seen): void {
    this.relied.push(seen);
  }

  /** Whether a run may have looked at a place that is watched by now. */
  mayHaveLooked({ known, looked, spans }: Seen): boolean {
    const overlaps = (read: Span) => spans.some(({ from, until }) => read.from <= until && from <= read.until);
    return looked || this.readBefore.slice(known).some((reads) => reads.some(overlaps));
  }

  /** Watches places from now on: keys of a map, or fields of another object (of a list, its items). */
  watch(target: object, places: Iterable<unknown>): void {
    const known = this.watched.get(target) ?? new Set();
    const added = [...places].filter((place) => !known.has(place));
    for (const place of added) {
      known.add(place);
      this.readBefore.push(readsOf(target, place));
    }
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
