/** Texts that a regular expression matches, a few of different nature: with and without what is optional, each alternative, digits and letters. */

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

type Node = { readonly least: number; readonly most: number } & (
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'set'; readonly source: string }
  | { readonly kind: 'group'; readonly source: string; readonly ways: readonly (readonly Node[])[] }
);

/** Fillings by the source of a group; the same few groups stand in thousands of routes. */
const fitting = new Map<string, readonly string[]>();

/**
 * Examples of a pattern, one after the other; whoever asks tests them against the pattern, because what is not understood
 * (look-around, back references) is left out.
 */
export function* examplesOf(pattern: string): Generator<string> {
  const ways = parse(pattern);
  const seen = new Set<string>();
  for (let turn = 0; turn < MOST; turn++) {
    const text = way(ways, turn);
    if (text === null || seen.has(text)) continue;
    seen.add(text);
    yield text;
  }
}

function way(ways: readonly (readonly Node[])[], turn: number): string | null {
  let out = '';
  for (const node of ways[turn % ways.length]!) {
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
  const within = (ways: readonly (readonly Node[])[], optional: boolean): NamedGroup[] =>
    ways.flatMap((nodes) =>
      nodes.flatMap((node) => {
        if (node.kind !== 'group') return [];
        const mayMiss = optional || node.least === 0;
        const name = /^\(\?P?<(\w+)>/.exec(node.source)?.[1];
        const own = name ? [{ name, optional: mayMiss, source: node.source }] : [];
        return [...own, ...within(node.ways, mayMiss || node.ways.length > 1)];
      }),
    );
  const ways = parse(pattern);
  return within(ways, ways.length > 1);
}

/** The ways through an expression: alternatives, each a sequence. */
function parse(pattern: string): Node[][] {
  let at = 0;
  const alternatives = (): Node[][] => {
    const ways: Node[][] = [[]];
    while (at < pattern.length && pattern[at] !== ')') {
      if (pattern[at] === '|') {
        at += 1;
        ways.push([]);
        continue;
      }
      const node = one();
      if (node) ways.at(-1)!.push(node);
    }
    return ways;
  };
  const one = (): Node | null => {
    const c = pattern[at++]!;
    if (c === '^' || c === '$') return null;
    if (c === '\\') {
      const next = pattern[at++] ?? '';
      if ('AZbB'.includes(next)) return null;
      return /[a-zA-Z0-9]/.test(next) ? { kind: 'set', source: c + next, ...times() } : { kind: 'text', text: next, ...times() };
    }
    if (c === '.') return { kind: 'set', source: '.', ...times() };
    if (c === '[') {
      const start = at - 1;
      if (pattern[at] === '^') at += 1;
      if (pattern[at] === ']') at += 1;
      while (at < pattern.length && pattern[at] !== ']') at += pattern[at] === '\\' ? 2 : 1;
      at += 1;
      return { kind: 'set', source: pattern.slice(start, at), ...times() };
    }
    if (c !== '(') return { kind: 'text', text: c, ...times() };
    const start = at - 1;
    const head = /^\?(?:P?<\w+>|[a-zA-Z]*:|[=!]|<[=!]|[a-zA-Z]+(?=\)))/.exec(pattern.slice(at, at + 80))?.[0] ?? '';
    at += head.length;
    const ways = alternatives();
    at += 1;
    const source = pattern.slice(start, at);
    const asks = /^\?(?:<?[=!]|[a-zA-Z]+$)/.test(head);
    const node: Node = { kind: 'group', source, ways, ...times() };
    return asks ? null : node;
  };
  const times = (): { least: number; most: number } => {
    const found = /^(?:([?*+])|\{(\d*)(,?)(\d*)\})[?+]?/.exec(pattern.slice(at, at + 24));
    if (!found) return { least: 1, most: 1 };
    at += found[0].length;
    if (found[1]) return { least: found[1] === '+' ? 1 : 0, most: found[1] === '?' ? 1 : Number.POSITIVE_INFINITY };
    const least = Number(found[2] || 0);
    return { least, most: found[4] ? Number(found[4]) : found[3] ? Number.POSITIVE_INFINITY : least };
  };
  const ways: Node[][] = [];
  // A bracket too many ends an expression that no regular expression is.
  while (at < pattern.length) {
    ways.push(...alternatives());
    at += 1;
  }
  return ways.length ? ways : [[]];
}
