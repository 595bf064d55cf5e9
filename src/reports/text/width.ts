/** How many terminal cells a text takes, and fitting text into a number of them. */

/** East Asian wide and full-width characters and emoji take two cells (Unicode standard annex 11). */
const WIDE =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f680}-\u{1f6ff}\u{1f900}-\u{1faff}\u{20000}-\u{3fffd}\p{Emoji_Presentation}]$/u;
/** Combining marks and joiners take none. */
const NARROWEST = /^[\p{Mn}\p{Me}\u200c\u200d]$/u;

export function cellsOf(character: string): number {
  const code = character.codePointAt(0)!;
  if (code < 0x300) return 1;
  if (NARROWEST.test(character)) return 0;
  return WIDE.test(character) ? 2 : 1;
}

/** Cells of a text without control characters. */
export function cells(text: string): number {
  let sum = 0;
  for (const character of text) sum += cellsOf(character);
  return sum;
}

/** Pads with spaces on the right to `width` cells; longer text is left alone. */
export function pad(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - cells(text)));
}

/** Cuts text that is too long and says so with `…`. */
export function cut(text: string, width: number): string {
  if (cells(text) <= width) return text;
  return `${head(text, width - 1)}…`;
}

/** Cuts text that is too long at its start: for paths, whose end says the most. */
export function keepEnd(text: string, width: number): string {
  if (cells(text) <= width) return text;
  const characters = [...text].reverse();
  return `…${[...head(characters.join(''), width - 1)].reverse().join('')}`;
}

/** Cuts text that is too long in its middle. */
export function cutMiddle(text: string, width: number): string {
  if (cells(text) <= width) return text;
  const left = Math.floor((width - 1) / 3);
  return head(text, left) + keepEnd(text, width - cells(head(text, left)));
}

/** The longest beginning that fits into `width` cells. */
export function head(text: string, width: number): string {
  let sum = 0;
  let result = '';
  for (const character of text) {
    sum += cellsOf(character);
    if (sum > width) break;
    result += character;
  }
  return result;
}

/** Breaks text into lines of at most `width` cells at spaces; a word that is longer than a line is cut into pieces. */
export function wrap(text: string, width: number): string[] {
  const limit = Math.max(2, width);
  const lines: string[] = [];
  let current = '';
  for (let word of text.split(' ').filter((each) => each !== '')) {
    if (current !== '' && cells(current) + 1 + cells(word) <= limit) {
      current += ` ${word}`;
      continue;
    }
    if (current !== '') lines.push(current);
    while (cells(word) > limit) {
      const piece = head(word, limit);
      lines.push(piece);
      word = word.slice(piece.length);
    }
    current = word;
  }
  if (current !== '') lines.push(current);
  return lines.length > 0 ? lines : [''];
}
