/** Which keys a JSON value holds, and which of them are nobody else's. */
import { generateKeyPairSync } from 'node:crypto';
import { expect, it } from 'vitest';
import { isPrivateJwk, keysIn } from './jwk.ts';

const pairs = [
  generateKeyPairSync('rsa', { modulusLength: 2048 }),
  generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  generateKeyPairSync('ed25519'),
];

it('tells private keys of every kind from public ones', () => {
  const judged = pairs.map(({ privateKey, publicKey }) =>
    [privateKey, publicKey].map((key) => keysIn({ keys: [key.export({ format: 'jwk' })] }).map(isPrivateJwk)),
  );
  expect(judged).toEqual([
    [[true], [false]],
    [[true], [false]],
    [[true], [false]],
  ]);
});

it.each([
  ['a shared secret', { kty: 'oct', k: 'c2VjcmV0' }, [true]],
  ['one without its text', { kty: 'oct', kid: 'a' }, [false]],
  ['a mask in the place of the number', { kty: 'RSA', n: 'x', e: 'AQAB', d: '***' }, [false]],
  ['a list of keys', [{ kty: 'EC', x: 'x', y: 'y' }], [false]],
  ['something else with a member d', { d: 'a'.repeat(43), items: [] }, []],
  ['null', null, []],
])('%s', (_what, json, expected) => {
  expect(keysIn(json).map(isPrivateJwk)).toEqual(expected);
});
