/** The keys that a server hands out at the usual addresses (catalogue R37): asked for once in a run, without a token. */
import type { ServedKeys } from '../model/witness.ts';
import { keysIn } from '../tokens/jwk.ts';
import type { Answer } from './answer.ts';
import { ownPath, pathUnder } from './asker.ts';
import { NO_CREDENTIAL } from './credential.ts';
import type { Origin } from './origin.ts';
import type { Sender } from './sender.ts';

/** Below the prefix of the URL. The second one names the address of the keys (OpenID Connect Discovery 1.0 section 3, `jwks_uri`). */
const KEYS = '/.well-known/jwks.json';
const CONFIGURATION = '/.well-known/openid-configuration';
/** What `--dry-run` lists. */
export const WELL_KNOWN: readonly string[] = [KEYS, CONFIGURATION];

const asked = new WeakMap<Sender, Promise<ServedKeys | null>>();

/**
 * Asks for the keys of the server: one request where they lie at the usual address, three at the most. Whoever asks again within
 * the run gets the same answer and sends nothing. No redirect is followed, and no address outside of the URL of the run is asked.
 * @returns null where no address below the URL hands out keys
 */
export function wellKnownJwks({ origin, sender }: { readonly origin: Origin; readonly sender: Sender }): Promise<ServedKeys | null> {
  const known = asked.get(sender);
  if (known) return known;
  const found = askForKeys(origin, sender);
  asked.set(sender, found);
  return found;
}

/** What an earlier part of the run was handed out: this part does not ask again. */
export function recallJwks(sender: Sender, served: ServedKeys | null): void {
  asked.set(sender, Promise.resolve(served));
}

async function askForKeys(origin: Origin, sender: Sender): Promise<ServedKeys | null> {
  const get = async (path: string | null): Promise<Answer | null> => {
    if (path === null) return null;
    const message = { probe: 'well-known', operation: null, method: 'GET', path, query: [], credential: NO_CREDENTIAL };
    const { answer, exchange } = await sender.send(message);
    if (answer !== null) sender.label(exchange, keysOf(answer) ? 'KEYS' : 'NO-KEYS');
    return answer;
  };
  const usual = await get(pathUnder(origin, KEYS));
  const there = usual && keysOf(usual);
  if (there) return there;
  const configuration = await get(pathUnder(origin, CONFIGURATION));
  const named = configuration && addressIn(configuration);
  const path = named ? ownPath(origin, named) : null;
  if (path === null || path === pathUnder(origin, KEYS)) return null;
  const other = await get(path);
  return other && keysOf(other);
}

function keysOf({ status, kind, json, text, truncated, path }: Answer): ServedKeys | null {
  if (status !== 200 || kind !== 'json' || truncated) return null;
  return keysIn(json).length === 0 ? null : { text, path };
}

function addressIn({ status, kind, json }: Answer): string | null {
  if (status !== 200 || kind !== 'json' || typeof json !== 'object' || json === null) return null;
  const address = (json as Record<string, unknown>).jwks_uri;
  return typeof address === 'string' ? address : null;
}
