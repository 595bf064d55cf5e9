import { createHmac } from 'node:crypto';
import { expect, it } from 'vitest';
import { checkToken } from './offline-checks.ts';

const NOW = 1_800_000_000;

function jwt(key: string, payload: object, alg = 'HS256'): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const text = `${part({ alg, typ: 'JWT' })}.${part(payload)}`;
  return `${text}.${createHmac(alg.replace('HS', 'sha'), key).update(text).digest('base64url')}`;
}

const kinds = (token: string, keys: { name: string; value: string }[] = []) => checkToken(token, keys).map(({ kind }) => kind);
const short = { iat: NOW, exp: NOW + 300 };

it.each([
  ['a strong key', jwt('Zk3-0p1q9w8e7r6t5y4u3i2o1p0', short), []],
  ['a common word', jwt('changeme', short), ['known-secret']],
  ['a common word under another hash', jwt('your-512-bit-secret', short, 'HS512'), ['known-secret']],
  ['an empty key', jwt('', short), ['known-secret']],
  ['no end', jwt('Zk3-0p1q9w8e7r6t5y4u3i2o1p0', { iat: NOW }), ['no-expiry']],
  ['a year', jwt('Zk3-0p1q9w8e7r6t5y4u3i2o1p0', { iat: NOW, exp: NOW + 31_536_000 }), ['long-life']],
  ['a week of a refresh token', jwt('Zk3-0p1q9w8e7r6t5y4u3i2o1p0', { iat: NOW, exp: NOW + 604_800, token_type: 'refresh' }), []],
  ['an opaque token', '9944b09199c62bcf9418ad846dd0e4bbdfc6ee4b', []],
])('%s', (_title, token, expected) => {
  expect(kinds(token)).toEqual(expected);
});

it('names the setting that is the key, never the key', () => {
  const key = 'django-insecure-marker-of-this-project';
  const [check] = checkToken(jwt(key, short), [{ name: 'SECRET_KEY', value: key }]);
  expect(check).toMatchObject({ kind: 'known-secret', text: expect.stringContaining('as SECRET_KEY') });
  expect(check!.text).not.toContain(key);
  expect(kinds(jwt(key, short), [{ name: 'SECRET_KEY', value: `${key}x` }])).toEqual([]);
});
