/**
 * Which ways the path under way took at its forks, and what follows from them. A join of ways has a key of its own: whoever takes an option
 * of it has taken all that led there, and where some ways end elsewhere, the join is *held*: one of those that it knows was taken.
 */
import type { Delta, Heap } from './heap.ts';
import type { Condition, Literal, Literals, Outcome } from './outcome.ts';
import { Infeasible } from './signals.ts';
import type { Origin } from './values.ts';

/** Which held joins speak of which keys. */
export interface Constraints {
  readonly spokenOf: ReadonlyMap<string, ReadonlySet<string>>;
  readonly speaksOf: ReadonlyMap<string, ReadonlySet<string>>;
}

/** In place of a way: the key is not decided, but one of the ways that its join knows was taken; others ended differently. */
const HELD = -1;

/** Ways that are compared in about the time that a step takes. */
const LITERALS_OF_A_STEP = 128;
/** To note that a held join is to be looked at again, and to begin to look at one, take as long as that many ways that are compared. */
const LITERALS_OF_A_NOTE = 4;
const LITERALS_OF_A_JOIN = 16;

/** Joins that are resolved to tell the conditions behind a way. */
const MOST_DESCRIBED = 64;

/** Options that are looked at to know on which forks a join rests. */
const MOST_LOOKS = 5_000;

export class Ways {
  /** Fork key -> way taken, on the path under way. */
  path = new Map<string, number>();
  /** What each key is about. */
  readonly conditions = new Map<string, Condition>();
  /** For keys made by a join: the ways that led to each option. */
  private readonly joins = new Map<string, readonly Literals[]>();
  private joinCount = 0;
  /** Literals that were looked at and not paid for yet. */
  private looked = 0;
  /** For each key the held joins that speak of it, and the other way round. */
  private readonly literals = new Map<string, Map<number, Literal>>();
  private readonly outcomes = new WeakMap<Outcome, Literals>();
  private spokenOf = new Map<string, ReadonlySet<string>>();
  private speaksOf = new Map<string, ReadonlySet<string>>();
  /** Sets of `spokenOf` that nobody else has: they grow in place, for there are thousands of held joins. */
  private ownSets = new WeakSet<ReadonlySet<string>>();

  /** @param spend takes steps for what is looked through; it may throw `Bound` */
  constructor(
    private readonly heap: Heap,
    private readonly spend: (steps: number) => void,
  ) {}

  /** The way that a key took, where it is decided. */
  taken(key: string): number | undefined {
    const known = this.path.get(key);
    return known === HELD ? undefined : known;
  }

  /** The way that a key took where these changes were made, where it is decided. */
  takenIn(delta: Delta, key: string): number | undefined {
    const taken = delta.get(this.path)?.get(key);
    return taken?.present && taken.value !== HELD ? (taken.value as number) : undefined;
  }

  /** A key for outcomes that are joined. */
  addJoin(group: readonly Outcome[]): string {
    const key = `join:${++this.joinCount}`;
    this.joins.set(
      key,
      group.map((outcome) => this.literalsOf(outcome)),
    );
    return key;
  }

  /** What is known on every path of a join: the ways that all share, and that it is held unless it knows all that there are. */
  knownAfter(key: string, group: readonly Outcome[]): Literals {
    const common = this.commonWays(group);
    return this.hold(key, common) ? [...common, [key, HELD]] : common;
  }

  /** Runs with no way taken: a module that is loaded belongs to no path. */
  apart<T>(run: () => T): T {
    const { path } = this;
    this.path = new Map();
    try {
      return this.constrained(null, run);
    } finally {
      this.path = path;
    }
  }

  /** Takes a way; of a join with all that led to it (the literals of an outcome are complete), unless that contradicts the path. */
  assume(key: string, pick: number): void {
    const known = this.path.get(key);
    if (known === pick) return;
    if (known !== undefined && known !== HELD) throw new Infeasible();
    const doubtful = new Set<string>();
    this.enter(key, pick, doubtful);
    const literals = this.joins.get(key)?.[pick] ?? [];
    this.spend(literals.length >> 4);
    for (const [other, way] of literals) this.enter(other, way, doubtful);
    this.pay(doubtful.size * LITERALS_OF_A_NOTE);
    for (const held of doubtful) if (this.path.get(held) === HELD && !this.holds(held)) throw new Infeasible();
  }

  private enter(key: string, way: number, doubtful: Set<string>): void {
    const known = this.path.get(key);
    if (known === way || (known !== undefined && way === HELD)) return;
    if (known !== undefined && known !== HELD) throw new Infeasible();
    this.heap.setMap(this.path, key, way);
    if (way === HELD) doubtful.add(key);
    else {
      const spoken = this.spokenOf.get(key);
      if (!spoken) return;
      this.pay(spoken.size * LITERALS_OF_A_NOTE);
      for (const held of spoken) doubtful.add(held);
    }
  }

  /** Whether one of the ways of a held join agrees with ways taken; `known` remembers the held joins inside of it. */
  private holds(key: string, ways: ReadonlyMap<string, number> = this.path, known = new Map<string, boolean>()): boolean {
    let held = known.get(key);
    if (held === undefined) {
      this.looked += LITERALS_OF_A_JOIN;
      known.set(key, true);
      const options = this.joins.get(key) ?? [];
      held = options.length === 0 || options.some((literals) => this.agrees(literals, ways, known));
      known.set(key, held);
    }
    return held;
  }

  private agrees(literals: Literals, ways: ReadonlyMap<string, number>, known = new Map<string, boolean>()): boolean {
    for (const [name, way] of literals) {
      this.looked++;
      const taken = ways.get(name);
      const agrees = taken !== undefined && taken !== HELD ? taken === way || way === HELD : way !== HELD || this.holds(name, ways, known);
      if (!agrees) return false;
    }
    this.pay(0);
    return true;
  }

  /** Takes steps for ways that were compared, or for what takes as long. */
  private pay(literals: number): void {
    this.looked += literals;
    if (this.looked < LITERALS_OF_A_STEP) return;
    const steps = Math.floor(this.looked / LITERALS_OF_A_STEP);
    this.looked %= LITERALS_OF_A_STEP;
    this.spend(steps);
  }

  /** The forks decided so far on the path under way that are about something of these origins. */
  openKeys(origins: readonly Origin[]): readonly string[] {
    return this.forksAmong([...this.path], (key) => {
      const condition = this.conditions.get(key);
      return condition !== undefined && origins.includes(condition.origin);
    });
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
        this.literals.clear();
        dropAfter(this.joins, joins);
        dropAfter(this.conditions, conditions);
      }
    }
  }

  /** One object for each way of a key: the same ones stand in thousands of joins. */
  private literal(key: string, way: number): Literal {
    const ofKey = this.literals.get(key) ?? new Map<number, Literal>();
    const literal = ofKey.get(way) ?? [key, way];
    this.literals.set(key, ofKey.set(way, literal));
    return literal;
  }

  /** The ways taken in an outcome. */
  literalsOf(outcome: Outcome): Literals {
    const known = this.outcomes.get(outcome);
    if (known) return known;
    const changes = outcome.delta.get(this.path);
    if (!changes) return [];
    const literals: Literal[] = [];
    for (const { present, key, value } of changes.values()) if (present) literals.push(this.literal(key as string, value as number));
    this.outcomes.set(outcome, literals);
    return literals;
  }

  /** Forks of which an outcome took a way, and of each join that was left open one that all of its options have such a fork on. */
  forksOf(outcome: Outcome, wanted: (key: string) => boolean): readonly string[] {
    return this.forksAmong(this.literalsOf(outcome), wanted);
  }

  private forksAmong(taken: Literals, wanted: (key: string) => boolean): readonly string[] {
    return taken.flatMap(([key, way]) =>
      wanted(key) ? [key] : way === HELD ? (this.restsOn(this.joins.get(key) ?? [], wanted, { looks: MOST_LOOKS }) ?? []) : [],
    );
  }

  /**
   * A wanted fork on which it rests whether any of the options was taken; null when one of them was, whichever ways such
   * forks went: joined ways that come from both sides of a fork do not rest on it. Beyond the bound it is taken to rest on it.
   */
  private restsOn(options: readonly Literals[], wanted: (key: string) => boolean, budget: { looks: number }): string | null {
    let direct: string | null = null;
    let inner: string | null = null;
    for (const literals of options) {
      const own = literals.find(([key]) => wanted(key))?.[0] ?? null;
      const first = own ?? this.restsInside(literals, wanted, budget);
      if (first === null) return null;
      if (own === null) inner ??= first;
      else direct ??= own;
    }
    if (direct === null) return inner;
    budget.looks -= options.length;
    const ways = this.conditions.get(direct)?.ways.length ?? 0;
    if (ways === 0 || budget.looks < 0) return direct;
    for (let way = 0; way < ways; way += 1) {
      const left = options.filter((literals) => literals.every(([name, taken]) => name !== direct || taken === way));
      if (left.length === 0) return direct;
      const others = left.map((literals) => literals.filter(([name]) => name !== direct));
      const other = this.restsOn(others, wanted, budget);
      if (other !== null) return other;
    }
    return null;
  }

  private restsInside(literals: Literals, wanted: (key: string) => boolean, budget: { looks: number }): string | null {
    for (const [key, way] of literals) {
      if (way !== HELD) continue;
      const options = this.joins.get(key) ?? [];
      budget.looks -= 1;
      if (budget.looks < 0) return key;
      const inner = this.restsOn(options, wanted, budget);
      if (inner !== null) return inner;
    }
    return null;
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

  /** All that a key may have taken among given ways: one where they say which. */
  openWaysOf(ways: ReadonlyMap<string, number>, key: string): readonly number[] {
    const known = ways.get(key);
    if (known !== undefined && known !== HELD) return [known];
    return (this.joins.get(key) ?? []).flatMap((literals, way) => (this.agrees(literals, ways) ? [way] : []));
  }

  /** The readable conditions behind one way of a fork; joins are resolved to what they joined, each of them once. */
  describeWay(key: string, way: number): readonly string[] {
    const found = new Set<string>();
    const seen = new Set<string>();
    const open: Literal[] = [[key, way]];
    for (let literal = open.pop(); literal && seen.size < MOST_DESCRIBED; literal = open.pop()) {
      const [name, pick] = literal;
      const condition = this.conditions.get(name);
      if (condition) found.add(condition.ways[pick] ?? name);
      else if (!seen.has(`${name} ${pick}`)) {
        seen.add(`${name} ${pick}`);
        open.push(...(this.joins.get(name)?.[pick] ?? []).toReversed());
      }
    }
    return [...found];
  }

  /** Runs with the held joins of an earlier run (or none), whose outcomes are taken up again; gives its own to whoever goes on from it. */
  constrained<T>(from: Constraints | null, run: (own: Constraints) => T): T {
    const { spokenOf, speaksOf, ownSets } = this;
    this.spokenOf = new Map(from?.spokenOf);
    this.speaksOf = new Map(from?.speaksOf);
    this.ownSets = new WeakSet();
    try {
      return run({ spokenOf: this.spokenOf, speaksOf: this.speaksOf });
    } finally {
      this.spokenOf = spokenOf;
      this.speaksOf = speaksOf;
      this.ownSets = ownSets;
    }
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
    this.spend(names.size >> 4);
    for (const name of names) {
      const known = this.spokenOf.get(name);
      if (known && this.ownSets.has(known)) (known as Set<string>).add(key);
      else {
        const own = new Set(known).add(key);
        this.ownSets.add(own);
        this.spokenOf.set(name, own);
      }
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

  private commonWays(group: readonly Outcome[]): Literals {
    const rest = group.slice(1).map(({ delta }) => delta.get(this.path));
    return this.literalsOf(group[0]!).filter(([name, way]) =>
      rest.every((changes) => {
        const change = changes?.get(name);
        return change?.present && change.value === way;
      }),
    );
  }
}

/** Maps keep the order of insertion: what came after the first `count` entries goes. */
function dropAfter(map: Map<string, unknown>, count: number): void {
  if (map.size <= count) return;
  let i = 0;
  for (const key of map.keys()) if (i++ >= count) map.delete(key);
}
