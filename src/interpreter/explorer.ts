/**
 * Forks. A computation that meets a condition which cannot be known is run once for each way; the outcomes are then joined
 * again where they only differ in values (which become alternatives), and stay apart where they differ in how they end.
 *
 * A fork is replayed from the start of the smallest statement or call around it; what the parts before it did is taken over
 * and not run again, so a replay costs little and meets the very same objects. Alternatives remember the fork that made them (`key`), so two values of one fork always agree.
 */
import type { Change, Delta, Heap } from './heap.ts';
import { Bound, Infeasible, PyRaise } from './signals.ts';
import { ABSENT, bornOf, latestId, type Origin, type PyClass, type PyUnknown, sameValue, unknown, type Value } from './values.ts';

/** How a statement or function ended. `value` is set for `return`. */
export interface Ended {
  readonly how: 'normal' | 'return' | 'break' | 'continue' | 'raise';
  readonly value?: Value;
}

/** A statement that just ends. */
export const NORMAL: Ended = { how: 'normal' };

/** A condition on which the run forked. */
export interface Condition {
  readonly key: string;
  readonly origin: Origin;
  /** One readable phrase for each way. */
  readonly ways: readonly string[];
  readonly about: PyUnknown;
}

export interface Outcome {
  readonly ended: Ended;
  readonly delta: Delta;
  readonly lineage?: Lineage;
}

interface Decision {
  readonly count: number;
  pick: number;
  /** How many parts of the frame had been run when it was taken; for a part that ended in several ways, that part. */
  readonly sequence: number;
  /** The ways in which that part can end, or null for a plain fork. */
  readonly outcomes: readonly Outcome[] | null;
  /** The newest object when it was taken, on the path under way. */
  born: number;
}

/** Which objects a path made: those with ids in (from, to], and after which of its decisions. */
interface Lineage {
  readonly from: number;
  readonly to: number;
  readonly picks: readonly number[];
  readonly born: readonly number[];
}

/** A statement or call inside a frame that was run already; a replay takes over what it did instead of running it again. */
interface Part {
  readonly start: number;
  readonly end: number;
  readonly ended: Ended;
  /** What it changed; worked out when a replay comes. */
  delta: Delta | null;
}

interface Frame {
  decisions: Decision[];
  position: number;
  sequence: number;
  mark: number;
  /** By sequence number, starting with 1; a part that is a decision has no entry. */
  parts: (Part | undefined)[];
}

/** A step of the trace: what happened on the way, newest first. */
export interface Trace {
  readonly step: TraceStep;
  readonly before: Trace | null;
}
export type TraceStep = { readonly note: unknown } | { readonly joined: string; readonly options: readonly (Trace | null)[] };

/** Forks and the ways taken. */
type Literals = readonly (readonly [string, number])[];

/** Which held joins speak of which keys. */
export interface Constraints {
  readonly spokenOf: ReadonlyMap<string, ReadonlySet<string>>;
  readonly speaksOf: ReadonlyMap<string, ReadonlySet<string>>;
}

/** In place of a way: the key is not decided, but one of the ways that its join knows was taken; others ended differently. */
const HELD = -1;

const NOTHING = () => null;

const MOST_OUTCOMES = 96;
const MOST_OPTIONS = 24;

export class Explorer {
  private frames: Frame[] = [];
  private depth = -1;
  /** Fork key -> way taken, on the path under way. */
  path = new Map<string, number>();
  /** What each key is about. */
  readonly conditions = new Map<string, Condition>();
  /** For keys made by a join: the ways that led to each option. */
  private readonly joins = new Map<string, readonly Literals[]>();
  private joinCount = 0;
  /** For each key the held joins that speak of it, and the other way round. */
  private spokenOf = new Map<string, ReadonlySet<string>>();
  private speaksOf = new Map<string, ReadonlySet<string>>();
  /** What happened on the path under way. */
  trace: Trace | null = null;
  outcomesSeen = 0;

  /** @param spend takes steps for what paths cost beside the statements on them; it may throw `Bound` */
  constructor(
    private readonly heap: Heap,
    private readonly spend: (steps: number) => void,
  ) {}

  note(note: unknown): void {
    this.heap.setField(this as { trace: Trace | null }, 'trace', { step: { note }, before: this.trace });
  }

  /** Takes one of `count` ways; the same key always gives the same way on one path. */
  choose(count: number, condition: Condition): number {
    const known = this.path.get(condition.key);
    if (known !== undefined && known !== HELD) return known;
    if (!this.conditions.has(condition.key)) this.conditions.set(condition.key, condition);
    return this.decide(count, condition.key);
  }

  /** The option of an alternative on this path. */
  chooseOption(key: string, count: number): number {
    const known = this.path.get(key);
    if (known !== undefined && known !== HELD) return known;
    return this.decide(count, key);
  }

  private decide(count: number, key: string): number {
    const frame = this.frames[this.depth];
    // Someone looks at what Load left behind: the richer way (ways are "not so", "so"), and nothing is assumed.
    if (this.depth < 0 || !frame) return count - 1;
    let decision = frame.decisions[frame.position];
    if (!decision) {
      decision = { count, pick: 0, sequence: frame.sequence, outcomes: null, born: 0 };
      frame.decisions.push(decision);
    }
    frame.position++;
    decision.born = latestId();
    this.assume(key, decision.pick);
    return decision.pick;
  }

  /** Takes a way; of a join with all that led to it (the literals of an outcome are complete), unless that contradicts the path. */
  private assume(key: string, pick: number): void {
    const known = this.path.get(key);
    if (known === pick) return;
    if (known !== undefined && known !== HELD) throw new Infeasible();
    const doubtful = new Set<string>();
    this.enter(key, pick, doubtful);
    const literals = this.joins.get(key)?.[pick] ?? [];
    this.spend(literals.length >> 2);
    for (const [other, way] of literals) this.enter(other, way, doubtful);
    for (const held of doubtful) if (this.path.get(held) === HELD && !this.holds(held)) throw new Infeasible();
  }

  private enter(key: string, way: number, doubtful: Set<string>): void {
    const known = this.path.get(key);
    if (known === way || (known !== undefined && way === HELD)) return;
    if (known !== undefined && known !== HELD) throw new Infeasible();
    this.heap.setMap(this.path, key, way);
    if (way === HELD) doubtful.add(key);
    else for (const held of this.spokenOf.get(key) ?? []) doubtful.add(held);
  }

  /** Whether one of the ways of a held join agrees with ways taken; `known` remembers the held joins inside of it. */
  private holds(key: string, ways: ReadonlyMap<string, number> = this.path, known = new Map<string, boolean>()): boolean {
    let held = known.get(key);
    if (held === undefined) {
      known.set(key, true);
      const options = this.joins.get(key) ?? [];
      this.spend(options.length >> 1);
      held = options.length === 0 || options.some((literals) => this.agrees(literals, ways, known));
      known.set(key, held);
    }
    return held;
  }

  private agrees(literals: Literals, ways: ReadonlyMap<string, number>, known = new Map<string, boolean>()): boolean {
    return literals.every(([name, way]) => {
      const taken = ways.get(name);
      if (taken !== undefined && taken !== HELD) return taken === way || way === HELD;
      return way !== HELD || this.holds(name, ways, known);
    });
  }

  /**
   * Runs a computation for each way through it and leaves one outcome behind: where the outcomes end differently, the
   * enclosing computation forks. A raised Python exception is thrown as PyRaise.
   * @param unreachable tells afterwards which map nobody can reach any more: the local names of a function that has ended
   */
  run(computation: () => Ended, unreachable: () => object | null = NOTHING): Ended {
    const parent = this.depth >= 0 ? this.frames[this.depth]! : null;
    if (!parent) return this.runPart(computation, null, 0, unreachable);
    const sequence = ++parent.sequence;
    const part = parent.parts[sequence];
    if (part) {
      this.heap.apply(part.delta!);
      if (part.ended.how === 'raise') throw new PyRaise(part.ended.value!);
      return part.ended;
    }
    const remembered = parent.decisions[parent.position];
    if (remembered?.outcomes && remembered.sequence === sequence) {
      parent.position++;
      remembered.born = latestId();
      return this.take(remembered.outcomes[remembered.pick]!);
    }
    const start = this.heap.position;
    const decisions = parent.decisions.length;
    try {
      const ended = this.runPart(computation, parent, sequence, unreachable);
      if (parent.decisions.length === decisions) parent.parts[sequence] = { start, end: this.heap.position, ended, delta: null };
      return ended;
    } catch (error) {
      if (error instanceof PyRaise && parent.decisions.length === decisions) {
        parent.parts[sequence] = { start, end: this.heap.position, ended: { how: 'raise', value: error.value }, delta: null };
      }
      throw error;
    }
  }

  private runPart(computation: () => Ended, parent: Frame | null, sequence: number, unreachable: () => object | null): Ended {
    const born = latestId();
    const start = this.heap.position;
    let outcomes: Ended | Outcome[];
    try {
      outcomes = this.explore(computation, unreachable);
    } finally {
      const map = unreachable();
      if (map) this.heap.forget(map, start);
    }
    if (!Array.isArray(outcomes)) return outcomes;
    const joined = this.join(outcomes, born);
    if (joined.length === 0) throw new Infeasible();
    if (joined.length > 1 && parent) {
      parent.decisions.push({ count: joined.length, pick: 0, sequence, outcomes: joined, born: latestId() });
      parent.position++;
    }
    return this.take(joined[0]!);
  }

  /** All outcomes, joined where they end alike, for callers that want to look at each; nothing stays changed. */
  outcomes(computation: () => Ended): readonly Outcome[] {
    const mark = this.heap.watch();
    try {
      const result = this.explore(computation);
      if (Array.isArray(result)) return result;
      const delta = this.heap.capture(mark);
      this.heap.undo(mark);
      return [{ ended: result, delta }];
    } catch (error) {
      if (!(error instanceof PyRaise)) {
        this.heap.undo(mark);
        throw error;
      }
      const delta = this.heap.capture(mark);
      this.heap.undo(mark);
      return [{ ended: { how: 'raise', value: error.value }, delta }];
    } finally {
      this.heap.unwatch();
    }
  }

  /** The forks decided so far on the path under way that are about something of these origins. */
  openKeys(origins: readonly Origin[]): readonly string[] {
    const out: string[] = [];
    for (const key of this.path.keys()) {
      const condition = this.conditions.get(key);
      if (condition && origins.includes(condition.origin)) out.push(key);
    }
    return out;
  }

  /**
   * Forgets the forks that `run` made, where that is safe. Their keys mean nothing once its outcomes were read, and there
   * are many: each probe makes its own.
   */
  forgetting<T>(run: () => T, safe: () => boolean): T {
    const joins = this.joins.size;
    const conditions = this.conditions.size;
    try {
      return run();
    } finally {
      if (safe()) {
        dropAfter(this.joins, joins);
        dropAfter(this.conditions, conditions);
      }
    }
  }

  /** One change out of several that may have been made: each place becomes an alternative under one key, named by what is said of each way. */
  either(key: string, ways: readonly { readonly way: string; readonly delta: Delta }[]): Delta {
    if (ways.every(({ delta }) => delta.size === 0)) return new Map();
    const joined = this.joinGroup(
      ways.map(({ delta }) => ({ ended: { how: 'normal' }, delta })),
      latestId(),
    );
    const about = unknown('world', key, 'which requests came before', null);
    this.conditions.set(`join:${this.joinCount}`, { key, origin: 'world', ways: ways.map(({ way }) => way), about });
    return joined.delta;
  }

  /** The ways taken in an outcome. */
  literalsOf(outcome: Outcome): Literals {
    const changes = outcome.delta.get(this.path);
    if (!changes) return [];
    return [...changes.values()].filter((c) => c.present).map((c) => [c.key as string, c.value as number] as const);
  }

  /** Forks of which an outcome took a way, and of each join that was left open one that all of its options have such a fork on. */
  forksOf(outcome: Outcome, wanted: (key: string) => boolean): readonly string[] {
    const inside = (key: string, depth: number): string | null => {
      const options = depth > 8 ? [] : (this.joins.get(key) ?? []);
      const found = options.map((literals) => first(literals, depth + 1));
      return options.length > 0 && found.every((one) => one !== null) ? found[0]! : null;
    };
    const first = (literals: Literals, depth: number): string | null => {
      for (const [key, way] of literals) {
        const one = wanted(key) ? key : way === HELD ? inside(key, depth) : null;
        if (one !== null) return one;
      }
      return null;
    };
    return this.literalsOf(outcome).flatMap(([key, way]) => (wanted(key) ? [key] : way === HELD ? (inside(key, 0) ?? []) : []));
  }

  /** The way that a key took among given ways; where it was left open, the first that agrees with them. */
  wayOf(ways: ReadonlyMap<string, number>, key: string): number {
    const known = ways.get(key);
    if (known !== undefined && known !== HELD) return known;
    const options = this.joins.get(key) ?? [];
    return Math.max(
      0,
      options.findIndex((literals) => this.agrees(literals, ways)),
    );
  }

  /** The trace of an outcome, oldest first, with joined stretches resolved by the ways taken. */
  traceOf(outcome: Outcome): unknown[] {
    const ways = new Map(this.literalsOf(outcome));
    const change = outcome.delta.get(this)?.get('trace');
    const out: unknown[] = [];
    const walk = (trace: Trace | null, until: Trace | null) => {
      const steps: TraceStep[] = [];
      for (let at = trace; at && at !== until; at = at.before) steps.push(at.step);
      for (const step of steps.reverse()) {
        if ('note' in step) out.push(step.note);
        else {
          const way = this.wayOf(ways, step.joined);
          walk(step.options[way] ?? null, null);
        }
      }
    };
    walk((change?.value as Trace | null) ?? null, this.trace);
    return out;
  }

  /** The readable conditions behind one way of a fork; joins are resolved to what they joined. */
  describeWay(key: string, way: number, depth = 0): readonly string[] {
    const condition = this.conditions.get(key);
    if (condition) return [condition.ways[way] ?? key];
    const literals = this.joins.get(key)?.[way];
    if (!literals || depth > 8) return [];
    return [...new Set(literals.flatMap(([other, pick]) => this.describeWay(other, pick, depth + 1)))];
  }

  /** Goes on from an outcome: its changes and the ways that led to it are those of the path under way. */
  take(outcome: Outcome): Ended {
    this.heap.apply(outcome.delta);
    if (outcome.ended.how === 'raise') throw new PyRaise(outcome.ended.value!);
    return outcome.ended;
  }

  private explore(computation: () => Ended, unreachable: () => object | null = NOTHING): Ended | Outcome[] {
    const frame = this.push();
    let outcomes: Outcome[] | null = null;
    try {
      for (;;) {
        frame.position = 0;
        frame.sequence = 0;
        const from = latestId();
        let ended: Ended | null = null;
        try {
          ended = computation();
        } catch (error) {
          if (error instanceof PyRaise) {
            if (frame.decisions.length === 0) throw error;
            ended = { how: 'raise', value: error.value };
          } else if (!(error instanceof Infeasible)) throw error;
          else if (frame.decisions.length === 0) throw error;
        }
        if (frame.decisions.length === 0) return ended!;
        outcomes ??= [];
        const { decisions } = frame;
        const lineage = { from, to: latestId(), picks: decisions.map((d) => d.pick), born: decisions.map((d) => d.born) };
        if (ended) outcomes.push({ ended, delta: this.heap.capture(frame.mark, unreachable()), lineage });
        this.outcomesSeen++;
        if (outcomes.length > MOST_OUTCOMES) throw new Bound(`more than ${MOST_OUTCOMES} ways through one statement${this.onWhat()}`);
        frame.decisions.length = Math.min(frame.decisions.length, frame.position);
        while (frame.decisions.length > 0) {
          const last = frame.decisions[frame.decisions.length - 1]!;
          if (last.pick + 1 < last.count) {
            last.pick++;
            break;
          }
          frame.decisions.pop();
        }
        this.rewind(frame);
        if (frame.decisions.length === 0) return outcomes;
      }
    } catch (error) {
      if (!(error instanceof PyRaise)) this.heap.undo(frame.mark);
      throw error;
    } finally {
      this.pop();
    }
  }

  /** What the path under way forked on last, for the message of a bound. */
  private onWhat(): string {
    const open = [...this.path.keys()].filter((key) => this.conditions.has(key)).slice(-3);
    return open.length ? ` (${open.join('; ')})` : '';
  }

  /** Goes back to the start of a frame; what its parts did before the next way branches off is kept for the replay. */
  private rewind(frame: Frame): void {
    const last = frame.decisions.at(-1);
    if (last) {
      frame.parts.length = Math.min(frame.parts.length, last.outcomes ? last.sequence : last.sequence + 1);
      for (let i = frame.parts.length - 1; i > 0; i--) {
        const part = frame.parts[i];
        if (!part || part.delta) continue;
        this.heap.undo(part.end);
        part.delta = this.heap.capture(part.start);
      }
    }
    this.heap.undo(frame.mark);
  }

  private push(): Frame {
    this.depth++;
    let frame = this.frames[this.depth];
    if (!frame) this.frames[this.depth] = frame = { decisions: [], position: 0, sequence: 0, mark: 0, parts: [] };
    if (frame.decisions.length) frame.decisions = [];
    if (frame.parts.length) frame.parts = [];
    frame.position = 0;
    frame.sequence = 0;
    frame.mark = this.heap.watch();
    return frame;
  }

  private pop(): void {
    this.depth--;
    this.heap.unwatch();
  }

  /** Runs with no exploration around it: a module that is loaded belongs to no path. */
  apart<T>(run: () => T): T {
    const { frames, depth, path, trace } = this;
    this.frames = [];
    this.depth = -1;
    this.path = new Map();
    try {
      return this.constrained(null, () => this.heap.unwatched(run));
    } finally {
      this.frames = frames;
      this.depth = depth;
      this.path = path;
      this.trace = trace;
    }
  }

  /** Runs with the held joins of an earlier run (or none), whose outcomes are taken up again; gives its own to whoever goes on from it. */
  constrained<T>(from: Constraints | null, run: (own: Constraints) => T): T {
    const { spokenOf, speaksOf } = this;
    this.spokenOf = new Map(from?.spokenOf);
    this.speaksOf = new Map(from?.speaksOf);
    try {
      return run({ spokenOf: this.spokenOf, speaksOf: this.speaksOf });
    } finally {
      this.spokenOf = spokenOf;
      this.speaksOf = speaksOf;
    }
  }

  /** Outcomes that were captured one by one, joined where they end alike. */
  joined(outcomes: readonly Outcome[], born: number): readonly Outcome[] {
    return outcomes.length > 1 ? this.join(outcomes, born) : outcomes;
  }

  /** One outcome for each manner of ending; differing values become alternatives under a new key. */
  private join(outcomes: readonly Outcome[], born: number): Outcome[] {
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
      group.length === 1 ? group : group.length > MOST_OPTIONS ? this.halves(group, born) : [this.joinGroup(group, born)],
    );
  }

  private halves(group: readonly Outcome[], born: number): Outcome[] {
    const out: Outcome[] = [];
    for (let i = 0; i < group.length; i += MOST_OPTIONS) {
      const part = group.slice(i, i + MOST_OPTIONS);
      out.push(part.length === 1 ? part[0]! : this.joinGroup(part, born));
    }
    return out;
  }

  private joinGroup(group: readonly Outcome[], born: number): Outcome {
    const key = `join:${++this.joinCount}`;
    this.joins.set(
      key,
      group.map((outcome) => this.literalsOf(outcome)),
    );
    const delta: Delta = new Map();
    const places = new Map<object, Set<unknown>>();
    for (const outcome of group)
      for (const [target, keys] of outcome.delta) {
        if (target === this.path) continue;
        const seen = places.get(target) ?? new Set<unknown>();
        places.set(target, seen);
        for (const name of keys.keys()) seen.add(name);
      }
    for (const [target, names] of places) {
      const changes = new Map<unknown, Change>();
      // What was made inside exists only on the paths that share the decisions before it was made; the others have no say.
      const holders = bornOf(target) > born ? holdersOf(bornOf(target), group) : group;
      for (const name of names) {
        const versionOf = (outcome: Outcome) => outcome.delta.get(target)?.get(name) ?? currentOf(target, name);
        const other = versionOf(holders[0]!);
        const versions = group.map((outcome) => (holders.includes(outcome) ? versionOf(outcome) : other));
        changes.set(name, this.mergeChange(key, versions));
      }
      delta.set(target, changes);
    }
    const first = group[0]!.ended;
    let value = first.value;
    if (value && group.some((o) => !sameValue(o.ended.value!, value!))) {
      value = { k: 'alt', key, options: group.map((o) => o.ended.value!) };
    }
    // Ways that all outcomes share stay known; the rest comes back when an alternative is looked at.
    const ways: (readonly [string, number])[] = this.commonWays(group);
    if (this.hold(key, ways)) ways.push([key, HELD]);
    if (ways.length > 0)
      delta.set(
        this.path,
        new Map(ways.map(([name, way]) => [name, { target: this.path, key: name, isMap: true, present: true, value: way }])),
      );
    return { ended: value ? { how: first.how, value } : { how: first.how }, delta };
  }

  /** Makes the ways of a join a condition of the joined path; false when they are all the ways that there are. */
  private hold(key: string, common: Literals): boolean {
    const shared = new Set(common.map(([name]) => name));
    const options = this.joins.get(key)!.map((literals) => literals.filter(([name]) => !shared.has(name)));
    if (this.covers(options.map((literals) => this.withoutImplied(literals)))) return false;
    const names = new Set<string>();
    for (const [name, way] of options.flat()) {
      names.add(name);
      if (way === HELD) for (const other of this.speaksOf.get(name) ?? []) names.add(other);
    }
    this.speaksOf.set(key, names);
    for (const name of names) {
      this.spokenOf.set(name, new Set([...(this.spokenOf.get(name) ?? []), key]));
    }
    return true;
  }

  /** Whether ways, read as a tree of decisions, leave none out. */
  private covers(options: readonly Literals[]): boolean {
    const first = options.find((literals) => literals.length > 0)?.[0]?.[0];
    if (first === undefined || options.some((literals) => literals.length === 0)) return true;
    const byWay = new Map<number, Literals[]>();
    for (const literals of options) {
      const way = literals.find(([name]) => name === first)?.[1];
      if (way === undefined || way === HELD) return false;
      const rest = literals.filter(([name]) => name !== first);
      const group = byWay.get(way);
      if (group) group.push(rest);
      else byWay.set(way, [rest]);
    }
    const count = this.joins.get(first)?.length ?? this.conditions.get(first)?.ways.length ?? Number.POSITIVE_INFINITY;
    return byWay.size >= count && [...byWay.values()].every((group) => this.covers(group));
  }

  /** Literals without those that follow from the way of a join among them. */
  private withoutImplied(literals: Literals): Literals {
    const implied = new Map<string, number>();
    for (const [name, way] of literals) for (const [other, its] of this.joins.get(name)?.[way] ?? []) implied.set(other, its);
    return literals.filter(([name, way]) => implied.get(name) !== way);
  }

  private commonWays(group: readonly Outcome[]): (readonly [string, number])[] {
    const rest = group.slice(1).map((outcome) => new Map(this.literalsOf(outcome)));
    return this.literalsOf(group[0]!).filter(([name, way]) => rest.every((ways) => ways.get(name) === way));
  }

  private mergeChange(key: string, versions: readonly Change[]): Change {
    const first = versions[0]!;
    if (first.target === this && first.key === 'trace') {
      if (versions.every((v) => v.value === first.value)) return first;
      const options = versions.map((v) => (v.value as Trace | null) ?? null);
      const base = this.trace;
      const own = options.map((option) => since(option, base));
      return { ...first, value: { step: { joined: key, options: own }, before: base } };
    }
    // "There may be more" holds as soon as it holds on one way.
    if (first.key === 'fuzzy') return versions.find((v) => v.value !== undefined) ?? first;
    if (Array.isArray(first.value)) return this.mergeItems(key, versions);
    if (isEntry(first.value) || versions.some((v) => isEntry(v.value))) return this.mergeEntries(key, versions);
    const values = versions.map((v) => (v.present && v.value !== undefined ? (v.value as Value) : ABSENT));
    if (!values.every(isValue)) return versions.find((v) => v.value !== undefined) ?? first;
    if (values.every((v) => sameValue(v, values[0]!))) return first;
    return { ...first, present: true, value: { k: 'alt', key, options: values } satisfies Value };
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

/** The outcomes on whose paths an object exists. */
function holdersOf(born: number, group: readonly Outcome[]): readonly Outcome[] {
  const maker = group.find(({ lineage }) => lineage && born > lineage.from && born <= lineage.to)?.lineage;
  if (!maker) return group;
  const shared = maker.born.filter((id) => id < born).length;
  const holders = group.filter(({ lineage }) => maker.picks.slice(0, shared).every((pick, i) => lineage?.picks[i] === pick));
  return holders.length ? holders : group;
}

/** Maps keep the order of insertion: what came after the first `count` entries goes. */
function dropAfter(map: Map<string, unknown>, count: number): void {
  if (map.size <= count) return;
  let i = 0;
  for (const key of map.keys()) if (i++ >= count) map.delete(key);
}

function since(trace: Trace | null, base: Trace | null): Trace | null {
  if (!trace || trace === base) return null;
  return { step: trace.step, before: since(trace.before, base) };
}

/** What stands at a place now and, where only some ways write there, becomes part of what is read later: a lookout notices. */
function currentOf(target: object, key: unknown): Change {
  if (target instanceof Map) return { target, key, isMap: true, present: target.has(key), value: target.get(key) };
  return { target, key, isMap: false, present: true, value: (target as Record<string, unknown>)[key as string] };
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
