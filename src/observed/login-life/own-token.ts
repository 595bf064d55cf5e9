/** Whether every login gives the same token (catalogue R25): DRF's own `Token.objects.get_or_create` does (rest_framework/authtoken/views.py). */
import { jwtFacts } from '../../tokens/inspect.ts';
import { sleep } from '../pace.ts';
import type { Life } from './life.ts';
import type { OwnLogin } from './own-login.ts';

/** Longer than the second in which two signed texts of the same content come out alike. */
const APART = 1200;

/**
 * Compares the token of the run with those of one or two more logins.
 * @returns a login whose token is its own, or null where there is none: such a token must not be ended
 */
export async function ownToken(life: Life, first: OwnLogin): Promise<OwnLogin | null> {
  const { request, logins } = life;
  if (first.token !== request.token) return first;
  // Signed tokens, and cookies that hold the session itself, tell their time in seconds.
  const signed = jwtFacts(first.token) !== null || first.way?.place === 'cookie';
  if (signed) await sleep(APART, request.signal);
  const second = await logins.make();
  if (second === null || second.token !== first.token) return second;
  // A cookie stands for a session, and sessions are kept apart by other means.
  if (first.way?.place === 'cookie') return null;
  life.found('same-token', request.entry.login, {
    text: 'three logins gave one and the same token',
    reasons: [
      { text: 'a second login gave the token of the first', exchange: first.exchange },
      { text: 'so did a third', exchange: second.exchange },
    ],
  });
  return null;
}
