/** Texts that a regular expression matches. */
import { describe, expect, it } from 'vitest';
import { examplesOf, namedGroups } from './regex-examples.ts';

const examples = (pattern: string): string[] => [...examplesOf(pattern)];

describe('examples of a regular expression', () => {
  it.each([
    'notes/tail/?$',
    'items/(\\d+)(?:/(\\w+))?$',
    '(?:old/)?v[12]/(a|b)/',
    '([0-9a-f]{4,8})/x\\.json$',
    'opt(?:ion)?(?:s|es)$',
    '[^/.]+\\.(?<format>[a-z0-9]+)/?$',
  ])('%s matches them', (pattern) => {
    const found = examples(pattern);
    expect(found.length).toBeGreaterThan(1);
    for (const text of found) expect(text).toMatch(new RegExp(`^(?:${pattern})`));
  });

  it('come with and without what is optional, and by each alternative', () => {
    expect(examples('tail/?$')).toEqual(['tail/', 'tail']);
    expect(examples('(?:old/)?(a|b)$').sort()).toEqual(['a', 'b', 'old/a', 'old/b']);
  });

  it('are of different nature', () => {
    const found = examples('([^/]+)/$');
    expect(found).toContain('7/');
    expect(found.some((text) => /[^\w/-]/.test(text))).toBe(true);
    expect(examples('([0-9a-f]{4,8})$').some((text) => /[a-f]/.test(text))).toBe(true);
  });

  it.each(['(', ')', 'a)b', '[', '(?P<x', 'a{', '\\', '*', '(?=x)y', '((((', 'x{2,1}'])('%s, which is none, ends', (pattern) => {
    expect(examples(pattern).length).toBeLessThan(40);
  });
});

describe('named groups', () => {
  it('tell whether a match may leave them out', () => {
    const told = namedGroups('^(?P<a>\\d+)(?:/(?P<b>\\w+))?/(?:(?P<c>x)|y(?P<d>z))(?P<e>q)*$').map(({ name, optional }) => [
      name,
      optional,
    ]);
    expect(told).toEqual([
      ['a', false],
      ['b', true],
      ['c', true],
      ['d', true],
      ['e', true],
    ]);
  });
});
