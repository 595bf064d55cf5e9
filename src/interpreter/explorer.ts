/**
 * Forks. A computation that meets a condition which cannot be known is run once for each way; the outcomes are then joined
 * again where they only differ in values (which become alternatives), and stay apart where they differ in how they end.
 *
 * A fork is replayed from the start of the smallest statement or call around it; what the parts before it did is taken over
 * and not run again, so a replay costs little and meets the very same objects. Alternatives remember the fork that made them (`key`), so two values of one fork always agree.
 */
import { type Delta, type Heap, sizeOf } from './heap.ts';
import { Joiner } from './join.ts';
import type { Condition, Ended, Outcome } from './outcome.ts';
import { Bound, Infeasible, PyRaise } from './signals.ts';
import { TraceLog } from './trace-log.ts';
import { latestId, unknown, type Value } from './values.ts';
import { Ways } from './ways.ts';

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

/** A statement or call inside a frame that was run already; a replay takes over what it did instead of running it again. */
interface Part {
  start: number;
  end: number;
  /** Null for a part that is a decision. */
  ended: Ended | null;
  /** What it changed; worked out when a replay comes. */
  delta: Delta | null;
}

interface Frame {
  decisions: Decision[];
  position: number;
  sequence: number;
  mark: number;
  /** By sequence number, starting with 1. There is one for nearly every statement that runs, so they are used again. */
  readonly parts: Part[];
  /** How many of them were run. */
  run: number;
}

/** Sequence numbers start with 1. */
const NEVER_RUN: Part = { start: 0, end: 0, ended: null, delta: null };

const NOTHING = () => null;

/** Outcomes that are held at a time, and how often they may be joined to make room for more. */
const MOST_OUTCOMES = 96;
const MOST_JOINS = 4;
/** Where each is looked at, none is joined. */
const MOST_ENDINGS = MOST_OUTCOMES * MOST_JOINS;

/** Changes of one outcome that cost nothing beside the statements that made them; each beyond takes a step of its own, as it takes memory. */
const CHANGES_FOR_NOTHING = 5_000;

export class Explorer {
  private frames: Frame[] = [];
  private depth = -1;
  /** Which ways the path under way took, and what they mean. */
  readonly ways: Ways;
  /** What happened on the path under way. */
  readonly log: TraceLog;
  private readonly joiner: Joiner;
  outcomesSeen = 0;
  /** How often something was asked that cannot be known, whether its way was taken before or not. */
  questions = 0;

  /** @param spend takes steps for what paths cost beside the statements on them; it may throw `Bound` */
  constructor(
    private readonly heap: Heap,
    private readonly spend: (steps: number) => void,
  ) {
    this.ways = new Ways(heap, spend);
    this.log = new TraceLog(heap, this.ways);
    this.joiner = new Joiner(this.ways, this.log);
  }

  /** Remembers that something happened on the path under way. */
  note(note: unknown): void {
    this.log.note(note);
  }

  /** Takes one of `count` ways; the same key always gives the same way on one path. */
  choose(count: number, condition: Condition): number {
    this.questions++;
    const known = this.ways.taken(condition.key);
    if (known !== undefined) return known;
    const { conditions } = this.ways;
    if (!conditions.has(condition.key)) conditions.set(condition.key, condition);
    return this.decide(count, condition.key);
  }

  /** The option of an alternative on this path. */
  chooseOption(key: string, count: number): number {
    const known = this.ways.taken(key);
    if (known !== undefined) return known;
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
    this.ways.assume(key, decision.pick);
    return decision.pick;
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
    const part = sequence <= parent.run ? parent.parts[sequence]! : null;
    if (part?.ended) {
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
    let ended: Ended | null = null;
    try {
      ended = this.runPart(computation, parent, sequence, unreachable);
      return ended;
    } catch (error) {
      if (error instanceof PyRaise) ended = { how: 'raise', value: error.value };
      throw error;
    } finally {
      this.keepPart(parent, sequence, start, parent.decisions.length === decisions ? ended : null);
    }
  }

  /** Makes a new object. A replay meets the very same one: what parts before the fork wrote, they wrote into that. */
  made<T extends Value>(make: () => T): T {
    const frame = this.depth >= 0 ? this.frames[this.depth]! : null;
    if (!frame) return make();
    const sequence = ++frame.sequence;
    const known = sequence <= frame.run ? frame.parts[sequence]!.ended : null;
    if (known) return known.value as T;
    const start = this.heap.position;
    const value = make();
    this.keepPart(frame, sequence, start, { how: 'return', value });
    return value;
  }

  private keepPart(frame: Frame, sequence: number, start: number, ended: Ended | null): void {
    frame.run = sequence;
    const part = frame.parts[sequence];
    const end = this.heap.position;
    if (!part) frame.parts[sequence] = { start, end, ended, delta: null };
    else {
      part.start = start;
      part.end = end;
      part.ended = ended;
      part.delta = null;
    }
  }

  private runPart(computation: () => Ended, parent: Frame | null, sequence: number, unreachable: () => object | null): Ended {
    const born = latestId();
    const start = this.heap.position;
    let outcomes: Ended | Outcome[];
    try {
      outcomes = this.explore(computation, unreachable, born);
    } finally {
      const map = unreachable();
      if (map) this.heap.forget(map, start);
    }
    if (!Array.isArray(outcomes)) return outcomes;
    const joined = this.joiner.join(outcomes, born);
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

  /** One change out of several that may have been made: each place becomes an alternative under one key, named by what is said of each way. */
  either(key: string, ways: readonly { readonly way: string; readonly delta: Delta }[]): Delta {
    if (ways.every(({ delta }) => delta.size === 0)) return new Map();
    const { key: join, outcome } = this.joiner.joinGroup(
      ways.map(({ delta }) => ({ ended: { how: 'normal' }, delta })),
      latestId(),
    );
    const about = unknown('world', key, 'which requests came before', null);
    this.ways.conditions.set(join, { key, origin: 'world', ways: ways.map(({ way }) => way), about });
    return outcome.delta;
  }

  /** Goes on from an outcome: its changes and the ways that led to it are those of the path under way. */
  take(outcome: Outcome): Ended {
    this.heap.apply(outcome.delta);
    if (outcome.ended.how === 'raise') throw new PyRaise(outcome.ended.value!);
    return outcome.ended;
  }

  /** @param born where given, outcomes that grow too many are joined on the way: the newest object before */
  private explore(computation: () => Ended, unreachable: () => object | null = NOTHING, born: number | null = null): Ended | Outcome[] {
    const frame = this.push();
    let outcomes: Outcome[] | null = null;
    let joins = 0;
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
        if (ended) {
          const delta = this.heap.capture(frame.mark, unreachable());
          this.spend(Math.max(0, sizeOf(delta) - CHANGES_FOR_NOTHING));
          outcomes.push({ ended, delta, lineage });
        }
        this.outcomesSeen++;
        const many = outcomes.length > (born === null ? MOST_ENDINGS : MOST_OUTCOMES);
        if (many && (born === null || ++joins > MOST_JOINS))
          throw new Bound(`more than ${MOST_ENDINGS} ways through one statement${this.onWhat()}`);
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
        if (many) outcomes = this.joiner.join(outcomes, born!);
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
    const { path, conditions } = this.ways;
    const open = [...path.keys()].filter((key) => conditions.has(key)).slice(-3);
    return open.length ? ` (${open.join('; ')})` : '';
  }

  /** Goes back to the start of a frame; what its parts did before the next way branches off is kept for the replay. */
  private rewind(frame: Frame): void {
    const last = frame.decisions.at(-1);
    if (last) {
      frame.run = Math.min(frame.run, last.outcomes ? last.sequence - 1 : last.sequence);
      for (let i = frame.run; i > 0; i--) {
        const part = frame.parts[i]!;
        if (!part.ended || part.delta) continue;
        this.heap.undo(part.end);
        part.delta = this.heap.capture(part.start);
      }
    }
    this.heap.undo(frame.mark);
  }

  private push(): Frame {
    this.depth++;
    let frame = this.frames[this.depth];
    if (!frame) this.frames[this.depth] = frame = { decisions: [], position: 0, sequence: 0, mark: 0, parts: [NEVER_RUN], run: 0 };
    if (frame.decisions.length) frame.decisions = [];
    frame.run = 0;
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
    const { frames, depth, log } = this;
    const { trace } = log;
    this.frames = [];
    this.depth = -1;
    try {
      return this.ways.apart(() => this.heap.unwatched(run));
    } finally {
      this.frames = frames;
      this.depth = depth;
      log.trace = trace;
    }
  }

  /** Outcomes that were captured one by one, joined where they end alike. */
  joined(outcomes: readonly Outcome[], born: number): readonly Outcome[] {
    return outcomes.length > 1 ? this.joiner.join(outcomes, born) : outcomes;
  }
}
