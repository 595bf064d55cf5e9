/** Tokens that anybody can write, as libraries read them that share nothing with what made them. */
import { createHmac, generateKeyPairSync, X509Certificate } from 'node:crypto';
import { flattenedVerify, importJWK, type JWK, jwtVerify, SignJWT } from 'jose';
import { expect, it } from 'vitest';
import type { MadeToken } from '../model/probe.ts';
import { selfMade, whyNotSelfMade } from './self-made.ts';

const CLAIMS = { user_id: 7 };
const ES = generateKeyPairSync('ec', { namedCurve: 'P-384' });
const TOKENS: Readonly<Record<string, string>> = {
  HS256: await new SignJWT(CLAIMS).setProtectedHeader({ alg: 'HS256' }).sign(Buffer.alloc(32, 7)),
  ES384: await new SignJWT(CLAIMS).setProtectedHeader({ alg: 'ES384' }).sign(ES.privateKey),
  RS256: await new SignJWT(CLAIMS)
    .setProtectedHeader({ alg: 'RS256' })
    .sign(generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey),
};
const texts = (alg: string, made: MadeToken): string[] =>
  selfMade(TOKENS[alg]!, made).map(({ before, after }) => `${before}${TOKENS[alg]!.split('.')[1]}${after}`);
const headerOf = (token: string) => JSON.parse(Buffer.from(token.split('.')[0]!, 'base64url').toString()) as Record<string, unknown>;

it.each(['HS256', 'ES384', 'RS256'])('brings its own key and its own certificate in the place of one of %s', async (alg) => {
  const [key] = texts(alg, { signed: 'sender' });
  const { jwk } = headerOf(key!) as { jwk: JWK };
  expect((await jwtVerify(key!, await importJWK(jwk, headerOf(key!).alg as string))).payload).toEqual(CLAIMS);
  const [brought] = texts(alg, { signed: 'sender-certificate' });
  const certificate = new X509Certificate(Buffer.from((headerOf(brought!).x5c as string[])[0]!, 'base64'));
  expect(certificate.verify(certificate.publicKey)).toBe(true);
  expect(certificate.checkIssued(certificate)).toBe(true);
  expect(Date.parse(certificate.validTo)).toBeGreaterThan(Date.now());
  expect((await jwtVerify(brought!, certificate.publicKey)).payload).toEqual(CLAIMS);
});

it('signs with nothing: an empty secret, or two zeros', () => {
  const [blank, ...others] = texts('HS256', { signed: 'blank' });
  expect(others).toEqual([]);
  const end = blank!.lastIndexOf('.');
  // A secret of zero bytes is the same as none.
  for (const secret of ['', '\0', '\0'.repeat(32)])
    expect(createHmac('sha256', secret).update(blank!.slice(0, end)).digest('base64url')).toBe(blank!.slice(end + 1));
  const [zeros, der] = texts('ES384', { signed: 'blank' }).map((token) => Buffer.from(token.split('.')[2]!, 'base64url'));
  expect(zeros).toEqual(Buffer.alloc(96));
  expect(der!.toString('base64')).toBe('MAYCAQACAQA=');
  expect(texts('RS256', { signed: 'blank' })).toEqual([]);
  expect(whyNotSelfMade(TOKENS.RS256!, { signed: 'blank' })).toContain('RS256');
  expect(whyNotSelfMade(TOKENS.HS256!, { signed: 'blank' })).toBe(null);
});

it('writes the token in JSON, with no signature that anybody would verify', async () => {
  const [general, flattened] = texts('ES384', { signed: 'nobody', form: 'json' }).map((text) => JSON.parse(text) as Record<string, string>);
  expect(general).toEqual({ payload: TOKENS.ES384!.split('.')[1], signatures: [] });
  expect(flattened).toMatchObject({ payload: general!.payload, signature: '' });
  const { payload, protected: head, signature } = flattened!;
  await expect(flattenedVerify({ payload: payload!, protected: head!, signature: signature! }, ES.publicKey)).rejects.toMatchObject({
    code: 'ERR_JOSE_NOT_SUPPORTED',
  });
  // The third is a good token to who reads it as JSON, and other claims to who looks for dots.
  const third = selfMade(TOKENS.ES384!, { signed: 'nobody', form: 'json' })[2]!;
  for (const [{ before, claims, after }, own] of [
    [third, { unlatched: true }],
    [third.twin!, { exp: 1 }],
  ] as const) {
    const text = `${before}${claims}${after}`;
    const signed = JSON.parse(text) as { payload: string; protected: string; signature: string };
    expect(JSON.parse(new TextDecoder().decode((await flattenedVerify(signed, ES.publicKey)).payload))).toEqual(CLAIMS);
    expect(JSON.parse(Buffer.from(text.split('.')[1]!, 'base64url').toString())).toEqual({ ...CLAIMS, ...own });
  }
});
