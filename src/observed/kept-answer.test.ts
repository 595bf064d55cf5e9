import { expect, it } from 'vitest';
import { isKept } from './kept-answer.ts';

it.each([
  ['Cache-Control', 'public', true],
  ['Cache-Control', 'max-age=60', true],
  ['cache-control', 'S-MaxAge=5, must-revalidate', true],
  ['Age', '0', true],
  ['X-Cache', 'MISS', true],
  ['Cache-Control', 'max-age=0', false],
  ['Cache-Control', 'max-age=60, private', false],
  ['Cache-Control', 'no-store', false],
  ['Vary', 'Authorization', false],
])('%s: %s', (name, value, kept) => {
  expect(isKept({ headers: [[name, value]] })).toBe(kept);
});
