/** Tokens that are signed anew with the key that the user gave, one for each probe that needs it. */
import type { MadeToken, Probe } from '../model/probe.ts';
import { jwtFacts } from '../tokens/inspect.ts';
import { madeBy, madeWith, readSigningKey, resigned, siblingOf } from '../tokens/resign.ts';
import { type PublicKey, publicKeyOf } from '../tokens/with-public-key.ts';
import type { Material } from './credential.ts';

export interface Forged {
  /** Why nothing can be signed, or null. */
  readonly useless: string | null;
  /** True when the key made the valid token's own signature: then it needs no request to know that it is the right one. */
  readonly proven: boolean;
  /** The public half of such a key. */
  readonly publicKey: PublicKey | null;
  /** The valid token signed anew, unchanged: the control for all others. */
  readonly same: Material | null;
  /** Each spelling of what a probe means; empty where there is none. */
  materialsOf(made: MadeToken): readonly Material[];
  /** Why there is no token for a probe, or null. */
  missing(probe: Probe): string | null;
  readonly secrets: readonly string[];
}

/**
 * Signs with `key` what the probes need, each once so that equal requests are equal.
 * @param scopes those that the document names
 */
export function forge(token: string, key: string, probes: readonly Probe[], scopes: readonly string[]): Forged {
  const alg = jwtFacts(token)?.alg ?? null;
  const signing = alg === null ? null : readSigningKey(key, alg);
  const materials = new Map<string, readonly Material[]>();
  const proven = signing !== null && madeBy(token, signing);
  const useless = alg === null ? 'the token is opaque: no key signs it' : signing === null ? `the key makes no signatures of ${alg}` : null;
  if (signing !== null) {
    const now = Math.floor(Date.now() / 1000);
    for (const { id, title, sends } of probes) {
      const made = sends.material === 'made' ? sends.made : undefined;
      if (!made) continue;
      const spellings = spelt(id, `signed anew: ${title}`, madeWith(token, signing, made, now, scopes));
      if (spellings.length > 0) materials.set(keyOf(made), spellings);
    }
  }
  const same = signing === null ? null : { wire: resigned(token, signing), shell: '$RESIGNED_TOKEN', shape: '<valid token signed anew>' };
  return {
    useless,
    proven,
    publicKey: proven && typeof signing === 'object' ? publicKeyOf(signing!) : null,
    same,
    materialsOf: (made) => materials.get(keyOf(made)) ?? [],
    missing: (probe) => useless ?? missing(alg!, probe, materials),
    secrets: [...[...materials.values()].flat(), ...(same ? [same] : [])].map(({ wire }) => wire),
  };
}

function missing(alg: string, { sends: { made } }: Probe, materials: ReadonlyMap<string, readonly Material[]>): string | null {
  if (!made || materials.has(keyOf(made))) return null;
  if (made.algorithm && siblingOf(alg) === null) return `the algorithm ${alg} has no other of its family`;
  if (made.user || made.claim) return 'the token has no claim that is known to name its user';
  if (made.use) return 'the token has no claim that says what it is for';
  if (made.scope === 'raised') return 'the document names no scopes';
  return made.scope ? 'the token names no scopes' : 'no such token can be made';
}

function keyOf(made: MadeToken): string {
  return JSON.stringify(made);
}

/** Each spelling of a made token as it is sent, and as it is shown: by `what` was done, and by its label. */
export function spelt(
  id: string,
  what: string,
  spellings: readonly { readonly wire: string; readonly label?: string }[],
): readonly Material[] {
  return spellings.map(({ wire, label }, index) => ({
    wire,
    shell: variableFor(id, index),
    shape: `<${what}${label ? `, ${label}` : ''}>`,
    ...(label ? { label } : {}),
  }));
}

/** The shell variable that stands for the made token of a probe, and for its further spellings. */
export function variableFor(probe: string, spelling = 0): string {
  return `$${probe.toUpperCase().replace(/-/g, '_')}${spelling === 0 ? '' : `_${spelling + 1}`}`;
}
