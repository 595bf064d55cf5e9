/** Times that are told apart, and those that are not. */
import { expect, it } from 'vitest';
import { mayBeApart, timesApart } from './steady-times.ts';

it.each([
  ['a password that is hashed for one only', [410, 402, 399, 420, 405, 398, 401], [12, 11, 14, 12, 90, 13, 12], { left: 402, right: 12 }],
  ['one accident a side', [410, 402, 399, 4200, 405, 398, 401], [12, 11, 14, 900, 12, 13, 12], { left: 402, right: 12 }],
  ['less than what a network does', [60, 61, 59, 62, 60, 61, 60], [12, 11, 14, 12, 13, 12, 12], null],
  ['times that spread', [410, 302, 299, 520, 405, 398, 250], [212, 111, 314, 112, 290, 113, 212], null],
  ['the same', [400, 401, 402, 403, 404, 405, 406], [406, 405, 404, 403, 402, 401, 400], null],
])('%s', (_what, left, right, medians) => {
  expect(timesApart(left, right)).toEqual(medians);
  expect(timesApart(right, left)).toEqual(medians && { left: medians.right, right: medians.left });
});

it('goes on only where each pair says the same', () => {
  expect(mayBeApart([400, 410], [10, 12])).toBe(true);
  expect(mayBeApart([10, 12], [400, 410])).toBe(true);
  expect(mayBeApart([400, 12], [10, 410])).toBe(false);
  expect(mayBeApart([400, 30], [10, 12])).toBe(false);
  expect(mayBeApart([], [])).toBe(false);
});
