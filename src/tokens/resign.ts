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
import { jwtFacts } from './inspect.ts';

/** A day: longer than any leeway that a server may grant. */
const LONG_OVER = 86_400;
/** Names of nobody (RFC 2606 section 2). */
const FOREIGN = 'https://elsewhere.invalid';

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

/** True when the key made the signature of the token. */
export function madeBy(token: string, key: KeyObject | string): boolean {
  const [head, body, signature] = token.split('.') as [string, string, string];
  const alg = jwtFacts(token)!.alg;
  const given = Buffer.from(signature, 'base64url');
  if (typeof key === 'string') {
    const made = signatureOf(`${head}.${body}`, alg, key);
    return made.length === given.length && timingSafeEqual(made, given);
  }
  const hash = hashOf(alg);
  return verify(hash, Buffer.from(`${head}.${body}`), { key: createPublicKey(key), ...paddingOf(alg) }, given);
}

/**
 * The token signed anew.
 * @param change what is different from the token; everything else stays as it was, byte for byte
 * @param now seconds since the epoch
 * @returns null when the algorithm has no sibling
 */
export function resign(token: string, key: KeyObject | string, change: Omit<MadeToken, 'signed'>, now: number): string | null {
  const [head, body] = token.split('.') as [string, string];
  let alg = jwtFacts(token)!.alg;
  let newHead = head;
  if (change.algorithm === 'sibling') {
    const other = siblingOf(alg);
    if (other === null) return null;
    alg = other;
    newHead = edit(head, (fields) => fields.set('alg', JSON.stringify(other)));
  }
  const newBody = edit(body, (claims) => {
    if (change.expiry === 'none') claims.delete('exp');
    if (change.expiry === 'past') {
      claims.set('exp', String(now - LONG_OVER));
      for (const name of ['iat', 'nbf']) if (claims.has(name)) claims.set(name, String(now - LONG_OVER - 300));
    }
    if (change.audience) claims.set('aud', claims.get('aud')?.startsWith('[') ? JSON.stringify([FOREIGN]) : JSON.stringify(FOREIGN));
    if (change.issuer) claims.set('iss', JSON.stringify(FOREIGN));
  });
  const text = `${newHead}.${newBody}`;
  return `${text}.${signatureOf(text, alg, key).toString('base64url')}`;
}

/** The token with an HMAC over the public half of its key: what code accepts that lets the token choose the algorithm (CVE-2022-29217). */
export function signedWithPublicKey(token: string, key: KeyObject): string {
  const [head, body] = token.split('.') as [string, string];
  const text = `${edit(head, (fields) => fields.set('alg', '"HS256"'))}.${body}`;
  const pem = createPublicKey(key).export({ type: 'spki', format: 'pem' }) as string;
  return `${text}.${signatureOf(text, 'HS256', pem).toString('base64url')}`;
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

/** Changes members of a segment; without a change it stays as it was. Numbers too large for a double keep their digits. */
function edit(segment: string, change: (members: Map<string, string>) => void): string {
  const members = membersOf(Buffer.from(segment, 'base64url').toString('utf8'));
  const before = JSON.stringify([...members]);
  change(members);
  if (JSON.stringify([...members]) === before) return segment;
  const text = `{${[...members].map(([name, value]) => `${JSON.stringify(name)}:${value}`).join(',')}}`;
  return Buffer.from(text).toString('base64url');
}

/** Names and values of a JSON object, the values as they are written. */
function membersOf(json: string): Map<string, string> {
  const members = new Map<string, string>();
  const strings = /"(?:[^"\\]|\\.)*"/y;
  let depth = 0;
  let start = -1;
  let name: string | null = null;
  for (let at = 0; at < json.length; at += 1) {
    const character = json[at]!;
    if (character === '"') {
      strings.lastIndex = at;
      const text = strings.exec(json)![0];
      if (depth === 1 && name === null) name = JSON.parse(text) as string;
      at += text.length - 1;
    } else if (character === '{' || character === '[') depth += 1;
    else if (character === ':' && depth === 1) start = at + 1;
    if ((character === ',' && depth === 1) || (character === '}' && depth === 1)) {
      if (name !== null) members.set(name, json.slice(start, at).trim());
      name = null;
    }
    if (character === '}' || character === ']') depth -= 1;
  }
  return members;
}
