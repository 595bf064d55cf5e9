/** Tokens that are signed anew, verified by jose: a library that shares nothing with what made them. */
import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import fc from 'fast-check';
import { decodeJwt, decodeProtectedHeader, jwtVerify, SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { madeBy, readSigningKey, resign, signedWithPublicKey } from './resign.ts';

const NOW = Math.floor(Date.now() / 1000);
const SECRET = 'a-key-of-sixty-four-letters-so-that-every-hash-is-content-with-it';
const CLAIMS = { user_id: 7, iss: 'here', aud: 'shop', iat: NOW - 60, nbf: NOW - 60, exp: NOW + 600, text: 'a "q", {b: [1]}' };

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
const p256 = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
const p521 = generateKeyPairSync('ec', { namedCurve: 'P-521' }).privateKey;
const ed = generateKeyPairSync('ed25519').privateKey;
const pem = (key: KeyObject): string => key.export({ type: 'pkcs8', format: 'pem' }) as string;

const KEYS: readonly (readonly [string, string, KeyObject | Uint8Array])[] = [
  ['HS256', SECRET, Buffer.from(SECRET)],
  ['HS512', SECRET, Buffer.from(SECRET)],
  ['RS256', pem(rsa), rsa],
  ['PS384', pem(rsa).replace(/\n/g, '\\n'), rsa],
  ['ES256', JSON.stringify(p256.export({ format: 'jwk' })), p256],
  ['ES512', pem(p521), p521],
  ['EdDSA', pem(ed), ed],
];
const issue = (alg: string, key: KeyObject | Uint8Array, claims: object = CLAIMS): Promise<string> =>
  new SignJWT({ ...claims }).setProtectedHeader({ alg, typ: 'JWT', kid: 'k1' }).sign(key);
const publicOf = (key: KeyObject | Uint8Array): KeyObject | Uint8Array => (key instanceof Uint8Array ? key : createPublicKey(key));

describe.each(KEYS)('%s', (alg, text, key) => {
  const signing = readSigningKey(text, alg)!;

  it('knows the key that made a signature, and the token signed anew is as good as the first', async () => {
    const token = await issue(alg, key);
    expect(madeBy(token, signing)).toBe(true);
    const anew = resign(token, signing, {}, NOW)!;
    expect(anew.split('.').slice(0, 2)).toEqual(token.split('.').slice(0, 2));
    expect((await jwtVerify(anew, publicOf(key), { issuer: 'here', audience: 'shop' })).payload).toEqual(CLAIMS);
    expect(madeBy(`${anew.slice(0, -8)}AAAAAAAA`, signing)).toBe(false);
  });

  it('changes one thing and leaves the rest', async () => {
    const token = await issue(alg, key);
    const past = resign(token, signing, { expiry: 'past' }, NOW)!;
    await expect(jwtVerify(past, publicOf(key))).rejects.toMatchObject({ code: 'ERR_JWT_EXPIRED' });
    expect(decodeJwt(past)).toEqual({ ...CLAIMS, iat: NOW - 86_700, nbf: NOW - 86_700, exp: NOW - 86_400 });
    const { exp: _exp, ...endless } = CLAIMS;
    expect((await jwtVerify(resign(token, signing, { expiry: 'none' }, NOW)!, publicOf(key))).payload).toEqual(endless);
    for (const [change, claim] of [
      [{ audience: 'foreign' }, 'aud'],
      [{ issuer: 'foreign' }, 'iss'],
    ] as const) {
      const other = resign(token, signing, change, NOW)!;
      expect(decodeJwt(other)).toEqual({ ...CLAIMS, [claim]: 'https://elsewhere.invalid' });
      await expect(jwtVerify(other, publicOf(key), { issuer: 'here', audience: 'shop' })).rejects.toMatchObject({ claim });
    }
  });
});

it('takes another algorithm of the family, and says where there is none', async () => {
  const hmac = resign(await issue('HS256', Buffer.from(SECRET)), SECRET, { algorithm: 'sibling' }, NOW)!;
  expect(decodeProtectedHeader(hmac)).toEqual({ alg: 'HS512', typ: 'JWT', kid: 'k1' });
  await jwtVerify(hmac, Buffer.from(SECRET), { algorithms: ['HS512'] });
  const pair = resign(await issue('RS512', rsa), rsa, { algorithm: 'sibling' }, NOW)!;
  await jwtVerify(pair, createPublicKey(rsa), { algorithms: ['RS256'] });
  expect(resign(await issue('EdDSA', ed), ed, { algorithm: 'sibling' }, NOW)).toBe(null);
});

it('keeps numbers that no double holds, and a list of audiences a list', async () => {
  const part = (text: string): string => Buffer.from(text).toString('base64url');
  const token = `${part('{"alg":"HS256"}')}.${part('{ "user_id" : 12345678901234567890, "aud":["a","b"], "exp" : 1 }')}.x`;
  const anew = resign(token, SECRET, { audience: 'foreign' }, NOW)!;
  expect(Buffer.from(anew.split('.')[1]!, 'base64url').toString()).toBe(
    '{"user_id":12345678901234567890,"aud":["https://elsewhere.invalid"],"exp":1}',
  );
});

it('changes nothing else, whatever the claims are', () => {
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue({ maxDepth: 4 }), { noNullPrototype: true });
  fc.assert(
    fc.property(claims, (own) => {
      const written = JSON.parse(JSON.stringify(own)) as Record<string, unknown>;
      const anew = resign(`${part({ alg: 'HS256' })}.${part(written)}.x`, SECRET, { issuer: 'foreign' }, NOW)!;
      const read = JSON.parse(Buffer.from(anew.split('.')[1]!, 'base64url').toString()) as unknown;
      expect(read).toEqual({ ...written, iss: 'https://elsewhere.invalid' });
    }),
    { numRuns: 500 },
  );
});

it('signs with the public key as a secret', async () => {
  const token = signedWithPublicKey(await issue('RS256', rsa), rsa);
  const secret = Buffer.from(createPublicKey(rsa).export({ type: 'spki', format: 'pem' }) as string);
  expect((await jwtVerify(token, secret, { algorithms: ['HS256'] })).payload).toEqual(CLAIMS);
});

it('refuses a key of another kind than the algorithm', () => {
  for (const [key, alg] of [
    [pem(rsa), 'HS256'],
    [pem(rsa), 'ES256'],
    [pem(p256), 'RS256'],
    [SECRET, 'RS256'],
    ['{"kty":"oct"}', 'RS256'],
    ['-----BEGIN PRIVATE KEY-----', 'RS256'],
    [createPublicKey(rsa).export({ type: 'spki', format: 'pem' }) as string, 'RS256'],
    [SECRET, 'HS1'],
    [SECRET, 'none'],
  ] as const)
    expect(readSigningKey(key, alg), `${alg} ${key.slice(0, 20)}`).toBe(null);
});
