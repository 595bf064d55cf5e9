/** What is wrong with a token by its own characters: a secret that others know, no end, a long life. Sends nothing (catalogue J08, J39). */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { TokenRemark } from '../model/matrix.ts';
import { jwtFacts } from './inspect.ts';

export type TokenCheck = Omit<TokenRemark, 'scheme'>;

/** A text that may be the signing key, by the name under which it stands in the source. */
export interface KeyCandidate {
  readonly name: string;
  readonly value: string;
}

/** Keys of tutorials, frameworks' examples and habit. */
const WORDS =
  `secret secretkey secret_key secret-key secret123 mysecret my_secret my-secret my_secret_key my-secret-key mysecretkey supersecret super-secret super_secret super_secret_key supersecretkey
  topsecret changeme change-me change_me changethis changeit password passw0rd password123 admin test testing test-secret dev development example default key mykey jwt jwtsecret jwt_secret
  jwt-secret jwt_secret_key JWT_SECRET JWT_SECRET_KEY SECRET SECRET_KEY token auth django django-secret django-insecure insecure insecure-secret-key your-secret-key your_secret_key
  your-256-bit-secret your-384-bit-secret your-512-bit-secret a-string-secret-at-least-256-bits-long qwerty 123456 12345678 1234567890 foobar shhhhh please-change-me private s3cr3t`
    .split(/\s+/)
    .filter(Boolean);

const HASHES: Readonly<Record<string, string>> = { HS256: 'sha256', HS384: 'sha384', HS512: 'sha512' };
const HOUR = 3600;

/**
 * @param token any credential; opaque ones have nothing to check
 * @param keys texts of the source that could be the key
 */
export function checkToken(token: string, keys: readonly KeyCandidate[]): readonly TokenCheck[] {
  const facts = jwtFacts(token);
  if (facts === null) return [];
  const checks: TokenCheck[] = [];
  if (facts.unsigned) checks.push({ kind: 'unsigned', text: 'the token carries no signature' });
  const known = knownSecret(token, facts.alg, keys);
  if (known !== null)
    checks.push({
      kind: 'known-secret',
      text: `the token is signed (${facts.alg}) with ${known}: whoever knows it makes tokens for every user`,
    });
  if (facts.expiresAt === null) checks.push({ kind: 'no-expiry', text: 'the token has no exp claim: it never expires by itself' });
  const life = facts.lifetime;
  // Between one hour and one day it is a matter of taste; refresh tokens live longer by design.
  if (life !== null && life > (facts.tokenType === 'refresh' ? 30 * 24 : 24) * HOUR) {
    checks.push({ kind: 'long-life', text: `the token is valid for ${Math.round(life / HOUR)} hours` });
  }
  return checks;
}

/** Names the key when one of those that others know made the signature. */
function knownSecret(token: string, alg: string, keys: readonly KeyCandidate[]): string | null {
  const hash = HASHES[alg];
  if (hash === undefined) return null;
  const end = token.lastIndexOf('.');
  const signed = token.slice(0, end);
  const signature = Buffer.from(token.slice(end + 1), 'base64url');
  const makes = (key: string): boolean => {
    const made = createHmac(hash, key).update(signed).digest();
    return made.length === signature.length && timingSafeEqual(made, signature);
  };
  const named = keys.find(({ value }) => makes(value));
  if (named) return `the text that stands in the source as ${named.name}`;
  if (makes('')) return 'an empty secret';
  return WORDS.some(makes) ? 'a secret out of a list of common words' : null;
}
