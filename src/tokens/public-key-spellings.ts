/** The ways in which a public key is written down: the text that a server may hold is the secret of a forged HMAC. */
import type { KeyObject } from 'node:crypto';
import type { Jwk } from './jwk.ts';
import { membersOf } from './segments.ts';

export interface KeySpelling {
  readonly label: string;
  readonly bytes: Buffer;
}

/**
 * @param publicKey as such
 * @returns PEM as OpenSSL writes it first; then without its last line break (variables, `.strip()`), as PKCS #1 (RFC 8017,
 *   appendix A.1.1) where it is RSA, as DER, and as the JSON of a JWK (RFC 7517) as JavaScript and as Python write it, and sorted (RFC 7638 section 3)
 */
export function publicKeySpellings(publicKey: KeyObject): readonly KeySpelling[] {
  const spki = String(publicKey.export({ type: 'spki', format: 'pem' }));
  const der = (type: 'spki' | 'pkcs1'): Buffer => publicKey.export({ type: type as 'spki', format: 'der' });
  const isRsa = publicKey.asymmetricKeyType === 'rsa';
  const pkcs1 = isRsa ? String(publicKey.export({ type: 'pkcs1', format: 'pem' })) : null;
  const jwk = publicKey.export({ format: 'jwk' });
  return [
    { label: 'PEM', text: spki },
    { label: 'PEM without its last line break', text: spki.trimEnd() },
    ...(pkcs1 ? [{ label: 'PEM of PKCS #1', text: pkcs1 }] : []),
    ...(pkcs1 ? [{ label: 'PEM of PKCS #1 without its last line break', text: pkcs1.trimEnd() }] : []),
    { label: 'DER', text: der('spki') },
    ...(isRsa ? [{ label: 'DER of PKCS #1', text: der('pkcs1') }] : []),
    { label: 'JSON of the JWK', text: JSON.stringify(jwk) },
    { label: 'JSON of the JWK with spaces', text: pythonJson(jwk) },
    {
      label: 'JSON of the JWK, sorted',
      text: JSON.stringify(Object.fromEntries(Object.entries(jwk).sort(([a], [b]) => (a < b ? -1 : 1)))),
    },
  ].map(({ label, text }) => ({ label, bytes: Buffer.from(text as string) }));
}

/**
 * The same key as a server hands it out, which may be what it holds (CVE-2026-48526): the set of keys and the key in it, byte for byte, as
 * Python writes them and without spaces; and its certificate (`x5c`, RFC 7517 section 4.7).
 * @param text the body of the answer
 * @param jwk the one key that is meant, as it stands in there
 */
export function servedSpellings(text: string, jwk: Jwk): readonly KeySpelling[] {
  const json: unknown = JSON.parse(text);
  const own = elementsIn(text).find((element) => JSON.stringify(JSON.parse(element)) === JSON.stringify(jwk));
  const certificate = Array.isArray(jwk.x5c) && typeof jwk.x5c[0] === 'string' ? jwk.x5c[0] : null;
  const lines = certificate?.match(/.{1,64}/g)?.join('\n');
  const spellings = [
    ...(own === undefined ? [] : [{ label: 'the key as it is served', text: own }]),
    { label: 'the JWKS as it is served', text },
    { label: 'the served key as Python writes it', text: pythonJson(jwk) },
    { label: 'the served key without spaces', text: JSON.stringify(jwk) },
    { label: 'the JWKS as Python writes it', text: pythonJson(json) },
    { label: 'the JWKS without spaces', text: JSON.stringify(json) },
    ...(certificate
      ? [{ label: 'PEM of the certificate', text: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n` }]
      : []),
    ...(certificate ? [{ label: 'the certificate as it is served', text: certificate }] : []),
  ];
  return spellings.map(({ label, text: one }) => ({ label, bytes: Buffer.from(one) }));
}

/** The elements of the list of keys, as they are written. */
function elementsIn(text: string): readonly string[] {
  const start = text.trimStart()[0];
  const list = start === '[' ? text.trim() : start === '{' ? (membersOf(text).get('keys') ?? '') : '';
  const found: string[] = [];
  const strings = /"(?:[^"\\]|\\.)*"/y;
  let depth = 0;
  let begin = -1;
  for (let at = 0; at < list.length; at += 1) {
    const character = list[at]!;
    if (character === '"') {
      strings.lastIndex = at;
      at += strings.exec(list)![0].length - 1;
    } else if (character === '{' || character === '[') {
      if (depth === 1) begin = at;
      depth += 1;
    } else if (character === '}' || character === ']') {
      depth -= 1;
      if (depth === 1) found.push(list.slice(begin, at + 1));
    }
  }
  return found;
}

/** As `json.dumps` writes it: with spaces, and in ASCII. */
function pythonJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(pythonJson).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return ascii(JSON.stringify(value));
  const members = Object.entries(value).map(([name, member]) => `${ascii(JSON.stringify(name))}: ${pythonJson(member)}`);
  return `{${members.join(', ')}}`;
}

function ascii(text: string): string {
  return text.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
