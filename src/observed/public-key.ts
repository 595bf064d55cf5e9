/** Tokens made with the public key of the issuer: that of the key which the user gave, or one that the server hands out. */
import type { MadeToken, Probe } from '../model/probe.ts';
import { jwtFacts } from '../tokens/inspect.ts';
import { servedSpellings } from '../tokens/public-key-spellings.ts';
import { senderKey } from '../tokens/self-made.ts';
import { madeForPublicKey, type PublicKey } from '../tokens/with-public-key.ts';
import type { Material } from './credential.ts';
import { spelt } from './forged.ts';

export interface WithPublicKey {
  /** Where the key is from, in words; null where there is none. */
  readonly from: string | null;
  /** Each spelling of what a probe means; empty where there is none. */
  materialsOf(made: MadeToken): readonly Material[];
  /** Why there is no token for a probe, or null. */
  missing(probe: Probe): string | null;
  readonly secrets: readonly string[];
}

/** @param key null where none is known that verifies the token */
export function withPublicKey(token: string, key: PublicKey | null, probes: readonly Probe[]): WithPublicKey {
  const materials = new Map<string, readonly Material[]>();
  for (const { id, title, sends } of key === null ? [] : probes) {
    if (!sends.made) continue;
    const what = sends.made.form === 'encrypted' ? 'encrypted' : 'signed anew';
    const spellings = spelt(id, `${what}: ${title}`, madeForPublicKey(token, key!, sends.made));
    if (spellings.length > 0) materials.set(JSON.stringify(sends.made), spellings);
  }
  const materialsOf = (made: MadeToken): readonly Material[] => materials.get(JSON.stringify(made)) ?? [];
  return {
    from: key?.from ?? null,
    materialsOf,
    missing: ({ sends }) => (materialsOf(sends.made!).length > 0 ? null : whyNot(token, key)),
    secrets: [...materials.values()].flat().map(({ wire }) => wire),
  };
}

function whyNot(token: string, key: PublicKey | null): string {
  const alg = jwtFacts(token)?.alg ?? 'none';
  if (!hasPublicKey(token)) return `the token is signed with a secret (${alg}): there is no public key`;
  return key === null ? 'no key is known that made the signature of the token' : `nothing can be encrypted to a key of ${alg}`;
}

/** True where somebody else can verify the token: by the public key of its issuer. */
export function hasPublicKey(token: string | null): boolean {
  return token !== null && /^([RPE]S(256|384|512)|EdDSA)$/.test(jwtFacts(token)?.alg ?? '');
}

/** Whether the keys that the server hands out serve a probe: then they are asked for before all else. */
export function wantsPublicKey(probes: readonly Probe[], token: string | null): boolean {
  return hasPublicKey(token) && probes.some(({ needs }) => needs.includes('public-key'));
}

/** What stands for the key of the server in a plan: one of the same kind, written so that no two spellings are alike. */
export function standIn(token: string): PublicKey {
  const key = senderKey(token);
  const jwk = { ...key.export({ format: 'jwk' }), kty: key.asymmetricKeyType === 'ec' ? 'EC' : 'RSA', kid: '' };
  return { key, served: servedSpellings(JSON.stringify({ keys: [jwk] }, null, 1), jwk), encrypts: key, wanted: {}, from: '' };
}
