/** A token that is encrypted to the server and signed by nobody: everybody has the public key (RFC 7516; RFC 8725 section 2.7). */
import { constants, createCipheriv, createPublicKey, type KeyObject, publicEncrypt, randomBytes } from 'node:crypto';
import { segmentOf } from './segments.ts';

/**
 * @param plaintext what the server finds when it has decrypted
 * @param key the private key; only its public half is used
 * @param contentType `cty` of the header, for a token inside
 * @returns the compact form with RSA-OAEP-256 and A256GCM (RFC 7518 sections 4.3 and 5.3); null for a key that is not RSA
 */
export function encryptTo(plaintext: string, key: KeyObject, contentType?: 'JWT'): string | null {
  if (key.asymmetricKeyType !== 'rsa') return null;
  const header = segmentOf({ alg: 'RSA-OAEP-256', enc: 'A256GCM', ...(contentType ? { cty: contentType } : {}) });
  const secret = randomBytes(32);
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', secret, nonce);
  cipher.setAAD(Buffer.from(header));
  const text = Buffer.concat([cipher.update(plaintext, 'utf8'), cipher.final()]);
  const wrapped = publicEncrypt({ key: createPublicKey(key), padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' }, secret);
  return [header, ...[wrapped, nonce, text, cipher.getAuthTag()].map((part) => part.toString('base64url'))].join('.');
}
