/** Respelled signatures decode to the same bytes. */
import { createHmac } from 'node:crypto';
import { expect, it } from 'vitest';
import { respellings } from './respell.ts';

function signed(hash: string): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const text = `${part({ alg: 'HS256' })}.${part({ sub: '7' })}`;
  return `${text}.${createHmac(hash, 'a-key').update(text).digest('base64url')}`;
}

// 32 bytes leave two bits unused, 48 none, 64 four.
it.each([
  ['sha256', 2],
  ['sha384', 1],
  ['sha512', 2],
])('of a signature by %s', (hash, amount) => {
  const token = signed(hash);
  const others = respellings(token);
  expect(others).toHaveLength(amount);
  for (const other of others) {
    expect(other.token).not.toBe(token);
    expect(other.token.slice(0, token.lastIndexOf('.') + 1)).toBe(token.slice(0, token.lastIndexOf('.') + 1));
    expect(Buffer.from(other.token.split('.')[2]!, 'base64url')).toEqual(Buffer.from(token.split('.')[2]!, 'base64url'));
  }
});

it('has none for other tokens', () => {
  expect(respellings('0123456789abcdef0123456789abcdef01234567')).toEqual([]);
  expect(respellings(`${signed('sha256').split('.').slice(0, 2).join('.')}.`)).toEqual([]);
});
