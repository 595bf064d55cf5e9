/**
 * Which routes no request reaches, because an earlier pattern answers their paths (Django takes the first match, urls/resolvers.py).
 * Earlier patterns are found by the literal folders that they start with, so that thousands of routes stay quick.
 */
import { uncovered } from './regex-cover.ts';
import { examplesOf } from './regex-examples.ts';
import { escapeRegex } from './url-template.ts';

/** What a named group of a pattern must be besides matching: whether it takes this text. */
export type Guards = ReadonlyMap<string, (text: string) => boolean>;

const NONE: Guards = new Map();
/** How many patterns may together hide one. */
const MOST_TURNS = 20;

interface Earlier {
  readonly text: string;
  /** How many patterns came before. */
  readonly order: number;
  /** What answers. */
  readonly callback: unknown;
  readonly guards: Guards;
  /** What stands in every path that it takes, in this order. */
  readonly required: readonly string[];
  /** Compiled when it is first asked; null when JavaScript cannot say it or it might take long. */
  regex?: RegExp | null;
}

export class EarlierRoutes {
  private readonly texts = new Set<string>();
  /** Paths without parameters, and how many patterns came before. */
  private readonly literals = new Map<string, number>();
  /** Literal folders at the start -> patterns. */
  private readonly folders = new Map<string, Earlier[]>();

  /** Adds a pattern, the whole way from the root: a regular expression without `^`, with `$` where it ends. */
  add(text: string, callback: unknown = null, guards: Guards = NONE): void {
    if (this.texts.has(text)) return;
    const order = this.texts.size;
    this.texts.add(text);
    const { literal, whole } = literalStart(text);
    if (whole) {
      this.literals.set(literal, order);
      return;
    }
    const folder = literal.slice(0, literal.lastIndexOf('/') + 1);
    const list = this.folders.get(folder);
    const earlier = { text, order, callback, guards, required: requiredTexts(text) };
    if (list) list.push(earlier);
    else this.folders.set(folder, [earlier]);
  }

  /**
   * Whether every path of the pattern is answered by a pattern that was added before; a wider pattern of the same callback hides
   * nothing, because the callback is what is reached.
   */
  hides(text: string, callback: unknown = null, guards: Guards = NONE): boolean {
    if (this.texts.has(text)) return true;
    const answering = new Set<string>();
    let own: RegExp | null | undefined;
    for (const path of examplesOf(text)) {
      const answer = this.answer(path, callback);
      // Nearly always it is the first example that is free, and a plain pattern takes its examples.
      if (answer === null && guards.size === 0 && isPlain(text)) return false;
      own ??= compile(text);
      if (!own) return false;
      if (!takes(own, path, guards)) continue;
      if (answer === null) return false;
      answering.add(answer);
    }
    own ??= compile(text);
    if (!own) return false;
    // Without any example it takes nothing (`^api/$` in front of an include), or nothing that is known of.
    return answering.size > 0 ? !this.letsThrough(text, own, callback, guards, answering) : uncovered(text, []) === null;
  }

  /** Whether there is a path that no earlier pattern answers, though they answer all examples. */
  private letsThrough(text: string, own: RegExp, callback: unknown, guards: Guards, answering: Set<string>): boolean {
    for (let turn = 0; turn < MOST_TURNS; turn++) {
      const path = uncovered(text, [...answering]);
      if (path === null || path === undefined || !takes(own, path, guards)) return false;
      const answer = this.answer(path, callback);
      if (answer === null) return true;
      if (answering.has(answer)) return false;
      answering.add(answer);
    }
    return false;
  }

  /** How many patterns came so far. */
  get count(): number {
    return this.texts.size;
  }

  /** The pattern among the first `before` that answers a path with another callback, or null. */
  answer(path: string, callback: unknown, before = this.count): string | null {
    if ((this.literals.get(path) ?? before) < before) return `${escapeRegex(path)}$`;
    for (let end = 0; end >= 0; end = path.indexOf('/', end) + 1 || -1) {
      for (const earlier of this.folders.get(path.slice(0, end)) ?? []) {
        if (!holdsInOrder(path, earlier.required)) continue;
        if (earlier.order >= before || (callback !== null && earlier.callback === callback)) continue;
        earlier.regex = earlier.regex === undefined ? compile(earlier.text) : earlier.regex;
        if (earlier.regex && takes(earlier.regex, path, earlier.guards)) return earlier.text;
      }
    }
    return null;
  }
}

/** Examples of the paths that a pattern takes; none where JavaScript cannot say it. */
export function pathsOf(text: string, guards: Guards): string[] {
  const regex = compile(text);
  return regex ? [...examplesOf(text)].filter((path) => takes(regex, path, guards)) : [];
}

function takes(regex: RegExp, path: string, guards: Guards): boolean {
  if (guards.size === 0) return regex.test(path);
  const found = regex.exec(path);
  return found !== null && [...guards].every(([group, guard]) => guard(found.groups?.[group] ?? ''));
}

/** The literal text that a pattern starts with, and whether that is all of it. */
function literalStart(text: string): { literal: string; whole: boolean } {
  let literal = '';
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    if (c === '$' && i === text.length - 1) return { literal, whole: true };
    if (c === '\\' && i + 1 < text.length && !/[a-z0-9]/i.test(text[i + 1]!)) literal += text[++i];
    else if (/[\\^$.|?*+()[\]{}]/.test(c)) {
      // A quantifier belongs to the character before it.
      return { literal: /[?*{]/.test(c) ? literal.slice(0, -1) : literal, whole: false };
    } else literal += c;
  }
  return { literal, whole: false };
}

/** True for a pattern without anything that looks around or back: it takes every one of its examples. */
function isPlain(text: string): boolean {
  return !/\(\?(?!<\w|:)|\\[1-9bBkAZ]|(?<!\[)\^|\$(?!$)/.test(text);
}

/** The texts outside of groups, sets and what is optional; none where there are alternatives. */
function requiredTexts(text: string): string[] {
  const runs: string[] = [];
  let run = '';
  const end = (): void => {
    if (run !== '') runs.push(run);
    run = '';
  };
  for (let i = 0, depth = 0; i < text.length; i++) {
    const c = text[i]!;
    if (c === '|' && depth === 0) return [];
    if (c === '(' || c === ')') {
      depth += c === '(' ? 1 : -1;
      end();
    } else if (c === '[') {
      i += text[i + 1] === '^' ? 2 : 1;
      // A bracket that stands first is a character.
      for (i += text[i] === ']' ? 1 : 0; i < text.length && text[i] !== ']'; i++) if (text[i] === '\\') i++;
      end();
    } else if (/[?*{]/.test(c)) {
      run = run.slice(0, -1);
      end();
      if (c === '{') i = text.indexOf('}', i) < 0 ? text.length : text.indexOf('}', i);
    } else if (/[+.^$]/.test(c)) end();
    else if (c === '\\') {
      const escaped = text[++i] ?? '';
      if (/[a-z0-9]/i.test(escaped)) end();
      else if (depth === 0) run += escaped;
    } else if (depth === 0) run += c;
  }
  end();
  return runs;
}

function holdsInOrder(path: string, texts: readonly string[]): boolean {
  let from = 0;
  return texts.every((text) => {
    const at = path.indexOf(text, from);
    from = at + text.length;
    return at >= 0;
  });
}

function compile(text: string): RegExp | null {
  const body = text.replace(/\\Z|\\A/g, '');
  if (/\([^()]*[+*][^()]*\)[+*]/.test(body) || body.length > 500) return null;
  try {
    return new RegExp(`^(?:${body.replace(/\$$/, '')})${body.endsWith('$') ? '$' : ''}`);
  } catch {
    return null;
  }
}
