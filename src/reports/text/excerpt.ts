/** Source excerpts with carets, aligned in code points: computed once here, drawn by the terminal and the HTML report. */
import type { Place } from '../../model/place.ts';
import { visible } from './plain.ts';
import { maskSecrets } from './secrets.ts';
import { cells, cellsOf } from './width.ts';

const TAB = 4;
const CONTEXT = 2;

export interface ExcerptLine {
  readonly number: number;
  /** Tabs expanded, control characters made visible, cut to the window. */
  readonly text: string;
}

export interface Excerpt {
  readonly lines: readonly ExcerptLine[];
  /** Cells before the first caret, counted in the drawn text. */
  readonly caretStart: number;
  /** Number of carets, at least 1; 0 when the place has no column. */
  readonly caretLength: number;
  /** Digits of the highest line number. */
  readonly gutter: number;
}

/**
 * The lines that lead to a place and where the carets go under the last of them.
 * `room` is the number of cells for source text: a line that is longer is shown through a window that holds the place.
 * Returns null when the line does not exist.
 */
export function excerpt(lines: readonly string[] | null, place: Place, room: number, context = CONTEXT): Excerpt | null {
  const target = lines?.[place.line - 1];
  if (!lines || target === undefined) return null;
  const first = firstLine(lines, place.line, context);
  const drawn = lines.slice(first - 1, place.line).map(draw);
  const last = drawn.at(-1)!;
  const length = [...target].length;
  const column = place.column === undefined ? undefined : Math.min(place.column, length + 1);
  const end =
    place.endLine !== undefined && place.endLine > place.line ? length + 1 : Math.min(place.endColumn ?? (column ?? 1) + 1, length + 1);
  const start = column === undefined ? 0 : last.offsets[column - 1]!;
  const stop = column === undefined ? 0 : Math.max(start + 1, last.offsets[Math.max(end, column) - 1]!);
  // Move the window only as far as needed, and show a little of what stands before the place.
  const shift = stop > room ? Math.max(0, Math.min(start - 8, stop - room + 2)) : 0;
  return {
    lines: drawn.map((line, index) => ({ number: first + index, text: window(line.text, shift, room) })),
    caretStart: start - shift,
    caretLength: column === undefined ? 0 : Math.max(1, Math.min(stop - shift, room) - (start - shift)),
    gutter: String(place.line).length,
  };
}

/** Up to two lines before the place, without blank lines at the top. */
function firstLine(lines: readonly string[], line: number, context: number): number {
  let first = Math.max(1, line - context);
  while (first < line && lines[first - 1]!.trim() === '') first += 1;
  return first;
}

/** Expands tabs and notes at which cell each code point (and the end) begins. */
function draw(line: string): { text: string; offsets: number[] } {
  const offsets: number[] = [];
  let text = '';
  let at = 0;
  for (const character of visible(maskSecrets(line))) {
    offsets.push(at);
    const part = character === '\t' ? ' '.repeat(TAB - (at % TAB)) : character;
    text += part;
    at += character === '\t' ? part.length : cellsOf(character);
  }
  offsets.push(at);
  return { text: text.trimEnd(), offsets };
}

/** The cells from `shift` on, at most `room`; cut ends are marked. */
function window(text: string, shift: number, room: number): string {
  let at = 0;
  let result = '';
  let used = 0;
  for (const character of text) {
    const size = cellsOf(character);
    if (at >= shift) {
      if (used + size > room) break;
      result += character;
      used += size;
    } else if (at + size > shift) {
      // Half of a wide character is in the window.
      result += ' ';
      used += 1;
    }
    at += size;
  }
  const characters = [...result];
  if (shift > 0 && characters.length > 0) characters.splice(0, 1, '…'.padEnd(cellsOf(characters[0]!), ' '));
  if (cells(text) > shift + room && characters.length > 0)
    characters.splice(-1, 1, `${' '.repeat(Math.max(0, cellsOf(characters.at(-1)!) - 1))}…`);
  return characters.join('');
}
