/**
 * A text whose uses are told: what was computed with it holds for every other text on which all uses give the same. A text that is
 * made of it is watched in its turn, and becomes another one with it. Uses that nobody knows how to repeat tie the result to
 * this very text.
 */
import { PyRaise } from './signals.ts';
import { nextId, type PyStr, sameValue, type Value } from './values.ts';

interface Use {
  readonly again: (text: Value) => Value | boolean;
  readonly gave: Value | boolean;
}

/** A text that was made of a watched one. */
interface Derived {
  readonly child: WatchedText;
  readonly again: (text: Value) => Value | boolean;
}

export class WatchedText implements PyStr {
  readonly k = 'str';
  /** Tells it apart in the names of unknowns. */
  readonly name = `text#o:${nextId()}`;
  private readonly uses: Use[] = [];
  private readonly made: Derived[] = [];
  /** Read in a way that cannot be repeated. */
  private exact = false;
  private telling = false;
  private text: string;

  constructor(private readonly first: string) {
    this.text = first;
  }

  get v(): string {
    if (this.telling) this.exact = true;
    return this.text;
  }

  /** Makes it another text, for computations that go on from a shared one. */
  become(text: string): void {
    if (text === this.text) return;
    this.text = text;
    for (const { child, again } of this.made) {
      const next = again({ k: 'str', v: text });
      if (typeof next !== 'boolean' && next.k === 'str') child.become(next.v);
    }
  }

  /** From here on, what is done with it is told or not. */
  tell(on: boolean): void {
    this.telling = on;
    for (const { child } of this.made) child.tell(on);
  }

  /** Whether all that was done with it gives the same for another text. */
  holdsFor(text: string): boolean {
    if (text === this.first) return true;
    return !this.exact && this.uses.every((use) => repeats(use, text)) && this.made.every((one) => holdsForMade(one, text));
  }

  /** Runs something with it that depends on nothing else. */
  use<T extends Value | boolean>(values: readonly Value[], run: (values: readonly Value[]) => T): T {
    if (!this.telling) return run(values);
    if (!values.every((value) => value === this || isConstant(value))) return run(values);
    this.telling = false;
    try {
      const gave = run(values);
      const again = (text: Value) => run(values.map((value) => (value === this ? text : value)));
      if (typeof gave !== 'boolean' && gave.k === 'str' && gave !== (this as Value)) {
        const child = new WatchedText(gave.v);
        child.telling = true;
        this.made.push({ child, again });
        return child as Value as T;
      }
      this.uses.push({ gave, again });
      return gave;
    } catch (error) {
      this.exact = true;
      throw error;
    } finally {
      this.telling = true;
    }
  }
}

/** Runs an operation on values; if a watched text is among them, it is told. */
export function told<T extends Value | boolean>(values: readonly Value[], run: (values: readonly Value[]) => T): T {
  for (const value of values) if (value instanceof WatchedText) return value.use(values, run);
  return run(values);
}

function repeats(use: Use, text: string): boolean {
  try {
    return alike(use.again({ k: 'str', v: text }), use.gave);
  } catch (error) {
    if (error instanceof PyRaise) return false;
    throw error;
  }
}

function holdsForMade({ child, again }: Derived, text: string): boolean {
  try {
    const next = again({ k: 'str', v: text });
    return typeof next !== 'boolean' && next.k === 'str' && child.holdsFor(next.v);
  } catch (error) {
    if (error instanceof PyRaise) return false;
    throw error;
  }
}

/** Equal constants, also inside of containers. */
export function alike(a: Value | boolean, b: Value | boolean): boolean {
  if (typeof a === 'boolean' || typeof b === 'boolean') return a === b;
  if ((a.k === 'list' && b.k === 'list') || (a.k === 'tuple' && b.k === 'tuple'))
    return a.items.length === b.items.length && a.items.every((item, i) => alike(item, b.items[i]!));
  if (a.k === 'dict' && b.k === 'dict')
    return a.entries.size === b.entries.size && [...a.entries].every(([key, { value }]) => alikeEntry(value, b.entries.get(key)?.value));
  return sameValue(a, b);
}

function alikeEntry(a: Value, b: Value | undefined): boolean {
  return b !== undefined && alike(a, b);
}

function isConstant(value: Value): boolean {
  switch (value.k) {
    case 'none':
    case 'bool':
    case 'num':
    case 'str':
    case 'bytes':
      return true;
    case 'tuple':
    case 'list':
      return value.items.every(isConstant);
    case 'set':
      return [...value.entries.values()].every(isConstant);
    default:
      return false;
  }
}
