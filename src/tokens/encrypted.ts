/** A token that is encrypted to the server and signed by nobody: everybody has the public key (RFC 7516; RFC 8725 section 2.7). */
import {
  constants,
  createCipheriv,
  createHash,
  diffieHellman,
  generateKeyPairSync,
  type KeyObject,
  publicEncrypt,
  randomBytes,
} from 'node:crypto';
import { segmentOf } from './segments.ts';

/** What the owner of a key says of it (RFC 7517 sections 4.4 and 4.5). */
export interface Wanted {
  readonly alg?: string;
  readonly kid?: string;
}

/** The key of the content, and what leads the server to it. */
interface Wrapped {
  readonly fields: object;
  readonly secret: Buffer;
  readonly wrapped: Buffer;
}

const CONTENT = 'A256GCM';
/** The wrapping of keys with its usual initial value (RFC 3394 section 2.2.3). */
const WRAP = 'id-aes256-wrap';
const WRAP_IV = Buffer.alloc(8, 0xa6);

/**
 * @param plaintext what the server finds when it has decrypted
 * @param key the public key
 * @param contentType `cty` of the header, for a token inside
 * @returns the compact form with A256GCM (RFC 7518 section 5.3) and RSA-OAEP or ECDH-ES (sections 4.3 and 4.6); null for a key
 *   that is of neither kind
 */
export function encryptTo(plaintext: string, key: KeyObject, contentType?: 'JWT', wanted: Wanted = {}): string | null {
  const made = key.asymmetricKeyType === 'rsa' ? byOaep(key, wanted) : key.asymmetricKeyType === 'ec' ? byAgreement(key, wanted) : null;
  if (made === null) return null;
  const { kid } = wanted;
  const header = segmentOf({ ...made.fields, enc: CONTENT, ...(kid ? { kid } : {}), ...(contentType ? { cty: contentType } : {}) });
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', made.secret, nonce);
  cipher.setAAD(Buffer.from(header));
  const text = Buffer.concat([cipher.update(plaintext, 'utf8'), cipher.final()]);
  return [header, ...[made.wrapped, nonce, text, cipher.getAuthTag()].map((part) => part.toString('base64url'))].join('.');
}

function byOaep(key: KeyObject, { alg }: Wanted): Wrapped {
  const chosen = alg === 'RSA-OAEP' ? alg : 'RSA-OAEP-256';
  const secret = randomBytes(32);
  const oaepHash = chosen === 'RSA-OAEP' ? 'sha1' : 'sha256';
  return { fields: { alg: chosen }, secret, wrapped: publicEncrypt({ key, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash }, secret) };
}

/** A key pair of the sender for this one letter; the secret that both sides agree on is the key, or wraps it. */
function byAgreement(key: KeyObject, { alg }: Wanted): Wrapped {
  const chosen = alg === 'ECDH-ES+A256KW' ? alg : 'ECDH-ES';
  const pair = generateKeyPairSync('ec', { namedCurve: key.asymmetricKeyDetails!.namedCurve! });
  const shared = diffieHellman({ privateKey: pair.privateKey, publicKey: key });
  const agreed = concatKdf(shared, chosen === 'ECDH-ES' ? CONTENT : chosen);
  const fields = { alg: chosen, epk: pair.publicKey.export({ format: 'jwk' }) };
  if (chosen === 'ECDH-ES') return { fields, secret: agreed, wrapped: Buffer.alloc(0) };
  const secret = randomBytes(32);
  const cipher = createCipheriv(WRAP, agreed, WRAP_IV);
  return { fields, secret, wrapped: Buffer.concat([cipher.update(secret), cipher.final()]) };
}

/** 256 bits for one algorithm, with no names of the two sides (RFC 7518 section 4.6.2: one round of Concat KDF with SHA-256). */
function concatKdf(shared: Buffer, algorithm: string): Buffer {
  const number = (value: number): Buffer => Buffer.from([0, 0, value >> 8, value & 255]);
  const parts = [number(1), shared, number(algorithm.length), Buffer.from(algorithm), number(0), number(0), number(256)];
  return createHash('sha256').update(Buffer.concat(parts)).digest();
}
