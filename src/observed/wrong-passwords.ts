/** Whether a login slows guessing down (catalogue R27). */
import { randomBytes } from 'node:crypto';
import type { AttemptsRequest, AttemptsResult } from '../model/witness.ts';
import { headerOf } from './answer.ts';
import { openAsker, pathUnder } from './asker.ts';
import { isCsrf } from './cookies.ts';
import { FIRST_FORM, type LoginForm, nextForm, submit, TRIES } from './login-form.ts';
import { BODY_LIMIT } from './transport.ts';

/** Wrong passwords in a row: more than a person mistypes, fewer than any limit that locks others out. */
const ATTEMPTS = 8;

/**
 * Tries wrong passwords for a user that cannot exist, one a second, so that nobody is locked out. Ends as soon as the server slows down.
 * @throws UsageError for a URL that may not be asked
 */
export async function tryWrongPasswords(request: AttemptsRequest): Promise<AttemptsResult> {
  const name = `unlatched-${randomBytes(8).toString('hex')}`;
  const asker = await openAsker({ ...request, rate: Math.min(request.rate ?? 1, 1) }, [], BODY_LIMIT);
  const done = (problem: string | null): AttemptsResult => ({ problem, exchanges: asker.sender.exchanges });
  try {
    const path = pathUnder(asker.origin, request.login.path);
    if (path === null) return done(null);
    const tried: LoginForm[] = [];
    let now: LoginForm = FIRST_FORM;
    const statuses: number[] = [];
    while (statuses.length < ATTEMPTS && asker.sender.count < ATTEMPTS + TRIES) {
      const user = /mail/i.test(now.field) ? `${name}@example.invalid` : name;
      const { answer, exchange } = await submit(asker, path, now, user, `wrong-${randomBytes(6).toString('hex')}`);
      if (answer === null || answer.status === 429 || headerOf(answer, 'retry-after') !== null || isCsrf(answer)) return done(null);
      asker.sender.label(exchange, 'LOGIN-FAILED');
      tried.push(now);
      const next: LoginForm | null = statuses.length === 0 ? nextForm(answer, tried) : null;
      if (next !== null) now = next;
      else statuses.push(answer.status);
    }
    const [status] = statuses;
    const alike =
      statuses.length === ATTEMPTS && statuses.every((one) => one === status) && (status === 400 || status === 401 || status === 403);
    if (!alike) return done(null);
    const text = `--allow-login-attempts: POST ${request.login.path} answered ${ATTEMPTS} wrong passwords for one user alike (${status}), none was slowed down`;
    return done(`${text}: passwords can be guessed here at any speed (CWE-307); throttle the login`);
  } finally {
    asker.close();
  }
}
