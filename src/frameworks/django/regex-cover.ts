/**
 * Whether several regular expressions together take every text that another one takes: automata walked side by side. Examples show
 * it for most; this finds the text that no list of examples holds, as the fifth digit behind `\d{1,4}`.
 */

import { type Node, parseRegex, type Ways } from './regex-tree.ts';

/** What stands in paths, the plainest first: a text that is found is made of the first that will do. */
const ALPHABET = [...'7za2Zq-_./@0AbBcdefghijklmnoprstuvwxy134569CDEFGHIJKLMNOPQRSTUVWXY :+,~!$&\'()*;=%#?[]{}|\\^"<>`'];
const MOST_STATES = 4_000;
const MOST_SITUATIONS = 20_000;

type Characters = ReadonlySet<string>;

/** Thrown for an expression that is too large, or that this alphabet cannot write. */
class Unclear extends Error {}

/** An automaton; state 0 is its start. */
class Automaton {
  /** For each state: where it leads with a character. */
  readonly steps: { readonly takes: Characters; readonly to: number }[][] = [];
  /** The kinds of characters that it tells apart. */
  readonly kinds = new Map<string, Characters>();
  /** Where a state leads without a character, and where if the text ends there. */
  private readonly silent: number[][] = [];
  private readonly atEnd: number[][] = [];
  private readonly closures: (readonly number[])[] = [];
  private readonly accepting: boolean[] = [];
  private readonly last: number;

  /** @param pattern matches from the start of a text; to its end only where it says `$` */
  constructor(pattern: string) {
    this.last = this.any(parseRegex(pattern), this.state());
    this.steps[this.last]!.push({ takes: new Set(ALPHABET), to: this.last });
  }

  /** Whether a text may end in this state. */
  accepts(state: number): boolean {
    this.accepting[state] ??= reached(state, (at) => [...this.silent[at]!, ...this.atEnd[at]!]).includes(this.last);
    return this.accepting[state];
  }

  /** A state with all that it leads to without a character. */
  closure(state: number): readonly number[] {
    this.closures[state] ??= reached(state, (at) => this.silent[at]!);
    return this.closures[state];
  }

  private state(): number {
    if (this.steps.length >= MOST_STATES) throw new Unclear();
    this.silent.push([]);
    this.atEnd.push([]);
    return this.steps.push([]) - 1;
  }

  private any(ways: Ways, from: number): number {
    const end = this.state();
    for (const way of ways) this.silent[way.reduce((at, node) => this.repeated(node, at), from)]!.push(end);
    return end;
  }

  private repeated(node: Node, from: number): number {
    let at = from;
    for (let i = 0; i < node.least; i++) at = this.once(node, at);
    if (node.most === Number.POSITIVE_INFINITY) {
      const loop = this.state();
      this.silent[at]!.push(loop);
      this.silent[this.once(node, loop)]!.push(loop);
      return loop;
    }
    if (node.most <= node.least) return at;
    const end = this.state();
    for (let i = node.least; i < node.most; i++) {
      this.silent[at]!.push(end);
      at = this.once(node, at);
    }
    this.silent[at]!.push(end);
    return end;
  }

  private once(node: Node, from: number): number {
    if (node.kind === 'group') return this.any(node.ways, from);
    const to = this.state();
    if (node.kind === 'end') this.atEnd[from]!.push(to);
    else this.steps[from]!.push({ takes: this.characters(node), to });
    return to;
  }

  private characters(node: Node & { kind: 'text' | 'set' }): Characters {
    const name = node.kind === 'text' ? `=${node.text}` : node.source;
    let taken = this.kinds.get(name);
    if (!taken) {
      const regex = node.kind === 'set' ? new RegExp(`^${node.source}$`) : null;
      taken = new Set(ALPHABET.filter((c) => (node.kind === 'text' ? c === node.text : regex!.test(c))));
      // Another script, or a set that JavaScript reads otherwise than Python (`[]x]`).
      if (taken.size === 0) throw new Unclear();
      this.kinds.set(name, taken);
    }
    return taken;
  }
}

function reached(start: number, next: (at: number) => readonly number[]): number[] {
  const found = new Set([start]);
  for (const at of found) for (const to of next(at)) found.add(to);
  return [...found];
}

/**
 * A text that the first expression takes and none of the others; null when there is none. Undefined when that is not
 * clear. What only looks around is passed by, so a text that is found has to be tested.
 */
export function uncovered(own: string, others: readonly string[]): string | null | undefined {
  return found(own, others, (takes) => !takes.includes(true));
}

/** A text that the first two expressions take and none of the others; otherwise like `uncovered`. */
export function common(own: string, other: string, others: readonly string[]): string | null | undefined {
  return found(own, [other, ...others], ([first, ...rest]) => first! && !rest.includes(true));
}

/** @param wanted is told for a text of the first expression which of the others take it */
function found(own: string, others: readonly string[], wanted: (takes: readonly boolean[]) => boolean): string | null | undefined {
  try {
    return search(new Automaton(own), others.map(automaton), wanted);
  } catch (error) {
    if (error instanceof Unclear) return undefined;
    throw error;
  }
}

/** Expressions that hide others hide many. */
const known = new Map<string, Automaton>();

function automaton(pattern: string): Automaton {
  let made = known.get(pattern);
  if (!made) {
    if (known.size > 500) known.clear();
    made = new Automaton(pattern);
    known.set(pattern, made);
  }
  return made;
}

interface Situation {
  readonly at: number;
  /** The states of each of the others. */
  readonly others: readonly (readonly number[])[];
  readonly text: string;
}

/** The shortest text comes first. */
function search(own: Automaton, others: readonly Automaton[], wanted: (takes: readonly boolean[]) => boolean): string | null {
  const letters = oneOfEachKind([own, ...others].flatMap(({ kinds }) => [...kinds.values()]));
  const queue: Situation[] = [];
  const seen = new Set<string>();
  const visit = (state: number, next: Situation['others'], text: string) => {
    for (const at of own.closure(state)) {
      const key = `${at} ${next.map((states) => states.join()).join(' ')}`;
      if (seen.has(key)) continue;
      seen.add(key);
      if (seen.size > MOST_SITUATIONS) throw new Unclear();
      queue.push({ at, others: next, text });
    }
  };
  visit(
    0,
    others.map((other) => other.closure(0)),
    '',
  );
  for (const { at, others: states, text } of queue) {
    if (own.accepts(at) && wanted(others.map((other, i) => states[i]!.some((state) => other.accepts(state))))) return text;
    for (const { takes, to } of own.steps[at]!) {
      for (const c of letters) {
        if (!takes.has(c)) continue;
        visit(
          to,
          others.map((other, i) => after(other, states[i]!, c)),
          text + c,
        );
      }
    }
  }
  return null;
}

/** Characters that no kind tells apart need not all be tried. */
function oneOfEachKind(kinds: readonly Characters[]): string[] {
  const found = new Map<string, string>();
  for (const c of ALPHABET) {
    const kind = kinds.map((characters) => (characters.has(c) ? '1' : '0')).join('');
    if (!found.has(kind)) found.set(kind, c);
  }
  return [...found.values()];
}

function after(automaton: Automaton, states: readonly number[], c: string): readonly number[] {
  const found = new Set<number>();
  for (const state of states)
    for (const { takes, to } of automaton.steps[state]!) if (takes.has(c)) for (const one of automaton.closure(to)) found.add(one);
  return [...found].sort((a, b) => a - b);
}
