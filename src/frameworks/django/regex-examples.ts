/** Texts that a regular expression matches, a few of different nature: with and without what is optional, each alternative, digits and letters. */

import { type Node, parseRegex, type Ways } from './regex-tree.ts';

/** Texts that fill a group; of different nature, so that `<int:pk>` does not seem to hide `<slug:name>`. */
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
  'zq/7',
  'json',
  '.json',
];
const CHARACTERS = ['7', 'z', 'a', 'Z', '-', '_', '.', '/', ' ', '@'];
const MOST = 2 * FILLINGS.length + 2;

/** Fillings by the source of a group; the same few groups stand in thousands of routes. */
const fitting = new Map<string, readonly string[]>();

/**
 * Examples of a pattern, one after the other; whoever asks tests them against the pattern, because what is not understood
 * (look-around, back references) is left out.
 */
export function* examplesOf(pattern: string): Generator<string> {
  const ways = parseRegex(pattern);
  const seen = new Set<string>();
  for (let turn = 0; turn < MOST; turn++) {
    const text = way(ways, turn);
    if (text === null || seen.has(text)) continue;
    seen.add(text);
    yield text;
  }
}

function way(ways: Ways, turn: number): string | null {
  let out = '';
  for (const node of ways[turn % ways.length]!) {
    if (node.kind === 'end') continue;
    const times = node.least > 0 ? node.least : turn % 2 === 0 ? 1 : 0;
    for (let i = 0; i < Math.min(times, node.most, 64); i++) {
      const text = node.kind === 'text' ? node.text : node.kind === 'set' ? character(node.source, turn) : filled(node, turn);
      if (text === null) return null;
      out += text;
    }
  }
  return out;
}

function filled(group: Node & { kind: 'group' }, turn: number): string | null {
  const texts = fillingsOf(group.source, FILLINGS);
  const which = (turn >> 1) % (texts.length + 1);
  // After the usual texts, one that is made of its parts.
  return texts[which] ?? way(group.ways, turn >> 1);
}

function character(source: string, turn: number): string | null {
  const characters = fillingsOf(source, [...CHARACTERS, ...source]);
  return characters.length > 0 ? characters[turn % characters.length]! : null;
}

function fillingsOf(source: string, texts: readonly string[]): readonly string[] {
  const known = fitting.get(source);
  if (known) return known;
  let found: readonly string[] = [];
  try {
    const regex = new RegExp(`^(?:${source})$`);
    found = texts.filter((text) => regex.test(text));
  } catch {
    // Not a regular expression of JavaScript: its parts are filled one by one.
  }
  if (fitting.size > 10_000) fitting.clear();
  fitting.set(source, found);
  return found;
}

/** A group with a name: whether a match may leave it out, and its own text. */
export interface NamedGroup {
  readonly name: string;
  readonly optional: boolean;
  readonly source: string;
}

export function namedGroups(pattern: string): NamedGroup[] {
  const within = (ways: Ways, optional: boolean): NamedGroup[] =>
    ways.flatMap((nodes) =>
      nodes.flatMap((node) => {
        if (node.kind !== 'group') return [];
        const mayMiss = optional || node.least === 0;
        const name = /^\(\?P?<(\w+)>/.exec(node.source)?.[1];
        const own = name ? [{ name, optional: mayMiss, source: node.source }] : [];
        return [...own, ...within(node.ways, mayMiss || node.ways.length > 1)];
      }),
    );
  const ways = parseRegex(pattern);
  return within(ways, ways.length > 1);
}
