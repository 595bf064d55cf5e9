/** The shape of a regular expression: what it takes one after the other. */

export type Node = { readonly least: number; readonly most: number } & (
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'set'; readonly source: string }
  | { readonly kind: 'group'; readonly source: string; readonly ways: Ways }
  /** `$`, wherever it stands. */
  | { readonly kind: 'end' }
);

/** Alternatives, each a sequence. */
export type Ways = readonly (readonly Node[])[];

/** The ways through an expression. What only looks around (`(?=...)`, `\b`) is left out, so it takes more than the expression does. */
export function parseRegex(pattern: string): Node[][] {
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
    if (c === '^') return null;
    if (c === '$') return { kind: 'end', least: 1, most: 1 };
    if (c === '\\') {
      const next = pattern[at++] ?? '';
      if (next === 'Z') return { kind: 'end', least: 1, most: 1 };
      if ('AbB'.includes(next)) return null;
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
