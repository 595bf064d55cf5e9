/** Alternatives that hold one another, as a long loop leaves them: looked at option by option they would be as many as there are ways. */
import { expect, it } from 'vitest';
import { elementsOf, forEachOption, mayBeAbsent, optionsThere, whereThere } from './presence.ts';
import { ABSENT, keyOf, NONE, TRUE, tuple, type Value } from './values.ts';

function nested(...first: Value[]): Value {
  let value: Value = { k: 'alt', key: 'join:0', options: first };
  for (let i = 1; i < 60; i++) value = { k: 'alt', key: `join:${i}`, options: [value, value] };
  return value;
}

it('looks at each once', () => {
  expect(mayBeAbsent(nested(NONE, TRUE))).toBe(false);
  expect(mayBeAbsent(nested(NONE, ABSENT))).toBe(true);
  expect(optionsThere(nested(NONE, ABSENT, TRUE))).toEqual([NONE, TRUE]);
  expect(optionsThere(forEachOption(nested(NONE, ABSENT), () => TRUE))).toEqual([TRUE]);
  expect(optionsThere(whereThere(nested(NONE, ABSENT), () => TRUE))).toEqual([TRUE]);
  expect(elementsOf(nested(tuple([NONE]), tuple([]))).map(optionsThere)).toEqual([[NONE]]);
});

it('has a short key, which differs where they differ', () => {
  const [one, same, other] = [nested(NONE, TRUE), nested(NONE, TRUE), nested(TRUE, NONE)].map(keyOf);
  expect(one!.length).toBeLessThan(2_500);
  expect(one).toBe(same);
  expect(one).not.toBe(other);
});
