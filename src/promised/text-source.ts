/** One file of the document as text, with the positions of the project's model: 1-based lines, columns in code points. */
import { LineCounter } from 'yaml';
import type { Place } from '../model/place.ts';

/** A part of a text, as offsets in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export class TextSource {
  /** As it is printed. */
  readonly file: string;
  /** Absolute path, or null for text that came from elsewhere: then no other file can be referred to. */
  readonly path: string | null;
  readonly text: string;
  readonly #lines = new LineCounter();
  /** Offsets of the second halves of surrogate pairs: each makes the columns behind it one smaller. */
  readonly #pairs: number[] = [];

  constructor(file: string, path: string | null, text: string) {
    this.file = file;
    this.path = path;
    this.text = text;
    this.#lines.addNewLine(0);
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) this.#lines.addNewLine(at + 1);
    for (const match of text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)) this.#pairs.push(match.index + 1);
  }

  /** The place of a span; the end is the position behind its last character. */
  place(span: Span): Place {
    const start = this.#position(span.start);
    const end = this.#position(Math.max(span.start, span.end));
    return { file: this.file, line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
  }

  lines(): readonly string[] {
    return this.text.split(/\r?\n/);
  }

  #position(offset: number): { line: number; column: number } {
    const bounded = Math.min(Math.max(0, offset), this.text.length);
    const { line, col } = this.#lines.linePos(bounded);
    const column = col - (this.#pairsBefore(bounded) - this.#pairsBefore(bounded - col + 1));
    return { line, column };
  }

  #pairsBefore(offset: number): number {
    let low = 0;
    let high = this.#pairs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#pairs[middle]! < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
