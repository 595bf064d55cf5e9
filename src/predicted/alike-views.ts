/**
 * Views that answer a request alike. The way from the door through a view is followed once, with all that it reads of the view told;
 * another view, of which it would read the same, gets the same answer. Whole APIs have a handful of gates.
 */

import type { Outcome } from '../interpreter/outcome.ts';
import type { KeywordReads, Reads } from '../interpreter/read-log.ts';
import { standsIn } from '../interpreter/stand-in.ts';
import { type Code, type DictEntry, type PyInst, sameValue } from '../interpreter/values.ts';
import type { VM } from '../interpreter/vm.ts';
import type { BoundRow } from './bind.ts';
import type { Door } from './door.ts';
import type { Leftovers } from './leftovers.ts';
import { LaterReads } from './request.ts';

/** Views of one door that are kept to compare others with. */
const MOST_VIEWS = 60;

/** A row at a door, its request made the row's own. */
export interface AtDoor {
  readonly row: BoundRow;
  readonly door: Door;
  readonly route: PyInst;
  /** What else the answer depends on. */
  readonly key: string;
  /** Which code is its handler. */
  readonly handlers: ReadonlyMap<Code, unknown>;
  /** Steps that may be taken from here. */
  readonly steps: number;
}

/** A way that was followed. */
interface Followed<T> {
  readonly place: AtDoor;
  readonly ofView: Reads;
  readonly ofRequest: LaterReads;
  readonly answer: T;
  /** It was left before its end. */
  readonly left: boolean;
}

export class AlikeViews<T> {
  private readonly known = new WeakMap<Door, Followed<T>[]>();

  constructor(
    private readonly vm: VM,
    private readonly leftovers: Leftovers,
  ) {}

  /** The answer of a view that is alike for this request, or null. */
  find(place: AtDoor): T | null {
    // Where a socket begins and ends is for the middleware of Channels.
    if (place.row.operation.socket) return null;
    const views = this.known.get(place.door) ?? [];
    const at = views.findIndex((one) => this.isAlike(one, place));
    if (at < 0) return null;
    // Rows that follow one another are often alike.
    const [found] = views.splice(at, 1);
    views.push(found!);
    return found!.answer;
  }

  private isAlike({ place, ofView, ofRequest, left }: Followed<T>, { row, door, route, key, handlers, steps }: AtDoor): boolean {
    if (place.key !== key || (left && place.steps < steps)) return false;
    // A class that requests change is not the same for each.
    const isRestless = (map: object) => this.leftovers.lookout.watches(map);
    return (
      keywordsStand(ofView.keywords, place.route, route) &&
      standsIn(ofView, place.row.leaf.callback, row.leaf.callback, isRestless) &&
      door.request.standsLater(ofRequest, row, route) &&
      [...ofView.called].every(({ code }) => place.handlers.get(code) === handlers.get(code))
    );
  }

  /** A way to be followed from here. */
  way(place: AtDoor): Way<T> {
    return new Way(this.vm, this.leftovers, place, (followed) => {
      const views = this.known.get(place.door) ?? [];
      views.push(followed);
      if (views.length > MOST_VIEWS) views.shift();
      this.known.set(place.door, views);
    });
  }
}

class Way<T> {
  private readonly ofView: Reads;
  private ofRequest: LaterReads | null = null;
  private isOwn = false;

  constructor(
    private readonly vm: VM,
    private readonly leftovers: Leftovers,
    private readonly place: AtDoor,
    private readonly add: (followed: Followed<T>) => void,
  ) {
    this.ofView = vm.reads.from(place.row.leaf.callback);
  }

  /** Follows it. `run` gives the ways that it splits into, and may be called twice. */
  follow<O extends { readonly outcome: Outcome }>(run: () => readonly O[]): readonly O[] {
    const { ofView, place } = this;
    const { door, route } = place;
    this.ofRequest = new LaterReads(route.attrs, this.vm.reads);
    const ways = door.request.watchLater(this.ofRequest, () => this.vm.reads.telling(ofView, run));
    const copies = new Set<object>([...ofView.copies.values()].map(({ entries }) => entries));
    if (copies.size > 0 && ways.some(({ outcome }) => [...outcome.delta.keys()].some((target) => copies.has(target)))) {
      this.isOwn = true;
      return run();
    }
    this.isOwn = ways.some(({ outcome }) => this.leftovers.leadTo(outcome.delta, ofView.isFollowed));
    return ways;
  }

  /** Reads what came of it: what is told of the view and its arguments there makes a difference, too. */
  read<R>(run: () => R): R {
    return this.vm.reads.telling(this.ofView, run);
  }

  /** Keeps its answer for views that are alike. `left`: it was left before its end, for the steps that it took. */
  keep(answer: T, left: boolean): void {
    const { place, ofView, ofRequest, isOwn } = this;
    if (isOwn || !ofRequest || ofRequest.exact) return;
    this.add({ place, ofView, ofRequest, answer, left });
  }
}

/** Whether what a run looked at of the keyword arguments of its view is the same in those of another row. */
function keywordsStand(reads: KeywordReads, first: PyInst, other: PyInst): boolean {
  const mine = first.attrs.get('kwargs');
  const theirs = other.attrs.get('kwargs');
  if (mine?.k !== 'dict' || theirs?.k !== 'dict') return false;
  const passive = ({ value }: DictEntry) => value.k === 'unknown' && !reads.whole && !reads.used.has(value);
  const read = new Set(reads.names);
  for (const [key, entry] of mine.entries) if (!passive(entry)) read.add(key);
  for (const [key, { value }] of theirs.entries) if (value.k !== 'unknown' || reads.whole) read.add(key);
  // Where there were none, nobody has told what was asked of them.
  if (mine.entries.size === 0 && theirs.entries.size > 0) return false;
  for (const key of read) {
    const one = mine.entries.get(key);
    const another = theirs.entries.get(key);
    if (!one || !another ? one !== another : !sameValue(one.value, another.value)) return false;
  }
  return true;
}
