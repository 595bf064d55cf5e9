import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOSTILE_TEXT } from '../../../test/reports/fixtures.ts';
import { excerpt } from './excerpt.ts';
import { plain, visible } from './plain.ts';
import { cells, cut, cutMiddle, keepEnd, wrap } from './width.ts';

const CONTROL = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u2028\u2029]|\p{Cs}/u;
const anyText = fc.string({ unit: 'binary', maxLength: 60 });

describe('plain text', () => {
  it('holds no control character, whatever comes in, and is stable', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(plain(text)).not.toMatch(CONTROL);
        expect(plain(plain(text))).toBe(plain(text));
        expect([...visible(text)].length).toBe([...text].length);
      }),
    );
    expect(plain('a\u001b[31m\nb\u0000')).toBe('a␛[31m b␀');
    expect(plain(HOSTILE_TEXT)).toContain('患者 😀');
    expect(plain('\ud800')).toBe('\ufffd');
  });
});

describe('width', () => {
  it('counts wide characters as two and marks as none', () => {
    expect(cells('abc')).toBe(3);
    expect(cells('患者')).toBe(4);
    expect(cells('e\u0301')).toBe(1);
    expect(cells('😀')).toBe(2);
  });

  it('never exceeds what it is given', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 4, max: 40 }), (text, width) => {
        const safe = plain(text);
        for (const each of [cut(safe, width), keepEnd(safe, width), cutMiddle(safe, width), ...wrap(safe, width)]) {
          expect(cells(each)).toBeLessThanOrEqual(width);
        }
        expect(wrap(safe, width).join('').replaceAll(' ', '')).toBe(safe.replaceAll(' ', ''));
      }),
    );
    expect(keepEnd('a/very/long/path.py', 10)).toBe('…g/path.py');
    expect(cutMiddle('a/very/long/path.py', 10)).toBe('a/v…ath.py');
  });
});

describe('excerpt', () => {
  /** What stands above the carets, by cells. */
  const under = (lines: string[], line: number, column: number, endColumn: number, room = 60): string => {
    const found = excerpt(lines, { file: 'a.py', line, column, endLine: line, endColumn }, room)!;
    const text = found.lines.at(-1)!.text;
    let at = 0;
    let result = '';
    for (const character of text) {
      if (at >= found.caretStart && at < found.caretStart + found.caretLength) result += character;
      at += cells(character);
    }
    return result;
  };

  it('puts carets under the columns: tabs, wide characters, astral characters, control characters', () => {
    expect(under(['\tkey = []'], 1, 8, 10)).toBe('[]');
    expect(under(['患者 = secret'], 1, 6, 12)).toBe('secret');
    expect(under(['"😀" + x'], 1, 7, 8)).toBe('x');
    expect(under(['\u001b[31m = x'], 1, 9, 10)).toBe('x');
  });

  it('moves a window over a long line and marks its cut ends', () => {
    const long = `${'a'.repeat(200)} = secret ${'b'.repeat(200)}`;
    expect(under([long], 1, 204, 210)).toBe('secret');
    const text = excerpt([long], { file: 'a.py', line: 1, column: 204, endLine: 1, endColumn: 210 }, 60)!.lines[0]!.text;
    expect(cells(text)).toBe(60);
    expect(text).toMatch(/^….*…$/);
  });

  it('shows the lines before without blank ones, clamps wrong columns and knows when there is no such line', () => {
    const found = excerpt(['', '', 'b'], { file: 'a.py', line: 3, column: 90, endColumn: 99 }, 60)!;
    expect(found.lines.map((each) => each.number)).toEqual([3]);
    expect([found.caretStart, found.caretLength]).toEqual([1, 1]);
    expect(excerpt(['a'], { file: 'a.py', line: 2 }, 60)).toBeNull();
    expect(excerpt(null, { file: 'a.py', line: 1 }, 60)).toBeNull();
  });

  it('stays inside its room for any line', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 80 }), fc.integer({ min: 0, max: 80 }), (text, column, length) => {
        const found = excerpt([text], { file: 'a', line: 1, column, endLine: 1, endColumn: column + length }, 20)!;
        expect(cells(found.lines[0]!.text)).toBeLessThanOrEqual(20);
        expect(found.caretStart + found.caretLength).toBeLessThanOrEqual(21);
        expect(found.caretStart).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
