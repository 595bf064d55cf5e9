import { exportPKCS8, generateKeyPair, jwtVerify, SignJWT } from 'jose';
import { expect, it } from 'vitest';
import { isSigningKey, resign } from './resign.ts';

const CLAIMS = { user_id: 7, aud: 'shop', exp: 2_000_000_000 };
const SECRET = 'a secret of the test, long enough';

it('signs changed claims with the HMAC secret of the token, as another library verifies', async () => {
  const key = new TextEncoder().encode(SECRET);
  const token = await new SignJWT(CLAIMS).setProtectedHeader({ alg: 'HS512', typ: 'JWT' }).sign(key);
  const changed = resign(token, SECRET, { aud: 'other', exp: null, iss: 'x' })!;
  const { payload, protectedHeader } = await jwtVerify(changed, key);
  expect(payload).toEqual({ user_id: 7, aud: 'other', iss: 'x' });
  expect(protectedHeader).toEqual({ alg: 'HS512', typ: 'JWT' });
});

it.each(['RS256', 'PS384', 'ES256'])('signs with a private key: %s', async (alg) => {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  const token = await new SignJWT(CLAIMS).setProtectedHeader({ alg }).sign(privateKey);
  const changed = resign(token, await exportPKCS8(privateKey), { aud: 'other' })!;
  expect((await jwtVerify(changed, publicKey)).payload).toEqual({ ...CLAIMS, aud: 'other' });
});

it('gives nothing for another key, and for what is no JWT', async () => {
  const token = await new SignJWT(CLAIMS).setProtectedHeader({ alg: 'HS256' }).sign(new TextEncoder().encode(SECRET));
  expect(isSigningKey(token, SECRET)).toBe(true);
  expect(isSigningKey(token, `${SECRET}!`)).toBe(false);
  expect(resign(token, 'no PEM', {})).toBeNull();
  expect(resign('opaque', SECRET, {})).toBeNull();
  expect(resign('a.b.c', SECRET, {})).toBeNull();
});
