/** Tokens that anybody can write who has seen a valid one: its claims, under a header and a signature of the writer's own. */
import { createHmac, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import type { MadeToken } from '../model/probe.ts';
import { jwtFacts, tokenKind } from './inspect.ts';

/** What stands before and after the claims, which are left as they are. */
export interface SelfMade {
  readonly header: string;
  readonly signature: string;
}

/** An empty file on every Unix, wherever a server looks for its keys. */
const EMPTY_FILE = '../../../../../../../../dev/null';

/**
 * @param token the valid token
 * @returns null for an opaque token, and for what takes more than the token
 */
export function selfMade(token: string, made: MadeToken): SelfMade | null {
  if (tokenKind(token) !== 'jwt') return null;
  switch (made.signed) {
    // RFC 7519 section 6.1
    case 'nobody':
      return { header: segment(made.algorithm === 'missing' ? { typ: 'JWT' } : { alg: 'none', typ: 'JWT' }), signature: '' };
    case 'sender':
      return withOwnKey(token);
    case 'empty-file':
      return signedBy({ alg: 'HS256', typ: 'JWT', kid: EMPTY_FILE }, token, (text) => createHmac('sha256', '').update(text).digest());
    default:
      return null;
  }
}

/** A fresh key whose public half stands in the header (RFC 7515 section 4.1.3), of the kind that the valid token is signed with. */
function withOwnKey(token: string): SelfMade {
  const alg = jwtFacts(token)!.alg;
  const curve = CURVES[alg];
  const keys = curve ? generateKeyPairSync('ec', { namedCurve: curve }) : generateKeyPairSync('rsa', { modulusLength: 2048 });
  const ownAlg = curve ? alg : alg.startsWith('RS') ? alg : 'RS256';
  const header = { alg: ownAlg, typ: 'JWT', jwk: keys.publicKey.export({ format: 'jwk' }) };
  return signedBy(header, token, (text) => signatureOf(text, ownAlg, keys.privateKey));
}

const CURVES: Readonly<Record<string, string>> = { ES256: 'P-256', ES384: 'P-384', ES512: 'P-521' };

function signatureOf(text: string, alg: string, key: KeyObject): Buffer {
  return sign(`sha${alg.slice(2)}`, Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' });
}

function signedBy(fields: object, token: string, makeSignature: (text: string) => Buffer): SelfMade {
  const header = segment(fields);
  return { header, signature: makeSignature(`${header}.${token.split('.')[1]}`).toString('base64url') };
}

function segment(fields: object): string {
  return Buffer.from(JSON.stringify(fields)).toString('base64url');
}
