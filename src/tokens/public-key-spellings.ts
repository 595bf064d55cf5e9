/** The ways in which a public key is written down: the text that a server may hold is the secret of a forged HMAC. */
import { createPublicKey, type KeyObject } from 'node:crypto';

export interface KeySpelling {
  readonly label: string;
  readonly bytes: Buffer;
}

/**
 * @param key the private key
 * @returns PEM as OpenSSL writes it first; then without its last line break (variables, `.strip()`), as PKCS #1 (RFC 8017,
 *   appendix A.1.1) where it is RSA, as DER, and as the JSON of a JWK (RFC 7517) as JavaScript and as Python write it, and sorted (RFC 7638 section 3)
 */
export function publicKeySpellings(key: KeyObject): readonly KeySpelling[] {
  const publicKey = createPublicKey(key);
  const spki = String(publicKey.export({ type: 'spki', format: 'pem' }));
  const der = (type: 'spki' | 'pkcs1'): Buffer => publicKey.export({ type: type as 'spki', format: 'der' });
  const isRsa = key.asymmetricKeyType === 'rsa';
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

/** As `json.dumps` writes it. */
function pythonJson(fields: object): string {
  return `{${Object.entries(fields)
    .map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`)
    .join(', ')}}`;
}
