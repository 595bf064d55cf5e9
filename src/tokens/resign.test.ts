/** Tokens that are signed anew, verified by jose: a library that shares nothing with what made them. */
import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import fc from 'fast-check';
import { decodeJwt, decodeProtectedHeader, jwtVerify, SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import type { MadeToken } from '../model/probe.ts';
import { madeBy, madeWith, readSigningKey, resigned } from './resign.ts';

/** The one token that a change makes. */
function resign(token: string, key: KeyObject | string, change: Omit<MadeToken, 'signed'>): string | null {
  const made = madeWith(token, key, { signed: 'issuer', ...change }, NOW);
  expect(made.length).toBeLessThan(2);
  return made[0]?.wire ?? null;
}

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
    const anew = resigned(token, signing);
    expect(anew.split('.').slice(0, 2)).toEqual(token.split('.').slice(0, 2));
    expect((await jwtVerify(anew, publicOf(key), { issuer: 'here', audience: 'shop' })).payload).toEqual(CLAIMS);
    expect(madeBy(`${anew.slice(0, -8)}AAAAAAAA`, signing)).toBe(false);
  });

  it('changes one thing and leaves the rest', async () => {
    const token = await issue(alg, key);
    const past = resign(token, signing, { expiry: 'past' })!;
    await expect(jwtVerify(past, publicOf(key))).rejects.toMatchObject({ code: 'ERR_JWT_EXPIRED' });
    expect(decodeJwt(past)).toEqual({ ...CLAIMS, iat: NOW - 86_700, nbf: NOW - 86_700, exp: NOW - 86_400 });
    const { exp: _exp, ...endless } = CLAIMS;
    expect((await jwtVerify(resign(token, signing, { expiry: 'none' })!, publicOf(key))).payload).toEqual(endless);
    for (const [change, claim] of [
      [{ audience: 'foreign' }, 'aud'],
      [{ issuer: 'foreign' }, 'iss'],
    ] as const) {
      const other = resign(token, signing, change)!;
      expect(decodeJwt(other)).toEqual({ ...CLAIMS, [claim]: 'https://elsewhere.invalid' });
      await expect(jwtVerify(other, publicOf(key), { issuer: 'here', audience: 'shop' })).rejects.toMatchObject({ claim });
    }
  });
});

it('takes another algorithm of the family, and says where there is none', async () => {
  const hmac = resign(await issue('HS256', Buffer.from(SECRET)), SECRET, { algorithm: 'sibling' })!;
  expect(decodeProtectedHeader(hmac)).toEqual({ alg: 'HS512', typ: 'JWT', kid: 'k1' });
  await jwtVerify(hmac, Buffer.from(SECRET), { algorithms: ['HS512'] });
  const pair = resign(await issue('RS512', rsa), rsa, { algorithm: 'sibling' })!;
  await jwtVerify(pair, createPublicKey(rsa), { algorithms: ['RS256'] });
  expect(resign(await issue('EdDSA', ed), ed, { algorithm: 'sibling' })).toBe(null);
});

it('keeps numbers that no double holds, and a list of audiences a list', async () => {
  const part = (text: string): string => Buffer.from(text).toString('base64url');
  const token = `${part('{"alg":"HS256"}')}.${part('{ "user_id" : 12345678901234567890, "aud":["a","b"], "exp" : 1 }')}.x`;
  const anew = resign(token, SECRET, { audience: 'foreign' })!;
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
      const anew = resign(`${part({ alg: 'HS256' })}.${part(written)}.x`, SECRET, { issuer: 'foreign' })!;
      const read = JSON.parse(Buffer.from(anew.split('.')[1]!, 'base64url').toString()) as unknown;
      expect(read).toEqual({ ...written, iss: 'https://elsewhere.invalid' });
    }),
    { numRuns: 500 },
  );
});

describe('spellings of one idea', () => {
  const claims = { ...CLAIMS, sub: '7', token_type: 'access', scope: 'a b', roles: ['x'] };
  const told = async (made: Omit<MadeToken, 'signed'>, own: object = claims) =>
    madeWith(await issue('HS256', Buffer.from(SECRET), own), SECRET, { signed: 'issuer', ...made }, NOW).map(({ wire }) => {
      const { token_type, user_id, sub, scope, roles } = decodeJwt(wire) as Record<string, unknown>;
      return { token_type, user_id, sub, scope, roles };
    });
  const same = { token_type: 'access', user_id: 7, sub: '7', scope: 'a b', roles: ['x'] };

  it('users', async () => {
    expect(await told({ user: 'nobody' })).toEqual([
      { ...same, user_id: 2147483647, sub: '2147483647' },
      { ...same, user_id: undefined, sub: undefined },
    ]);
    expect(await told({ user: 'odd' })).toEqual([
      { ...same, user_id: [7], sub: ['7'] },
      { ...same, user_id: true, sub: true },
    ]);
    expect(await told({ user: 'nobody' }, { exp: 1 })).toEqual([]);
    const [other] = await told({ user: 'nobody' }, { sub: '0b0b5f0e-9d3c-4c6a-8f43-2f1d1f0c2a11' });
    expect(other!.sub).toMatch(/^[0-9a-f-]{36}$/);
    expect(other!.sub).not.toMatch(/^0b0b5f0e/);
  });
  it('uses', async () => {
    expect((await told({ use: 'other' })).map((one) => one.token_type)).toEqual([
      'refresh',
      'sliding',
      'id',
      'password_reset',
      'email_verification',
      'websocket',
    ]);
    expect((await told({ use: 'unclear' })).map((one) => one.token_type)).toEqual(['ACCESS', undefined]);
    expect(await told({ use: 'other' }, CLAIMS)).toEqual([]);
    const access = { ...CLAIMS, typ: 'Bearer', azp: 'pages', scope: 'a' };
    const idToken = madeWith(await issue('HS256', Buffer.from(SECRET), access), SECRET, { signed: 'issuer', use: 'other' }, NOW).at(-1)!;
    const { scope: _scope, ...left } = access;
    const own = { typ: 'ID', aud: 'pages', nonce: 'unlatched', at_hash: 'A'.repeat(22), auth_time: CLAIMS.iat };
    expect(decodeJwt(idToken.wire)).toEqual({ ...left, ...own });
  });
  it('scopes', async () => {
    expect(await told({ scope: 'none' })).toEqual([
      { ...same, scope: '', roles: [] },
      { ...same, scope: undefined, roles: undefined },
    ]);
  });
  it('more rights and more scopes', async () => {
    const raised = async (made: Omit<MadeToken, 'signed'>, own: object, scopes: readonly string[] = []) =>
      madeWith(await issue('HS256', Buffer.from(SECRET), own), SECRET, { signed: 'issuer', ...made }, NOW, scopes).map(({ wire }) =>
        decodeJwt(wire),
      );
    const flags = { is_staff: true, is_superuser: true, is_admin: true, admin: true };
    const own = { ...CLAIMS, role: 'READER', groups: ['a'], can_write: false, is_blocked: false };
    expect(await raised({ rights: 'raised' }, own)).toEqual([
      { ...own, ...flags, can_write: true },
      { ...own, role: 'ADMIN', groups: ['a', 'admin'] },
    ]);
    expect((await raised({ rights: 'raised' }, CLAIMS))[1]).toEqual({ ...CLAIMS, role: 'admin' });
    expect(await raised({ scope: 'raised' }, { scope: 'b a', scp: ['x'] }, ['a', 'c'])).toEqual([{ scope: 'b a c', scp: ['x', 'a', 'c'] }]);
    expect(await raised({ scope: 'raised' }, { roles: ['x'] }, ['a'])).toEqual([{ roles: ['x', 'a'], scope: 'a' }]);
    expect(await raised({ scope: 'raised' }, claims)).toEqual([]);
  });
  it('headers, a claim that stands twice, and a start in the future', async () => {
    const token = await issue('HS256', Buffer.from(SECRET));
    const one = (made: Omit<MadeToken, 'signed'>): string => resign(token, SECRET, made)!;
    await expect(jwtVerify(one({ critical: 'unknown' }), Buffer.from(SECRET))).rejects.toMatchObject({ code: 'ERR_JOSE_NOT_SUPPORTED' });
    expect(decodeProtectedHeader(one({ type: 'other' })).typ).toBe('secevent+jwt');
    expect(decodeJwt(one({ issued: 'future' }))).toEqual({ ...CLAIMS, iat: NOW + 86_400 });
    await expect(jwtVerify(one({ start: 'future' }), Buffer.from(SECRET))).rejects.toMatchObject({ claim: 'nbf' });
    const twice = one({ claim: 'twice' });
    expect(Buffer.from(twice.split('.')[1]!, 'base64url').toString()).toContain('"user_id":7,"user_id":7');
    expect((await jwtVerify(twice, Buffer.from(SECRET))).payload).toEqual(CLAIMS);
  });
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
