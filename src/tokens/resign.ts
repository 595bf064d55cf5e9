/** Signs a JWT again with its own key after a change of its claims: what a holder of the key could present (catalogue J20-J24). */
import { createHmac, createPrivateKey, createPublicKey, createVerify, type KeyObject, sign } from 'node:crypto';

/** What differs from the token. A claim set to null is taken out. */
export type ClaimChanges = Readonly<Record<string, unknown>>;

const HMAC: Readonly<Record<string, string>> = { HS256: 'sha256', HS384: 'sha384', HS512: 'sha512' };
const ASYMMETRIC = /^(RS|PS|ES)(256|384|512)$/;

interface Parts {
  readonly header: string;
  readonly alg: string;
  readonly claims: Record<string, unknown>;
  readonly signature: string;
  readonly signed: string;
}

/**
 * @param key the HMAC secret, or a private key in PEM
 * @returns null when the token is no JWT or the key is not the one that signed it
 */
export function resign(token: string, key: string, changes: ClaimChanges): string | null {
  const parts = partsOf(token);
  if (!parts || !isKeyOf(parts, key)) return null;
  const claims = { ...parts.claims };
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) delete claims[name];
    else claims[name] = value;
  }
  const signed = `${parts.header}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}`;
  return `${signed}.${signatureOf(parts.alg, key, signed)}`;
}

/** True when the key signed the token. */
export function isSigningKey(token: string, key: string): boolean {
  const parts = partsOf(token);
  return parts !== null && isKeyOf(parts, key);
}

function isKeyOf({ alg, signed, signature }: Parts, key: string): boolean {
  try {
    if (HMAC[alg]) return signatureOf(alg, key, signed) === signature;
    const verify = createVerify(`sha${alg.slice(2)}`);
    verify.update(signed);
    return verify.verify({ key: createPublicKey(privateKey(key)), ...formOf(alg) } as never, Buffer.from(signature, 'base64url'));
  } catch {
    return false;
  }
}

function signatureOf(alg: string, key: string, signed: string): string {
  const hmac = HMAC[alg];
  if (hmac) return createHmac(hmac, key).update(signed).digest('base64url');
  return sign(`sha${alg.slice(2)}`, Buffer.from(signed), { key: privateKey(key), ...formOf(alg) } as never).toString('base64url');
}

/** RFC 7518 sections 3.4 and 3.5: concatenated values for ES, a salt as long as the hash for PS. */
function formOf(alg: string): object {
  if (alg.startsWith('ES')) return { dsaEncoding: 'ieee-p1363' };
  // RSA_PKCS1_PSS_PADDING
  return alg.startsWith('PS') ? { padding: 6, saltLength: Number(alg.slice(2)) / 8 } : {};
}

function privateKey(pem: string): KeyObject {
  return createPrivateKey(pem);
}

function partsOf(token: string): Parts | null {
  const [header, payload, signature, ...more] = token.split('.');
  if (!header || !payload || !signature || more.length > 0) return null;
  try {
    const { alg } = JSON.parse(Buffer.from(header, 'base64url').toString('utf8')) as { alg?: unknown };
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
    if (typeof alg !== 'string' || (!HMAC[alg] && !ASYMMETRIC.test(alg)) || typeof claims !== 'object' || claims === null) return null;
    return { header, alg, claims: claims as Record<string, unknown>, signature, signed: `${header}.${payload}` };
  } catch {
    return null;
  }
}
