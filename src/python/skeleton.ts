/**
 * Blanks function bodies before parsing, keeping the lines: most bodies are never called, and parsing is most of the cost.
 * Each blanked body becomes one `pass` on its first line; `blanked` says which lines were taken out.
 */
import type { BlankedBody } from './syntax.ts';

export interface Skeleton {
  readonly text: string;
  /** Line of the placeholder -> the lines of the body. */
  readonly blanked: ReadonlyMap<number, BlankedBody>;
}

enum Char {
  tab = 9,
  newline = 10,
  carriage = 13,
  space = 32,
  doubleQuote = 34,
  hash = 35,
  singleQuote = 39,
  parenOpen = 40,
  parenClose = 41,
  colon = 58,
  bracketOpen = 91,
  backslash = 92,
  bracketClose = 93,
  braceOpen = 123,
  braceClose = 125,
}

/** The logical lines of a text: where each starts, its indentation and whether it begins with `def`/`async def`. */
interface LogicalLine {
  /** Offset of the first character that is not blank. */
  readonly start: number;
  readonly indent: number;
  /** 1-based physical line. */
  readonly line: number;
  /** Last physical line. */
  readonly endLine: number;
  /** Offset behind the last character. */
  readonly end: number;
  /** True when the last character that counts is a colon. */
  readonly opensBlock: boolean;
}

/** Skips a string literal that starts at `at` (a quote); returns the offset behind it and the newlines passed. */
function skipString(text: string, at: number): { end: number; lines: number } {
  const quote = text.charCodeAt(at);
  const triple = text.charCodeAt(at + 1) === quote && text.charCodeAt(at + 2) === quote;
  let i = at + (triple ? 3 : 1);
  let lines = 0;
  for (; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === Char.backslash) {
      i++;
      if (text.charCodeAt(i) === Char.newline) lines++;
    } else if (c === Char.newline) {
      if (!triple) return { end: i, lines };
      lines++;
    } else if (c === quote) {
      if (!triple) return { end: i + 1, lines };
      if (text.charCodeAt(i + 1) === quote && text.charCodeAt(i + 2) === quote) return { end: i + 3, lines };
    }
  }
  return { end: i, lines };
}

function logicalLines(text: string): LogicalLine[] {
  const out: LogicalLine[] = [];
  let i = 0;
  let line = 1;
  const length = text.length;
  while (i < length) {
    let indent = 0;
    let c = text.charCodeAt(i);
    while (c === Char.space || c === Char.tab || c === 12) {
      indent += c === Char.tab ? 8 - (indent % 8) : 1;
      c = text.charCodeAt(++i);
    }
    if (i >= length) break;
    if (c === Char.newline || c === Char.carriage) {
      if (c === Char.carriage && text.charCodeAt(i + 1) === Char.newline) i++;
      i++;
      line++;
      continue;
    }
    if (c === Char.hash) {
      while (i < length && text.charCodeAt(i) !== Char.newline) i++;
      continue;
    }
    const start = i;
    const first = line;
    let depth = 0;
    let last = 0;
    for (; i < length; i++) {
      c = text.charCodeAt(i);
      if (c === Char.singleQuote || c === Char.doubleQuote) {
        const skipped = skipString(text, i);
        line += skipped.lines;
        i = skipped.end - 1;
        last = c;
      } else if (c === Char.hash) {
        while (i < length && text.charCodeAt(i) !== Char.newline) i++;
        i--;
      } else if (c === Char.parenOpen || c === Char.bracketOpen || c === Char.braceOpen) {
        depth++;
        last = c;
      } else if (c === Char.parenClose || c === Char.bracketClose || c === Char.braceClose) {
        depth--;
        last = c;
      } else if (c === Char.backslash && (text.charCodeAt(i + 1) === Char.newline || text.charCodeAt(i + 1) === Char.carriage)) {
        if (text.charCodeAt(i + 1) === Char.carriage) i++;
        i++;
        line++;
      } else if (c === Char.newline) {
        if (depth <= 0) break;
        line++;
      } else if (c > Char.space) last = c;
    }
    out.push({ start, indent, line: first, endLine: line, end: i, opensBlock: last === Char.colon });
    i++;
    line++;
  }
  return out;
}

/** Text with function bodies blanked. A body on the line of its `def` stays. */
export function skeletonOf(text: string): Skeleton {
  const blanked = new Map<number, BlankedBody>();
  if (!/\bdef\b/.test(text)) return { text, blanked };
  const lines = logicalLines(text);
  const parts: string[] = [];
  let copied = 0;
  for (let n = 0; n < lines.length; n++) {
    const line = lines[n]!;
    if (!line.opensBlock || !isDef(text, line.start)) continue;
    let m = n + 1;
    while (m < lines.length && lines[m]!.indent > line.indent) m++;
    if (m === n + 1) continue;
    const first = lines[n + 1]!;
    const last = lines[m - 1]!;
    parts.push(text.slice(copied, first.start), 'pass');
    parts.push('\n'.repeat(last.endLine - first.line));
    copied = last.end;
    blanked.set(first.line, { startLine: first.line, endLine: last.endLine });
    n = m - 1;
  }
  parts.push(text.slice(copied));
  return { text: parts.join(''), blanked };
}

function isDef(text: string, at: number): boolean {
  if (text.startsWith('def ', at)) return true;
  return text.startsWith('async', at) && /^async\s+def\s/.test(text.slice(at, at + 40));
}
