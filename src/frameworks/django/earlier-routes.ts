/**
 * Which routes no request reaches, because an earlier pattern answers their paths (Django takes the first match, urls/resolvers.py).
 * Earlier patterns are found by the literal folders that they start with, so that thousands of routes stay quick.
 */
import { groupsOf } from './url-template.ts';

/** Texts that fill a group; two of different nature, so that `<int:pk>` does not seem to hide `<slug:name>`. */
const FILLINGS = [
  'zq',
  '7',
  '00000000-0000-4000-8000-000000000001',
  'zq7-x_y',
  '2024',
  '12',
  'en',
  'zq@example.org',
  'aaaaaaaaaaaaaaaaaaaaaa',
  '0123456789abcdef0123456789abcdef01234567',
  '2024-02-03',
  'zq.x',
  'json',
  '.json',
];

interface Earlier {
  readonly text: string;
  /** What answers. */
  readonly callback: unknown;
  /** Compiled when it is first asked; null when JavaScript cannot say it or it might take long. */
  regex?: RegExp | null;
}

export class EarlierRoutes {
  private readonly texts = new Set<string>();
  private readonly literals = new Set<string>();
  /** Literal folders at the start -> patterns. */
  private readonly folders = new Map<string, Earlier[]>();

  /** Adds a pattern, the whole way from the root: a regular expression without `^`, with `$` where it ends. */
  add(text: string, callback: unknown = null): void {
    if (this.texts.has(text)) return;
    this.texts.add(text);
    const { literal, whole } = literalStart(text);
    if (whole) {
      this.literals.add(literal);
      return;
    }
    const folder = literal.slice(0, literal.lastIndexOf('/') + 1);
    const list = this.folders.get(folder);
    if (list) list.push({ text, callback });
    else this.folders.set(folder, [{ text, callback }]);
  }

  /**
   * Whether every example of the pattern's paths is answered by a pattern that was added before; a wider pattern of the same
   * callback hides nothing, because the callback is what is reached.
   */
  hides(text: string, callback: unknown = null): boolean {
    if (this.texts.has(text)) return true;
    const examples = examplesOf(text);
    return examples.length > 0 && examples.every((path) => this.answers(path, callback));
  }

  private answers(path: string, callback: unknown): boolean {
    if (this.literals.has(path)) return true;
    for (let end = 0; end >= 0; end = path.indexOf('/', end) + 1 || -1) {
      for (const earlier of this.folders.get(path.slice(0, end)) ?? []) {
        if (callback !== null && earlier.callback === callback) continue;
        earlier.regex = earlier.regex === undefined ? compile(earlier.text) : earlier.regex;
        if (earlier.regex?.test(path)) return true;
      }
    }
    return false;
  }
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

/** Paths that the pattern matches, made by filling its groups; none when that does not succeed. */
function examplesOf(text: string): string[] {
  const own = compile(text);
  if (!own) return [];
  const groups = groupsOf(text);
  const top = groups.filter((g) => !groups.some((o) => o.start < g.start && o.end >= g.end));
  const found = new Set<string>();
  for (const turn of [0, 1]) {
    let path = '';
    let at = 0;
    for (const group of top) {
      const body = compile(`${text.slice(group.start, group.end)}$`);
      const fitting = body ? FILLINGS.filter((filling) => body.test(filling)) : [];
      const filling = fitting[Math.min(turn, fitting.length - 1)];
      if (filling === undefined) return [];
      path += plain(text.slice(at, group.start)) + filling;
      at = group.end;
    }
    path += plain(text.slice(at));
    // Whatever stands outside groups may hold classes and quantifiers: only what really matches is an example.
    if (own.test(path)) found.add(path);
  }
  return [...found];
}

function plain(text: string): string {
  return text
    .replace(/\$$/, '')
    .replace(/\\(.)/g, '$1')
    .replace(/[?*+^]/g, '');
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
