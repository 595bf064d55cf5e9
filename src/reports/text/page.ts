/** A page of terminal lines: parts with colours, cut so that no line is ever wider than the page. */
import picocolors from 'picocolors';
import type { Severity } from '../../model/finding.ts';
import { noCommand, plain } from './plain.ts';
import { cells, cut, wrap } from './width.ts';

export type Style = 'bold' | 'dim' | 'red' | 'yellow' | 'green' | 'blue' | 'cyan' | 'alarm';
/** Text, or text with a style. Text is made plain here, so that nobody can forget it. */
export type Part = string | readonly [Style, string];

export const SEVERITY_STYLE: Readonly<Record<Severity, Style>> = {
  critical: 'alarm',
  high: 'alarm',
  medium: 'yellow',
  low: 'blue',
  info: 'dim',
};

export class Page {
  readonly #lines: string[] = [];
  readonly #colors: ReturnType<typeof picocolors.createColors>;

  constructor(
    readonly width: number,
    color: boolean,
  ) {
    this.#colors = picocolors.createColors(color);
  }

  /** Adds one line; what does not fit is cut with `…`. */
  line(...parts: Part[]): void {
    let left = this.width;
    let result = '';
    for (const part of parts) {
      const [style, raw] = typeof part === 'string' ? [null, part] : part;
      // Several spaces in a row are layout: only control characters are replaced.
      const text = cut(plain(raw), left);
      left -= cells(text);
      result += style ? this.#paint(style, text) : text;
      if (left <= 0) break;
    }
    this.#lines.push(noCommand(result.trimEnd()));
  }

  /** Adds a line with a right-hand part; the left part is cut to make room. */
  ends(left: Part, right: Part): void {
    const rightText = textOf(right);
    const room = this.width - cells(rightText) - 2;
    const leftText = cut(plain(textOf(left)), room);
    const styled: Part = typeof left === 'string' ? leftText : [left[0], leftText];
    this.line(styled, ' '.repeat(room - cells(leftText) + 2), right);
  }

  /** Adds text wrapped at words: `first` stands before the first line, as many spaces before the others. */
  paragraph(first: Part, text: string, style?: Style): void {
    const indent = cells(textOf(first));
    for (const [index, each] of wrap(plain(text), this.width - indent).entries()) {
      this.line(index === 0 ? first : ' '.repeat(indent), style ? [style, each] : each);
    }
  }

  blank(): void {
    if (this.#lines.length > 0 && this.#lines.at(-1) !== '') this.#lines.push('');
  }

  toString(): string {
    return `${this.#lines.join('\n').trimEnd()}\n`;
  }

  #paint(style: Style, text: string): string {
    if (text === '') return text;
    return style === 'alarm' ? this.#colors.bold(this.#colors.red(text)) : this.#colors[style](text);
  }
}

function textOf(part: Part): string {
  return typeof part === 'string' ? part : part[1];
}
