import { describe, expect, it } from 'vitest';
import { readable } from './readable.ts';

describe('readable', () => {
  it.each([
    ['User#o:133580.is_active is true', 'User.is_active is true'],
    ["client.get().variation('jwt',o:375550,n:1)", "client.get().variation('jwt',...,1)"],
    ['reads header Authorization', 'reads header Authorization'],
    ["db:Token:key__exact='s:o'", "db:Token:key__exact='s:o'"],
  ])('%s', (text, shown) => expect(readable(text)).toBe(shown));
});
