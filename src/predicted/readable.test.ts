import { describe, expect, it } from 'vitest';
import { readable } from './readable.ts';

describe('readable', () => {
  it.each([
    ['User#o:133580.is_active is true', 'User.is_active is true'],
    ["client.get().variation('jwt',o:375550,n:1)", "client.get().variation('jwt',...,1)"],
    ['User.is_active or other (join:16277) is true', 'User.is_active or another value is true'],
    [
      'not time@shop/security.py:40:12 Sub time@shop/login.py:9:4 __gt__ 60',
      'not time at shop/security.py:40 - time at shop/login.py:9 > 60',
    ],
    [
      "str(path:path or 0) Add '/' Add of 'git/' Add str(path:a non-empty name) is true",
      "'git/' + str(path of the path) + '/' + str(name of the path) is true",
    ],
    ['Hook.verify(body,a:join:12:N|u:header:X-S,n:5) refuses', 'Hook.verify(body,...,5) refuses'],
    [
      'shop.Jwt().authenticate:changed.method.lower():attribute of ...(...: shop is not there',
      'what shop.Jwt().authenticate does to its arguments: shop is not there',
    ],
    ['it depends on log:changed.user (log is not there)', 'it depends on what log does to its arguments (log is not there)'],
    ['query:Add is sent', 'query:Add is sent'],
    ['path:pk or 0 is missing', 'pk of the path is missing'],
    ['reads header Authorization', 'reads header Authorization'],
    ["db:Token:key__exact='s:o'", "db:Token:key__exact='s:o'"],
  ])('%s', (text, shown) => expect(readable(text)).toBe(shown));
});
