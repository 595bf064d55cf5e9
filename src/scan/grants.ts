/** Which token of the run each further secret goes with: a refresh token is no news to an operation that takes API keys. */
import type { ScanOptions } from '../config/options.ts';
import type { TokenOption } from '../config/secret.ts';
import type { Grant } from '../model/probe.ts';
import type { Grants } from '../model/witness.ts';
import { jwtFacts } from '../tokens/inspect.ts';

/** The further secrets for the operations that are asked with `token`; null for one that belongs to another token. */
export function grantsFor(token: TokenOption | null, options: ScanOptions): Grants {
  const { tokens, secondToken, lowToken, refreshToken, signingKey } = options;
  const grants: Partial<Record<Grant, string | null>> = {};
  const given = { 'second-token': secondToken, 'low-token': lowToken, 'refresh-token': refreshToken } as const;
  for (const [name, secret] of Object.entries(given)) {
    if (secret === null) continue;
    const alike = tokens.filter((one) => kindOf(one.secret.reveal()) === kindOf(secret.reveal()));
    const usual = tokens.find(({ scheme }) => scheme === null) ?? tokens[0] ?? null;
    const owners = alike.length > 0 ? alike : [usual];
    grants[name as keyof typeof given] = owners.includes(token) ? secret.reveal() : null;
  }
  // Whether a key makes the signature of a token is seen from the token.
  if (signingKey !== null) grants['signing-key'] = signingKey.reveal();
  return grants;
}

/** Tokens of one issuer are signed alike; all others are simply opaque. */
function kindOf(token: string): string {
  return jwtFacts(token)?.alg ?? 'opaque';
}
