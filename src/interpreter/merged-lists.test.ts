import { expect, it } from 'vitest';
import { mergedLists } from './merged-lists.ts';
import { optionsThere } from './presence.ts';
import { list, NONE, str, type Value } from './values.ts';

const listOf = (letters: string) => list([...letters].map((letter) => str(letter)));
const either = (...options: Value[]): Value => ({ k: 'alt', key: 'join:1', options });

/** The elements of the one list: a letter that may be absent in brackets. */
function shown(value: Value): string | undefined {
  const text = (element: Value) => optionsThere(element).map((option) => (option.k === 'str' ? option.v : option.k))[0]!;
  return mergedLists(value)
    ?.items.map((element) => (element.k === 'alt' ? `(${text(element)})` : text(element)))
    .join('');
}

it.each([
  ['abd', 'abcd', 'ab(c)d'],
  ['abc', 'abc', 'abc'],
  ['', 'ab', '(a)(b)'],
  ['xab', 'aby', '(x)ab(y)'],
  ['ab', 'ba', '(a)b(a)'],
])('%s or %s', (one, other, merged) => {
  expect(shown(either(listOf(one), listOf(other)))).toBe(merged);
});

it('finds the lists inside of other alternatives', () => {
  const inner: Value = { k: 'alt', key: 'join:0', options: [listOf('ab'), listOf('b')] };
  expect(shown(either(inner, listOf('abc')))).toBe('(a)b(c)');
});

it('takes nothing else for a list', () => {
  expect(shown(listOf('ab'))).toBeUndefined();
  expect(shown(either(listOf('ab'), NONE))).toBeUndefined();
});
