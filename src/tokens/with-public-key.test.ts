/** Tokens that take a public key only, verified and opened by jose: a library that shares nothing with what made them. */
import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { compactDecrypt, decodeJwt, importJWK, jwtDecrypt, jwtVerify, SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { madeForPublicKey, publicKeyAmong, publicKeyOf } from './with-public-key.ts';

const CLAIMS = { user_id: 7, iss: 'here', exp: Math.floor(Date.now() / 1000) + 600 };
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
const curves = ['P-256', 'P-384', 'P-521'].map((namedCurve) => generateKeyPairSync('ec', { namedCurve }).privateKey);
const [p256] = curves as [KeyObject, ...KeyObject[]];
const ed = generateKeyPairSync('ed25519').privateKey;
const issue = (alg: string, key: KeyObject): Promise<string> => new SignJWT({ ...CLAIMS }).setProtectedHeader({ alg }).sign(key);
const jwkOf = (key: KeyObject, more: object = {}) => ({ ...createPublicKey(key).export({ format: 'jwk' }), ...more });
const HMAC = { signed: 'public-key' } as const;
const LETTER = { signed: 'nobody', form: 'encrypted' } as const;

/** Each secret with which one of the tokens is signed, in their order. */
async function signedWith(wires: readonly { readonly wire: string }[], secrets: readonly (string | Buffer)[]): Promise<void> {
  expect(wires).toHaveLength(secrets.length);
  for (const [index, secret] of secrets.entries())
    expect((await jwtVerify(wires[index]!.wire, Buffer.from(secret), { algorithms: ['HS256'] })).payload).toEqual(CLAIMS);
}

it('takes the public key for a secret, in the forms in which it may lie there', async () => {
  const publicKey = createPublicKey(rsa);
  const text = (type: 'spki' | 'pkcs1') => String(publicKey.export({ type: type as 'spki', format: 'pem' }));
  const bytes = (type: 'spki' | 'pkcs1') => publicKey.export({ type: type as 'spki', format: 'der' });
  const jwk = publicKey.export({ format: 'jwk' });
  const sorted = `{"e":"${jwk.e}","kty":"RSA","n":"${jwk.n}"}`;
  const python = `{"kty": "RSA", "n": "${jwk.n}", "e": "${jwk.e}"}`;
  const [pem, pkcs1] = [text('spki'), text('pkcs1')];
  const others = [pkcs1, pkcs1.trim(), bytes('spki'), bytes('pkcs1'), JSON.stringify(jwk), python, sorted];
  const token = await issue('RS256', rsa);
  await signedWith(madeForPublicKey(token, publicKeyOf(rsa), HMAC), [pem, pem.trim(), ...others]);
  expect(madeForPublicKey(await issue('ES256', p256), publicKeyOf(p256), HMAC)).toHaveLength(6);
  expect(madeForPublicKey(token, publicKeyOf(rsa), { signed: 'issuer' })).toEqual([]);

  // And as the server writes it, where that is another text.
  const own = { ...jwkOf(rsa), kid: 'k\u00e9y', use: 'sig', x5c: ['TUlJ'.repeat(20)] };
  const element = JSON.stringify(own, null, 1);
  const served = `{ "keys": [${JSON.stringify(jwkOf(p256))}, ${element}] }`;
  const written = `{"kty": "RSA", "n": "${jwk.n}", "e": "${jwk.e}", "kid": "k\\u00e9y", "use": "sig", "x5c": ["${own.x5c[0]}"]}`;
  const { kty, x, y, crv } = jwkOf(p256);
  const first = `{"kty": "${kty}", "x": "${x}", "y": "${y}", "crv": "${crv}"}`;
  const certificate = `-----BEGIN CERTIFICATE-----\n${own.x5c[0]!.slice(0, 64)}\n${own.x5c[0]!.slice(64)}\n-----END CERTIFICATE-----\n`;
  const found = publicKeyAmong(token, served, '/keys')!;
  expect(found.from).toContain('/keys');
  await signedWith(madeForPublicKey(token, found, HMAC), [
    pem,
    pem.trim(),
    element,
    served,
    written,
    JSON.stringify(own),
    `{"keys": [${first}, ${written}]}`,
    JSON.stringify(JSON.parse(served)),
    certificate,
    own.x5c[0]!,
    ...others,
  ]);
});

describe('finds the key that verifies a token', () => {
  it.each([
    ['RS256', rsa],
    ['ES256', p256],
    ['EdDSA', ed],
  ] as const)('%s', async (alg, key) => {
    const token = await issue(alg, key);
    for (const text of [
      { keys: [jwkOf(curves[1]!), { kty: 'RSA', n: 1 }, jwkOf(key)] },
      [jwkOf(key)],
      jwkOf(key),
      key.export({ format: 'jwk' }),
    ])
      expect(publicKeyAmong(token, JSON.stringify(text), '/keys')!.key.equals(createPublicKey(key))).toBe(true);
    const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
    expect(publicKeyAmong(token, JSON.stringify({ keys: [jwkOf(other), jwkOf(curves[2]!)] }), '/keys')).toBe(null);
    expect(publicKeyAmong(token, '\ufeff{"keys": []}', '/keys')).toBe(null);
  });
  it('none for a secret', async () => {
    const token = await new SignJWT({}).setProtectedHeader({ alg: 'HS256' }).sign(Buffer.from('s'.repeat(32)));
    expect(publicKeyAmong(token, JSON.stringify({ keys: [jwkOf(rsa), { kty: 'oct', k: 'cw' }] }), '/keys')).toBe(null);
  });
});

describe('encrypts to the public key what nobody signed', () => {
  const opened = async (token: string, key: KeyObject, text: string | null) => {
    const publicKey = text === null ? publicKeyOf(key) : publicKeyAmong(token, text, '/keys')!;
    return madeForPublicKey(token, publicKey, LETTER).map(({ wire }) => wire);
  };
  const shows = async (letters: readonly string[], key: Parameters<typeof compactDecrypt>[1], header: object) => {
    const { plaintext, protectedHeader } = await compactDecrypt(letters[0]!, key);
    expect(protectedHeader).toMatchObject({ cty: 'JWT', enc: 'A256GCM', ...header });
    const [head, body, signature] = Buffer.from(plaintext).toString().split('.');
    expect([Buffer.from(head!, 'base64url').toString(), decodeJwt(`${head}.${body}.`), signature]).toEqual(['{"alg":"none"}', CLAIMS, '']);
    expect((await jwtDecrypt(letters[1]!, key)).payload).toEqual(CLAIMS);
  };

  it('RSA', async () => {
    const token = await issue('RS256', rsa);
    await shows(await opened(token, rsa, null), rsa, { alg: 'RSA-OAEP-256' });
    await shows(await opened(token, rsa, JSON.stringify(jwkOf(rsa, { alg: 'RSA-OAEP', kid: 'a' }))), rsa, { alg: 'RSA-OAEP', kid: 'a' });
  });
  it.each(curves.map((key, index) => [['ES256', 'ES384', 'ES512'][index]!, key] as const))('%s', async (alg, key) => {
    const token = await issue(alg, key);
    await shows(await opened(token, key, null), key, { alg: 'ECDH-ES' });
    const wanted = JSON.stringify(jwkOf(key, { alg: 'ECDH-ES+A256KW' }));
    await shows(await opened(token, key, wanted), key, { alg: 'ECDH-ES+A256KW' });
  });
  it('the key that is meant for it, and none where there is no such', async () => {
    const keys = JSON.stringify({ keys: [jwkOf(rsa, { use: 'sig', kid: 'a' }), jwkOf(p256, { use: 'enc', kid: 'b' })] });
    const letters = await opened(await issue('RS256', rsa), rsa, keys);
    await shows(letters, await importJWK({ ...p256.export({ format: 'jwk' }), alg: 'ECDH-ES' }), { kid: 'b' });
    expect(await opened(await issue('EdDSA', ed), ed, null)).toEqual([]);
  });
});
