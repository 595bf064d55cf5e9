/** What a request changes in objects that were there before it, and that the next request will find. */

import { contentsOf } from '../interpreter/contents.ts';
import { type Change, changeOf, type Delta } from '../interpreter/heap.ts';
import { Lookout } from '../interpreter/lookout.ts';
import { bornOf, type DictEntry, latestId, sameValue, type Value } from '../interpreter/values.ts';
import type { VM } from '../interpreter/vm.ts';
import { operationId } from '../model/operation.ts';
import type { BoundRow } from './bind.ts';

/** Requests with different traces in the process that are told apart. */
const MOST_REQUESTS = 20;

/** The changes of one request that outlive it. */
interface Leftover {
  readonly delta: Delta;
  readonly operation: string;
}

/** Collects what requests change in objects that were there before them. */
export class Leftovers {
  private readonly known = new Set<string>();
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
    if (kept.size === 0) return;
    const names = [...kept].flatMap(([target, keys]) =>
      [...keys].map(([key, change]) => `${bornOf(target)} ${String(key)} ${shapeOf(change)}`),
    );
    const inside = this.insideOf(kept, delta);
    for (const [place, keys] of [...inside.values()].entries())
      for (const [key, change] of keys) names.push(`inside ${place} ${String(key)} ${kindOf(change)}`);
    const name = names.join('; ');
    if (this.known.has(name)) return;
    this.known.add(name);
    for (const [target, keys] of kept) this.lookout.watch(target, keys.keys());
    this.found.push({ delta: new Map([...kept, ...inside]), operation: operationId(row.operation.method, row.operation.path) });
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

/** What kind of thing a change leaves: two requests that leave two fresh objects at one place are told once. */
function shapeOf(change: Change): string {
  if (!change.present) return 'gone';
  const value = isEntry(change.value) ? change.value.value : change.value;
  if (Array.isArray(value)) return `${value.length} items`;
  if (!isValue(value)) return typeof value;
  if (value.k === 'str' || value.k === 'num' || value.k === 'bool') return `${value.k} ${value.v}`;
  return value.k === 'inst' ? `a ${value.cls.qualname}` : value.k;
}
