/** Looks at what the user gave beside the token, before anything is sent: a mix-up would turn into false findings. */
import { UsageError } from '../model/errors.ts';
import type { Grant } from '../model/probe.ts';
import type { ObserveRequest } from '../model/witness.ts';
import { jwtFacts } from '../tokens/inspect.ts';
import { sendableHeader } from './transport.ts';

const TOKENS: readonly Grant[] = ['second-token', 'low-token', 'refresh-token'];

/** @throws UsageError for a token that cannot be sent, that is the valid token once more, or an access token given as refresh token */
export function checkGrants({ token, grants }: Pick<ObserveRequest, 'token' | 'grants'>): void {
  for (const name of TOKENS) {
    const given = grants?.[name];
    if (given == null) continue;
    if (!sendableHeader('Authorization', `Bearer ${given}`))
      throw new UsageError('token-characters', `--${name}: holds characters that an HTTP header cannot carry`);
    if (given === token) throw new UsageError('token-twice', `--${name}: is the token of the run itself; it needs another one`);
    if (name === 'refresh-token' && jwtFacts(given)?.tokenType === 'access')
      throw new UsageError('refresh-token-kind', '--refresh-token: calls itself an access token; give the refresh token of the login');
  }
}
