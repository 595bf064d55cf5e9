import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextSource } from './text-source.ts';

describe('positions', () => {
  it('count code points from the start of the line, for any text', () => {
    const text = fc.array(fc.constantFrom('a', '\n', '\r\n', '😀', 'é', '\t', '\ud800'), { maxLength: 60 }).map((parts) => parts.join(''));
    const property = fc.property(text, fc.nat(100), (value, at) => {
      // Never inside a pair: no node begins or ends there.
      const points = [...value];
      const offset = points.slice(0, at).join('').length;
      const before = value.slice(0, offset);
      const place = new TextSource('x', null, value).place({ start: offset, end: offset });
      expect(place.line).toBe(before.split('\n').length);
      expect(place.column).toBe([...before.slice(before.lastIndexOf('\n') + 1)].length + 1);
    });
    fc.assert(property, { numRuns: 500 });
  });

  it('stay inside the text', () => {
    expect(new TextSource('x', null, 'ab\nc').place({ start: 99, end: 120 })).toEqual({
      file: 'x',
      line: 2,
      column: 2,
      endLine: 2,
      endColumn: 2,
    });
  });
});
