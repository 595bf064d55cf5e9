/**
 * A text whose uses are told: what was computed with it holds for every other text on which all uses give the same. A text that is
 * made of it is watched in its turn, and becomes another one with it. Uses that nobody knows how to repeat tie the result to
 * this very text.
 */
import { PyRaise } from './signals.ts';
import { keyOf, list, NONE, nextId, type PyBytes, type PyStr, type PyUnknown, sameValue, str, tuple, type Value } from './values.ts';

interface Use {
  readonly again: (text: Value) => Value | boolean;
  readonly gave: Value | boolean;
}

/** A text that was made of a watched one. */
interface Derived {
  readonly child: WatchedText;
  readonly again: (text: Value) => Value | boolean;
}

/** What was done with one text. */
class Uses {
  readonly uses: Use[] = [];
  readonly made: Derived[] = [];
  /** Read in a way that cannot be repeated. */
  exact = false;

  constructor(
    readonly text: string,
    /** The run that it was, where it was not the one that made the text. */
    readonly later: LaterUses | null = null,
  ) {}

  /** Whether all of it gives the same for another text; `holds` says so of what was made of it. */
  repeat(text: string, holds: (child: WatchedText, text: string) => boolean): boolean {
    if (text === this.text) return true;
    return !this.exact && this.uses.every((use) => repeats(use, text)) && this.made.every((one) => holdsForMade(one, text, holds));
  }
}

export class WatchedText implements PyStr {
  readonly k = 'str';
  /** Tells it apart in the names of unknowns. */
  readonly name = `text#o:${nextId()}`;
  private readonly own: Uses;
  /** Where its uses are told now. */
  private into: Uses | null = null;
  private text: string;

  constructor(
    first: string,
    /** The text that it was made of, and how. */
    private readonly origin: { readonly parent: WatchedText; readonly again: Derived['again'] } | null = null,
  ) {
    this.text = first;
    this.own = new Uses(first);
  }

  /** The text that all others were made of. */
  private get root(): WatchedText {
    return this.origin ? this.origin.parent.root : this;
  }

  /** What it is where the root is another text; null where it is none then. */
  private where(root: Value): Value | null {
    if (!this.origin) return root;
    const parent = this.origin.parent.where(root);
    const text = parent && this.origin.again(parent);
    return text && typeof text !== 'boolean' && text.k === 'str' ? text : null;
  }

  /** Whether another text is the same; a use of both. */
  equals(other: PyStr): boolean {
    return this.use([this, other], ([a, b]) => textOf(a!) === textOf(b!));
  }

  get v(): string {
    if (this.into) this.into.exact = true;
    return this.text;
  }

  /** Its letters, for whoever tells by other means what depends on them. */
  get letters(): string {
    return this.text;
  }

  get isMade(): boolean {
    return this.origin !== null;
  }

  /** Makes it another text, for computations that go on from a shared one. */
  become(text: string): void {
    if (text === this.text) return;
    this.text = text;
    for (const { child, again } of this.own.made) {
      const next = again({ k: 'str', v: text });
      if (typeof next !== 'boolean' && next.k === 'str') child.become(next.v);
    }
  }

  /** From here on, what is done with it is told or not. */
  tell(on: boolean): void {
    this.into = on ? this.own : null;
    for (const { child } of this.own.made) child.tell(on);
  }

  /** From here on, what is done with it, and with what was made of it before, is told to a run that comes after. */
  tellLater(later: LaterUses): void {
    this.into = later.usesOf(this, this.text);
    for (const { child } of this.own.made) child.tellLater(later);
  }

  /** Whether all that was done with it gives the same for another text. */
  holdsFor(text: string): boolean {
    return this.own.repeat(text, (child, next) => child.holdsFor(next));
  }

  /** The same of what a later run did with it. */
  holdsLater(later: LaterUses, text: string): boolean {
    const holds = (child: WatchedText, next: string) => child.holdsLater(later, next);
    return later.usesOf(this, this.text).repeat(text, holds) && this.own.made.every((one) => holdsForMade(one, text, holds));
  }

  /** Tells what a use gave. What is made of texts stands for what is made of other texts in its turn. */
  private told(into: Uses, gave: Value | boolean, again: (text: Value) => Value | boolean): Value | boolean {
    if (typeof gave !== 'boolean' && gave !== this) {
      if (gave.k === 'str') return this.child(into, gave.v, again);
      if (gave.k === 'list') {
        // Pieces of it: how many there are is a use, each of them is a text in its turn.
        const { name } = this;
        into.uses.push({ gave: shapeOf(gave, this.text, name), again: (text) => shapeOf(again(text), textOf(text), name) });
        const piece = (i: number) => (text: Value) => {
          const pieces = again(text);
          return (typeof pieces !== 'boolean' && pieces.k === 'list' && pieces.items[i]) || false;
        };
        const made = list(gave.items.map((item, i) => (item.k === 'str' ? this.child(into, item.v, piece(i)) : item)));
        made.fuzzy = gave.fuzzy && (withoutText(gave.fuzzy, this.text, name) as PyUnknown);
        return made;
      }
      if (gave.k === 'unknown') {
        const { name } = this;
        const open = withoutText(gave, this.text, name);
        const same = (text: Value) => {
          const other = again(text);
          return typeof other === 'boolean' ? other : withoutText(other, textOf(text), name);
        };
        into.uses.push({ gave: open, again: same });
        return open;
      }
    }
    into.uses.push({ gave, again });
    return gave;
  }

  private child(into: Uses, text: string, again: (text: Value) => Value | boolean): WatchedText {
    const child = new WatchedText(text, { parent: this, again });
    child.into = into === this.own ? child.own : into.later!.usesOf(child, text);
    into.made.push({ child, again });
    return child;
  }

  /** Runs something with it that depends on nothing else, but for other texts of the same root. */
  use<T extends Value | boolean>(values: readonly Value[], run: (values: readonly Value[]) => T): T {
    const { into, root } = this;
    if (!into || !values.every(isConstant)) return run(values);
    const texts = values.filter((value) => value instanceof WatchedText);
    const isAlone = texts.every((text) => text === this);
    if (!isAlone && texts.some((text) => text.root !== root)) {
      // One of them stays open, the one that has more to say; of a method there are few.
      const kept = texts.reduce((one, other) => (other.text.length > one.text.length ? other : one)).root;
      return told(
        values.map((value) => (value instanceof WatchedText && value.root !== kept ? { k: 'str', v: value.v } : value)),
        run,
      );
    }
    const before = texts.map((text) => text.into);
    for (const text of texts) text.into = null;
    try {
      const gave = run(values);
      if (isAlone) return this.told(into, gave, (text) => run(values.map((value) => (value === this ? text : value)))) as T;
      const again = (text: Value) => {
        const others = values.map((value) => (value instanceof WatchedText ? value.where(text) : value));
        return others.every((value) => value !== null) && run(others);
      };
      return root.told(into.later ? into.later.usesOf(root, root.text) : root.own, gave, again) as T;
    } catch (error) {
      for (const uses of before) if (uses) uses.exact = true;
      throw error;
    } finally {
      for (const [i, text] of texts.entries()) text.into = before[i]!;
    }
  }
}

/**
 * What one run did with texts that were watched before it. Many runs may follow the one that made a text; what each of them did is
 * told apart.
 */
export class LaterUses {
  private readonly of = new Map<WatchedText, Uses>();

  usesOf(text: WatchedText, now: string): Uses {
    let uses = this.of.get(text);
    if (!uses) {
      uses = new Uses(now, this);
      this.of.set(text, uses);
    }
    return uses;
  }

  /** Nothing more is told. */
  close(): void {
    for (const text of this.of.keys()) text.tell(false);
  }
}

function textOf(value: Value): string {
  return value.k === 'str' ? value.v : '';
}

/** What is not known of a text, named by it in general: one text with gaps leaves the same open as another. */
function withoutText(value: Value, text: string, name: string): Value {
  return value.k === 'unknown' && text !== '' ? { ...value, symbol: value.symbol.replaceAll(text, name) } : value;
}

/** A list with its texts left out. */
function shapeOf(value: Value | boolean, text: string, name: string): Value | boolean {
  if (typeof value === 'boolean' || value.k !== 'list') return value;
  const items = value.items.map((item) => (item.k === 'str' ? NONE : item));
  return tuple([tuple(items), value.fuzzy ? withoutText(value.fuzzy, text, name) : NONE]);
}

/** Runs an operation on values; if a watched text is among them, it is told. */
export function told<T extends Value | boolean>(values: readonly Value[], run: (values: readonly Value[]) => T): T {
  for (const value of values) if (value instanceof WatchedText) return value.use(values, run);
  return run(values);
}

/** What a question about a text gives; where the text is watched, that it was asked is told. */
export function asked<T extends string | number | boolean | null>(text: PyStr | PyBytes, question: (letters: string) => T): T {
  if (!(text instanceof WatchedText)) return question(text.v);
  const gave = text.use([text], ([one]) => tuple([str(JSON.stringify(question(textOf(one!))))]));
  return JSON.parse(textOf(gave.items[0]!)) as T;
}

/** The text under which a value is looked for in a map; of a watched text is told which of its keys it is, if any. */
export function keyAmong(map: ReadonlyMap<string, unknown>, value: Value): string {
  // Where somebody listens to the reads of the map itself, another map may come in its place.
  if (!(value instanceof WatchedText) || map.get !== Map.prototype.get) return keyOf(value);
  const keys = new Set(map.keys());
  return asked(value, (letters) => (keys.has(keyOf(str(letters))) ? keyOf(str(letters)) : null)) ?? keyOf(str(value.letters));
}

/** A text with others put into it; those that are watched stay so, in what is made of them. */
export class FilledText {
  private readonly watched: WatchedText[] = [];

  /** What stands for a text until all are there. */
  add(text: PyStr): string {
    return text instanceof WatchedText ? `\0${this.watched.push(text) - 1}\0` : text.v;
  }

  private filled(text: string, letters: (index: number) => string): string {
    return this.watched.length === 0 ? text : text.replace(/\0(\d+)\0/g, (_all, index: string) => letters(Number(index)));
  }

  /** For the name of something unknown, which is the same whatever the watched texts are. */
  named(text: string): string {
    return this.filled(text, (index) => `{${this.watched[index]!.name}}`);
  }

  joined(text: string): Value {
    return told(this.watched, (texts) => str(this.filled(text, (index) => textOf(texts[index]!))));
  }
}

function repeats(use: Use, text: string): boolean {
  try {
    return alike(use.again({ k: 'str', v: text }), use.gave);
  } catch (error) {
    if (error instanceof PyRaise) return false;
    throw error;
  }
}

function holdsForMade({ child, again }: Derived, text: string, holds: (child: WatchedText, text: string) => boolean): boolean {
  try {
    const next = again({ k: 'str', v: text });
    return typeof next !== 'boolean' && next.k === 'str' && holds(child, next.v);
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
