/** Draws a source excerpt with carets onto a terminal page. */
import type { Place } from '../../model/place.ts';
import type { ScanResult } from '../../model/scan-result.ts';
import { excerpt } from './excerpt.ts';
import type { Page, Part, Style } from './page.ts';
import { plain } from './plain.ts';
import { cells, wrap } from './width.ts';

export interface DrawOptions {
  /** Cells before the gutter. */
  readonly indent?: number;
  /** Lines before the place; 0 also leaves out the empty gutter lines above and below. */
  readonly context?: number;
  /** Of carets and caption; red for what is wrong. */
  readonly style?: Style;
}

/** Draws the lines, the carets and the caption; returns the width of the gutter, 0 when there is no such line. */
export function drawSource(page: Page, result: ScanResult, place: Place, caption: string, options: DrawOptions = {}): number {
  const indent = ' '.repeat(options.indent ?? 0);
  const style = options.style ?? 'red';
  const gutter = Math.max(2, String(place.line).length);
  const room = page.width - indent.length - gutter - 3;
  const found = excerpt(result.linesOf(place.file), place, room, options.context);
  if (!found) return 0;
  const bar = (number: string): Part => ['blue', `${indent}${number.padStart(gutter)} |`];
  const frame = options.context !== 0;
  if (frame) page.line(bar(''));
  for (const line of found.lines) page.line(bar(String(line.number)), ` ${line.text}`);
  const text = plain(caption);
  if (found.caretLength > 0) {
    const carets = '^'.repeat(found.caretLength);
    const after = found.caretStart + found.caretLength + 1;
    // A short caption that does not fit beside the carets reads better below them than broken in two.
    const beside = text !== '' && room - after >= Math.min(cells(text), 36);
    const start = beside ? after : Math.min(found.caretStart, Math.max(0, room - cells(text)));
    const lines = text === '' ? [] : wrap(text, room - start);
    page.line(bar(''), ' '.repeat(found.caretStart + 1), [style, carets], beside ? [style, ` ${lines[0]}`] : '');
    for (const line of lines.slice(beside ? 1 : 0)) page.line(bar(''), ' '.repeat(start + 1), [style, line]);
  } else if (text !== '') {
    for (const line of wrap(text, room)) page.line(bar(''), ' ', [style, line]);
  }
  if (frame) page.line(bar(''));
  return gutter;
}
