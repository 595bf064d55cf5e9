/** Tokens that are signed anew with the key that the user gave, one for each probe that needs it. */
import type { KeyObject } from 'node:crypto';
import type { MadeToken, Probe } from '../model/probe.ts';
import { jwtFacts } from '../tokens/inspect.ts';
import { madeBy, readSigningKey, resign, siblingOf, signedWithPublicKey } from '../tokens/resign.ts';
import type { Material } from './credential.ts';

export interface Forged {
  /** Why nothing can be signed, or null. */
  readonly useless: string | null;
  /** True when the key made the valid token's own signature: then it needs no request to know that it is the right one. */
  readonly proven: boolean;
  /** The valid token signed anew, unchanged: the control for all others. */
  readonly same: Material | null;
  materialOf(made: MadeToken): Material | null;
  /** Why there is no token for a probe, or null. */
  missing(probe: Probe): string | null;
  readonly secrets: readonly string[];
}

/** Signs with `key` what the probes need, each once so that equal requests are equal. */
export function forge(token: string, key: string, probes: readonly Probe[]): Forged {
  const alg = jwtFacts(token)?.alg ?? null;
  const signing = alg === null ? null : readSigningKey(key, alg);
  const materials = new Map<string, Material>();
  const useless = alg === null ? 'the token is opaque: no key signs it' : signing === null ? `the key makes no signatures of ${alg}` : null;
  if (signing !== null) {
    const now = Math.floor(Date.now() / 1000);
    for (const { id, title, sends } of probes) {
      const made = sends.material === 'made' ? sends.made : undefined;
      const wire = made && signed(token, signing, made, now);
      if (wire) materials.set(keyOf(made), { wire, shell: variableFor(id), shape: `<signed anew: ${title}>` });
    }
  }
  const same =
    signing === null ? null : { wire: resign(token, signing, {}, 0)!, shell: '$RESIGNED_TOKEN', shape: '<valid token signed anew>' };
  return {
    useless,
    proven: signing !== null && madeBy(token, signing),
    same,
    materialOf: (made) => materials.get(keyOf(made)) ?? null,
    missing: (probe) => useless ?? missing(alg!, signing!, probe, materials),
    secrets: [...materials.values(), ...(same ? [same] : [])].map(({ wire }) => wire),
  };
}

function signed(token: string, key: KeyObject | string, made: MadeToken, now: number): string | null {
  if (made.signed === 'public-key') return typeof key === 'string' ? null : signedWithPublicKey(token, key);
  return made.signed === 'issuer' && made.use === undefined ? resign(token, key, made, now) : null;
}

function missing(
  alg: string,
  key: KeyObject | string,
  { sends: { made } }: Probe,
  materials: ReadonlyMap<string, Material>,
): string | null {
  if (!made || materials.has(keyOf(made))) return null;
  if (made.signed === 'public-key' && typeof key === 'string') return `the token is signed with a secret (${alg}): there is no public key`;
  return made.algorithm && siblingOf(alg) === null ? `the algorithm ${alg} has no other of its family` : 'no such token can be made';
}

function keyOf(made: MadeToken): string {
  return JSON.stringify(made);
}

/** The shell variable that stands for the made token of a probe. */
export function variableFor(probe: string): string {
  return `$${probe.toUpperCase().replace(/-/g, '_')}`;
}
