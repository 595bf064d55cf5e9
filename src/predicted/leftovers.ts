/** What a request changes in objects that were there before it, and that the next request will find. */

import { betweenRequests, isTidiedUp } from '../frameworks/django/between-requests.ts';
import { contentsOf } from '../interpreter/contents.ts';
import { type Change, changeOf, type Delta } from '../interpreter/heap.ts';
import { Lookout } from '../interpreter/lookout.ts';
import { mayBeAbsent, presence } from '../interpreter/presence.ts';
import { Bound, Infeasible } from '../interpreter/signals.ts';
import { bornOf, type DictEntry, latestId, sameValue, type Value } from '../interpreter/values.ts';
import type { VM } from '../interpreter/vm.ts';
import { operationId } from '../model/operation.ts';
import type { BoundRow } from './bind.ts';

/** Requests with different traces in the process that are told apart. */
const MOST_REQUESTS = 20;
/** What tidies up after a request takes a few lines. */
const STEPS_OF_TIDYING_UP = 5_000;

/** The changes of one request that outlive it. */
interface Leftover {
  readonly delta: Delta;
  readonly operation: string;
}

/** Collects what requests change in objects that were there before them. */
export class Leftovers {
  private readonly known = new Set<string>();
  /** The same of what is left once it was tidied up. */
  private readonly rests = new Set<string>();
  readonly found: Leftover[] = [];
  private closed = false;
  /** Notices who looks at what requests have changed, from the moment on when that is known. */
  readonly lookout: Lookout;

  constructor(private readonly vm: VM) {
    vm.loadedUntil = latestId();
    this.lookout = new Lookout(vm.heap);
  }

  /** Nothing more is taken. */
  close(): void {
    this.closed = true;
  }

  /** Takes the changes of one way through an operation. */
  add(delta: Delta, row: BoundRow): void {
    if (this.closed || this.found.length >= MOST_REQUESTS) return;
    const kept = this.lastingOf(delta);
    if (kept.size === 0 || !this.isNew(kept, delta, this.known)) return;
    for (const rest of this.tidiedUp(kept, delta)) this.take(rest, row);
  }

  /** What is left of the changes when the server has ended the request and begins the next one. */
  private tidiedUp(kept: Delta, delta: Delta): readonly Delta[] {
    const { vm } = this;
    const isOpen = [...kept.values()].some((keys) => [...keys.values()].some(({ value }) => isValue(value) && mayBeAbsent(value)));
    if (!isOpen && !isTidiedUp(vm)) return [delta];
    const run = () => {
      vm.heap.apply(delta);
      betweenRequests(vm);
      this.tellAbsent(kept);
      return { how: 'normal' } as const;
    };
    const begun = vm.steps;
    try {
      return vm.within(STEPS_OF_TIDYING_UP, () => vm.explorer.outcomes(run), 'anew').map((outcome) => outcome.delta);
    } catch (error) {
      if (error instanceof Bound || error instanceof Infeasible) return [delta];
      throw error;
    } finally {
      // It is no part of what the request does.
      vm.stepLimit += vm.steps - begun;
    }
  }

  /** What may be gone is gone or there on this way: what ways have in common, after they were joined, tells less. */
  private tellAbsent(kept: Delta): void {
    const { vm } = this;
    for (const [target, keys] of kept) {
      if (!(target instanceof Map)) continue;
      for (const key of keys.keys()) {
        const { value } = changeOf(target, key);
        if (isValue(value) && mayBeAbsent(value) && presence(vm, value) === null) vm.heap.deleteMap(target, key);
      }
    }
  }

  private take(delta: Delta, row: BoundRow): void {
    const kept = this.lastingOf(delta);
    if (kept.size === 0 || !this.isNew(kept, delta, this.rests)) return;
    for (const [target, keys] of kept) this.lookout.watch(target, keys.keys());
    const inside = this.insideOf(kept, delta);
    this.found.push({ delta: new Map([...kept, ...inside]), operation: operationId(row.operation.method, row.operation.path) });
  }

  /** Whether no request has left the like of it yet. */
  private isNew(kept: Delta, delta: Delta, known: Set<string>): boolean {
    const names = [...kept].flatMap(([target, keys]) =>
      [...keys].map(([key, change]) => `${bornOf(target)} ${String(key)} ${shapeOf(change, (value) => this.onWay(value, delta))}`),
    );
    const inside = this.insideOf(kept, delta);
    for (const [place, keys] of [...inside.values()].entries())
      for (const [key, change] of keys) names.push(`inside ${place} ${String(key)} ${kindOf(change)}`);
    const name = names.join('; ');
    if (known.has(name)) return false;
    known.add(name);
    return true;
  }

  /** What of an alternative stands there on the way that made these changes, as far as it is decided. */
  private onWay(value: Value, delta: Delta): Value {
    let at = value;
    while (at.k === 'alt') {
      const way = this.vm.explorer.ways.takenIn(delta, at.key);
      if (way === undefined) break;
      at = at.options[way]!;
    }
    return at;
  }

  /**
   * Whether the changes of one way that outlive the request are in certain objects or put them somewhere: a request to another view
   * would leave something else.
   */
  leadTo(delta: Delta, isOne: (object: object) => boolean): boolean {
    const kept = this.lastingOf(delta);
    if (kept.size === 0) return false;
    if ([...kept.keys()].some(isOne)) return true;
    const changed = [...kept.values(), ...this.insideOf(kept, delta).values()].flatMap((keys) => [...keys.values()].flatMap(valuesOf));
    return changed.some((value) => isOne(value) || (value.k === 'inst' && isOne(value.cls)));
  }

  /** The changes of objects that were there before. */
  private lastingOf(delta: Delta): Delta {
    const kept: Delta = new Map();
    for (const [target, keys] of delta) {
      const born = bornOf(target);
      if (born === 0 || born > this.vm.loadedUntil) continue;
      const changed = new Map([...keys].filter(([, change]) => differs(change)));
      if (changed.size > 0) kept.set(target, changed);
    }
    return kept;
  }

  /** What the request wrote into its own objects, of those that an object of all requests now leads to. */
  private insideOf(kept: Delta, delta: Delta): Delta {
    const inside: Delta = new Map();
    const seen = new Set<object>();
    const open = [...kept.values()].flatMap((keys) => [...keys.values()].flatMap(valuesOf));
    for (let value = open.pop(); value !== undefined; value = open.pop()) {
      if (seen.has(value)) continue;
      seen.add(value);
      const { holders, values } = contentsOf(value);
      // What an older object holds was there before, or is among the changes that are kept.
      if (holders.some((holder) => bornOf(holder) !== 0 && bornOf(holder) <= this.vm.loadedUntil)) continue;
      open.push(...values);
      for (const holder of holders) {
        const changes = delta.get(holder);
        if (!changes || inside.has(holder)) continue;
        inside.set(holder, changes);
        for (const change of changes.values()) open.push(...valuesOf(change));
      }
    }
    return inside;
  }
}

/** False for a change that puts back what stood there. */
function differs(change: Change): boolean {
  const now = changeOf(change.target, change.key);
  return change.present !== now.present || !same(now.value, change.value);
}

function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, i) => same(item, b[i]));
  if (isEntry(a) && isEntry(b)) return same(a.value, b.value);
  return isValue(a) && isValue(b) && sameValue(a, b);
}

function isValue(value: unknown): value is Value {
  return typeof value === 'object' && value !== null && 'k' in value;
}

function isEntry(value: unknown): value is DictEntry {
  return typeof value === 'object' && value !== null && !('k' in value) && 'key' in value && 'value' in value;
}

/** The values that a change puts somewhere. */
function valuesOf({ value }: Change): readonly Value[] {
  if (Array.isArray(value)) return value.filter(isValue);
  if (isEntry(value)) return [value.key, value.value];
  return isValue(value) ? [value] : [];
}

/** As `shapeOf`, but texts and numbers are not told apart: each request has its own. */
function kindOf(change: Change): string {
  const shape = shapeOf(change);
  return /^(str|num) /.test(shape) ? shape.slice(0, 3) : shape;
}

/**
 * What kind of thing a change leaves: two requests that leave two fresh objects at one place are told once.
 * @param seen what is to be told of an alternative
 */
function shapeOf(change: Change, seen = (value: Value) => value): string {
  if (!change.present) return 'gone';
  const value = isEntry(change.value) ? change.value.value : change.value;
  if (Array.isArray(value)) return `${value.length} items`;
  if (!isValue(value)) return typeof value;
  const told = seen(value);
  if (told.k === 'str' || told.k === 'num' || told.k === 'bool') return `${told.k} ${told.v}`;
  return told.k === 'inst' ? `a ${told.cls.qualname}` : told.k;
}
