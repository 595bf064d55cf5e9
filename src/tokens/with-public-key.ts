/** Tokens that take the public key of the issuer alone: everybody has that. */
import { createHmac, createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import type { MadeToken } from '../model/probe.ts';
import { encryptTo, type Wanted } from './encrypted.ts';
import { jwtFacts } from './inspect.ts';
import { type Jwk, keysIn } from './jwk.ts';
import { type KeySpelling, publicKeySpellings, servedSpellings } from './public-key-spellings.ts';
import { type Made, madeBy } from './resign.ts';
import { edit, segmentOf } from './segments.ts';

export interface PublicKey {
  /** Verifies the signature of the valid token. */
  readonly key: KeyObject;
  /** How the server itself writes the key, where it hands it out. */
  readonly served: readonly KeySpelling[];
  /** What is encrypted to; the same key where no other is meant for it. */
  readonly encrypts: KeyObject;
  readonly wanted: Wanted;
  /** Where the key is from, in words. */
  readonly from: string;
}

/** The public half of a key that has made the signature of the token. */
export function publicKeyOf(signing: KeyObject): PublicKey {
  const key = createPublicKey(signing);
  return { key, served: [], encrypts: key, wanted: {}, from: "the key that made the valid token's own signature" };
}

/**
 * The key among those that a server hands out which verifies the token: which one it is needs no request.
 * @param text the set of keys, a list of them or one, as it was served (RFC 7517 section 5)
 * @param path where it was served
 * @returns null where none of them verifies it
 */
export function publicKeyAmong(token: string, text: string, path: string): PublicKey | null {
  const keys = keysOf(text);
  const found = keys.flatMap((jwk) => {
    const key = imported(jwk);
    return key !== null && verifies(token, key) ? [{ jwk, key }] : [];
  })[0];
  if (!found) return null;
  const letters = keys.filter(({ use }) => use === 'enc').flatMap((jwk) => imported(jwk) ?? []);
  const [encrypts = found.key] = letters;
  const owner = keys.find((jwk) => imported(jwk)?.equals(encrypts))!;
  const word = (name: string): string | undefined => (typeof owner[name] === 'string' ? (owner[name] as string) : undefined);
  const [alg, kid] = [word('alg'), word('kid')];
  return {
    key: found.key,
    served: servedSpellings(text, found.jwk),
    encrypts,
    wanted: { ...(alg ? { alg } : {}), ...(kid ? { kid } : {}) },
    from: `a key of ${path}, which verifies the valid token's own signature`,
  };
}

/**
 * The tokens that a probe means, made with nothing but the public key.
 * @returns each spelling; none where the probe means something else, or nothing can be encrypted to such a key
 */
export function madeForPublicKey(token: string, publicKey: PublicKey, made: MadeToken): readonly Made[] {
  if (made.form === 'encrypted') return encrypted(token, publicKey);
  return made.signed === 'public-key' ? signedWithPublicKey(token, publicKey) : [];
}

/** An HMAC over the public half of the key: what code accepts that lets the token choose the algorithm (CVE-2022-29217). */
function signedWithPublicKey(token: string, { key, served }: PublicKey): readonly Made[] {
  const [head, body] = token.split('.') as [string, string];
  const text = `${edit(head, (fields) => fields.set('alg', '"HS256"'))}.${body}`;
  const [pem, stripped, ...others] = publicKeySpellings(key);
  const made = new Map<string, string>();
  for (const { label, bytes } of [pem!, stripped!, ...served, ...others]) {
    const wire = `${text}.${createHmac('sha256', bytes).update(text).digest('base64url')}`;
    if (!made.has(wire)) made.set(wire, label);
  }
  return [...made].map(([wire, label]) => ({ wire, label }));
}

/** A token inside that nobody signed, and the claims themselves. */
function encrypted(token: string, { encrypts, wanted }: PublicKey): readonly Made[] {
  const body = token.split('.')[1]!;
  const inside = encryptTo(`${segmentOf({ alg: 'none' })}.${body}.`, encrypts, 'JWT', wanted);
  const bare = encryptTo(Buffer.from(body, 'base64url').toString('utf8'), encrypts, undefined, wanted);
  if (inside === null || bare === null) return [];
  return [
    { wire: inside, label: 'around an unsigned token' },
    { wire: bare, label: 'around the claims' },
  ];
}

/** A body that another parser took for JSON may be none for this one, with a mark of byte order in front. */
function keysOf(text: string): readonly Jwk[] {
  try {
    return keysIn(JSON.parse(text));
  } catch {
    return [];
  }
}

function imported(jwk: Jwk): KeyObject | null {
  try {
    return createPublicKey({ key: jwk as JsonWebKey, format: 'jwk' });
  } catch {
    return null;
  }
}

/** Keys of another kind than the algorithm of the token make errors. */
function verifies(token: string, key: KeyObject): boolean {
  if (/^HS|^none$/i.test(jwtFacts(token)?.alg ?? 'none')) return false;
  try {
    return madeBy(token, key);
  } catch {
    return false;
  }
}
