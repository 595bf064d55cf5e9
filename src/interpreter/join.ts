/** Joins outcomes: one for each manner of ending, in which values that differ are alternatives under one key. */
import type { Change, Delta } from './heap.ts';
import { madeAlike } from './made-alike.ts';
import type { Outcome } from './outcome.ts';
import type { TraceLog } from './trace-log.ts';
import { ABSENT, bornOf, type PyAbsent, type PyClass, sameValue, unknown, type Value } from './values.ts';
import type { Ways } from './ways.ts';

const MOST_OPTIONS = 24;

export class Joiner {
  constructor(
    private readonly ways: Ways,
    private readonly log: TraceLog,
  ) {}

  /**
   * One outcome for each manner of ending; differing values become alternatives under a new key.
   * @param born objects that are newer were made inside of what is joined
   */
  join(outcomes: readonly Outcome[], born: number): Outcome[] {
    const groups = new Map<string, Outcome[]>();
    for (const outcome of outcomes) {
      const { how, value } = outcome.ended;
      const manner = how === 'raise' ? `raise ${raisedName(value!)}` : how;
      const group = groups.get(manner);
      if (group) group.push(outcome);
      else groups.set(manner, [outcome]);
    }
    const order = (group: readonly Outcome[]) => (group[0]!.ended.how === 'raise' ? 1 : 0);
    const sorted = [...groups.values()].sort((a, b) => order(a) - order(b));
    return sorted.flatMap((group) =>
      group.length === 1 ? group : group.length > MOST_OPTIONS ? this.halves(group, born) : [this.joinGroup(group, born).outcome],
    );
  }

  private halves(group: readonly Outcome[], born: number): Outcome[] {
    const out: Outcome[] = [];
    for (let i = 0; i < group.length; i += MOST_OPTIONS) {
      const part = group.slice(i, i + MOST_OPTIONS);
      out.push(part.length === 1 ? part[0]! : this.joinGroup(part, born).outcome);
    }
    return out;
  }

  /** One outcome of several that end alike. */
  joinGroup(group: readonly Outcome[], born: number): { readonly key: string; readonly outcome: Outcome } {
    const key = this.ways.addJoin(group);
    const delta: Delta = new Map();
    for (const outcome of group)
      for (const [target, keys] of outcome.delta) if (target !== this.ways.path) this.joinPlaces(key, group, target, keys, delta, born);
    const first = group[0]!.ended;
    let value = first.value;
    const { delta: firstDelta } = group[0]!;
    if (value && !group.every((o) => madeAlike({ value: o.ended.value!, delta: o.delta }, { value: value!, delta: firstDelta }, born))) {
      value = oneOf(
        key,
        group.map((o) => o.ended.value!),
      );
    }
    // Ways that all outcomes share stay known; the rest comes back when an alternative is looked at.
    const ways = this.ways.knownAfter(key, group);
    if (ways.length > 0)
      delta.set(
        this.ways.path,
        new Map(ways.map(([name, way]) => [name, { target: this.ways.path, key: name, isMap: true, present: true, value: way }])),
      );
    return { key, outcome: { ended: value ? { how: first.how, value } : { how: first.how }, delta } };
  }

  /** Joins what the ways of a group made of these places of an object, but for those that `delta` has already. */
  private joinPlaces(
    key: string,
    group: readonly Outcome[],
    target: object,
    places: ReadonlyMap<unknown, Change>,
    delta: Delta,
    born: number,
  ): void {
    const changes = delta.get(target) ?? new Map<unknown, Change>();
    delta.set(target, changes);
    let holders: readonly Outcome[] | null = null;
    for (const name of places.keys()) {
      if (changes.has(name)) continue;
      // What was made inside exists only on the paths that share the decisions before it was made; the others have no say.
      holders ??= bornOf(target) > born ? holdersOf(bornOf(target), group) : group;
      changes.set(name, this.joinPlace(key, group, holders, target, name, born));
    }
  }

  private joinPlace(
    key: string,
    group: readonly Outcome[],
    holders: readonly Outcome[],
    target: object,
    name: unknown,
    born: number,
  ): Change {
    const changeIn = (outcome: Outcome) => outcome.delta.get(target)?.get(name) ?? currentOf(target, name);
    const first = changeIn(holders[0]!);
    // Mostly all ways wrote the very same.
    if (holders.every((outcome) => isSameChange(changeIn(outcome), first))) return first;
    const holds = (outcome: Outcome) => holders === group || holders.includes(outcome);
    const versions = group.map((outcome) => (holds(outcome) ? changeIn(outcome) : first));
    const deltas = group.map((outcome) => (holds(outcome) ? outcome : holders[0]!).delta);
    return this.mergeChange(key, versions, deltas, born);
  }

  private mergeChange(key: string, versions: readonly Change[], deltas: readonly Delta[], born: number): Change {
    const first = versions[0]!;
    if (first.target === this.log) return this.log.joined(key, versions);
    // "There may be more" holds as soon as it holds on one way.
    if (first.key === 'fuzzy') return versions.find((v) => v.value !== undefined) ?? first;
    if (Array.isArray(first.value)) return this.mergeItems(key, versions);
    if (isEntry(first.value) || versions.some((v) => isEntry(v.value))) return this.mergeEntries(key, versions);
    const values = versions.map((v) => (v.present && v.value !== undefined ? (v.value as Value) : ABSENT));
    if (!values.every(isValue)) return versions.find((v) => v.value !== undefined) ?? first;
    const standing = (i: number) => ({ value: values[i]!, delta: deltas[i]! });
    if (values.every((_, i) => madeAlike(standing(i), standing(0), born))) return first;
    return { ...first, present: true, value: oneOf(key, values) };
  }

  private mergeEntries(key: string, versions: readonly Change[]): Change {
    const entries = versions.map((v) => (v.present ? (v.value as { key: Value; value: Value }) : null));
    const some = entries.find((e) => e)!;
    const values = entries.map((e) => (e ? e.value : ABSENT));
    if (values.every((v) => sameValue(v, values[0]!))) return versions[0]!;
    return { ...versions[0]!, present: true, value: { ...some, value: { k: 'alt', key, options: values } } };
  }

  private mergeItems(key: string, versions: readonly Change[]): Change {
    const lists = versions.map((v) => v.value as readonly Value[]);
    const length = Math.max(...lists.map((l) => l.length));
    const items: Value[] = [];
    for (let i = 0; i < length; i++) {
      const options = lists.map((l) => l[i] ?? ABSENT);
      if (options.every((o) => sameValue(o, options[0]!))) items.push(options[0]!);
      else items.push({ k: 'alt', key, options });
    }
    return { ...versions[0]!, value: items };
  }
}

/** One of several values. */
function oneOf(key: string, options: readonly (Value | PyAbsent)[]): Value {
  const [first] = options;
  if (first?.k === 'unknown' && options.every((o) => o.k === 'unknown' && o.origin === 'world'))
    return unknown('world', `${first.symbol} or other (${key})`, first.reason, first.site);
  return { k: 'alt', key, options };
}

/** The outcomes on whose paths an object exists. */
function holdersOf(born: number, group: readonly Outcome[]): readonly Outcome[] {
  const maker = group.find(({ lineage }) => lineage && born > lineage.from && born <= lineage.to)?.lineage;
  if (!maker) return group;
  const shared = maker.born.filter((id) => id < born).length;
  const holders = group.filter(({ lineage }) => maker.picks.slice(0, shared).every((pick, i) => lineage?.picks[i] === pick));
  return holders.length ? holders : group;
}

/** What stands at a place now and, where only some ways write there, becomes part of what is read later: a lookout notices. */
function currentOf(target: object, key: unknown): Change {
  if (target instanceof Map) return { target, key, isMap: true, present: target.has(key), value: target.get(key) };
  return { target, key, isMap: false, present: true, value: (target as Record<string, unknown>)[key as string] };
}

function isSameChange(one: Change, other: Change): boolean {
  return one === other || (one.value === other.value && one.present === other.present);
}

function isEntry(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !('k' in value) && 'key' in value && 'value' in value;
}

function isValue(value: unknown): value is Value {
  return typeof value === 'object' && value !== null && 'k' in value;
}

function raisedName(value: Value): string {
  if (value.k === 'alt') return raisedName(value.options[0]!);
  if (value.k === 'inst') return `${value.cls.module}.${value.cls.qualname}`;
  if (value.k === 'class') return `${(value as PyClass).module}.${value.qualname}`;
  return value.k;
}
