/** Signs a token anew with the key of its issuer, the same or with one thing changed; all other claims keep their bytes. */
import {
  constants,
  createHmac,
  createPrivateKey,
  createPublicKey,
  type JsonWebKey,
  type KeyObject,
  sign,
  timingSafeEqual,
  verify,
} from 'node:crypto';
import type { MadeToken } from '../model/probe.ts';
import { type Change, changesOf } from './changes.ts';
import { jwtFacts } from './inspect.ts';
import { edit } from './segments.ts';

/** Algorithms of RFC 7518 section 3.1 and RFC 8037 by their families. */
const FAMILIES: readonly (readonly string[])[] = [
  ['HS256', 'HS512', 'HS384'],
  ['RS256', 'RS512', 'RS384'],
  ['PS256', 'PS512', 'PS384'],
  ['ES256', 'ES384', 'ES512'],
];

/**
 * Reads a signing key: PEM, a JWK, or else a secret for HMAC.
 * @returns null when the key cannot make signatures of the algorithm
 */
export function readSigningKey(text: string, alg: string): KeyObject | string | null {
  const isPem = text.includes('-----BEGIN');
  if (/^HS(256|384|512)$/.test(alg)) return isPem ? null : text;
  const types =
    alg === 'EdDSA'
      ? ['ed25519', 'ed448']
      : /^ES(256|384|512)$/.test(alg)
        ? ['ec']
        : /^[RP]S(256|384|512)$/.test(alg)
          ? ['rsa', 'rsa-pss']
          : [];
  try {
    // Variables often hold a PEM with its line breaks written out.
    const key = isPem
      ? createPrivateKey(text.replace(/\\n/g, '\n'))
      : createPrivateKey({ key: JSON.parse(text) as JsonWebKey, format: 'jwk' });
    return types.includes(key.asymmetricKeyType!) ? key : null;
  } catch {
    return null;
  }
}

/** Another algorithm that the same key can sign with (RFC 8725 section 3.1); null where there is none. */
export function siblingOf(alg: string): string | null {
  return FAMILIES.find((family) => family.includes(alg))?.find((other) => other !== alg) ?? null;
}

/** True when the key, or the private half of it, made the signature of the token. */
export function madeBy(token: string, key: KeyObject | string): boolean {
  const [head, body, signature] = token.split('.') as [string, string, string];
  const alg = jwtFacts(token)!.alg;
  const given = Buffer.from(signature, 'base64url');
  if (typeof key === 'string') {
    const made = signatureOf(`${head}.${body}`, alg, key);
    return made.length === given.length && timingSafeEqual(made, given);
  }
  const hash = hashOf(alg);
  return verify(
    hash,
    Buffer.from(`${head}.${body}`),
    { key: key.type === 'private' ? createPublicKey(key) : key, ...paddingOf(alg) },
    given,
  );
}

/** One spelling of a token that was made with a key. */
export interface Made {
  readonly wire: string;
  /** What tells it from the other spellings of its idea. */
  readonly label?: string;
}

/** The token signed anew, unchanged. */
export function resigned(token: string, key: KeyObject | string): string {
  return signedAs(token, key, jwtFacts(token)!.alg, {});
}

/**
 * The tokens that a probe means, each made with the key; what is not changed stays as it was, byte for byte.
 * @param now seconds since the epoch
 * @param scopes those that the document names
 * @returns each spelling; none where the key or the token is not of the kind that it takes
 */
export function madeWith(
  token: string,
  key: KeyObject | string,
  made: MadeToken,
  now: number,
  scopes: readonly string[] = [],
): readonly Made[] {
  if (made.signed !== 'issuer' || made.use === 'refresh') return [];
  const { alg } = jwtFacts(token)!;
  if (made.algorithm === 'sibling') {
    const other = siblingOf(alg);
    if (other === null) return [];
    return [{ wire: signedAs(token, key, other, { header: (fields) => fields.set('alg', JSON.stringify(other)) }) }];
  }
  return changesOf(token, made, now, scopes).map((change) => ({
    wire: signedAs(token, key, alg, change),
    ...(change.label ? { label: change.label } : {}),
  }));
}

function signedAs(token: string, key: KeyObject | string, alg: string, { header, claims }: Change): string {
  const [head, body] = token.split('.') as [string, string];
  const text = `${header ? edit(head, header) : head}.${claims ? edit(body, claims) : body}`;
  return `${text}.${signatureOf(text, alg, key).toString('base64url')}`;
}

function signatureOf(text: string, alg: string, key: KeyObject | string): Buffer {
  if (typeof key === 'string') return createHmac(hashOf(alg)!, key).update(text).digest();
  return sign(hashOf(alg), Buffer.from(text), { key, ...paddingOf(alg) });
}

/** EdDSA hashes by itself. */
function hashOf(alg: string): string | null {
  return alg === 'EdDSA' ? null : `sha${alg.slice(2, 5)}`;
}

function paddingOf(alg: string) {
  if (alg.startsWith('PS')) return { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST };
  return alg.startsWith('ES') ? { dsaEncoding: 'ieee-p1363' as const } : {};
}
