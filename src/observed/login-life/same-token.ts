/** Whether every login gives the same token (catalogue R25): DRF's own `Token.objects.get_or_create` does (rest_framework/authtoken/views.py). */
import { jwtFacts } from '../../tokens/inspect.ts';
import { sleep } from '../pace.ts';
import type { Life } from './life.ts';
import type { OwnLogin } from './own-login.ts';

/** Longer than the second in which two signed tokens of the same claims come out alike. */
const APART = 1200;

/**
 * Compares the token of the run with those of one or two more logins.
 * @returns true where the token of the login is not its own
 */
export async function sameToken(life: Life, own: OwnLogin): Promise<boolean> {
  const { request, logins } = life;
  if (own.token !== request.token) return false;
  // A cookie stands for a session, and sessions are kept apart by other means.
  if (own.way?.place === 'cookie') return true;
  if (jwtFacts(own.token) !== null) await sleep(APART, request.signal);
  const again = await logins.make();
  if (again === null || again.token !== own.token) return again === null || again.token === request.token;
  life.found('same-token', request.entry.login, {
    text: 'three logins gave one and the same token',
    reasons: [
      { text: 'a second login gave the token of the first', exchange: own.exchange },
      { text: 'so did a third', exchange: again.exchange },
    ],
  });
  return true;
}
