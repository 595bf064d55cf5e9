/** Whether a login slows guessing down (catalogue R27). */
import { randomBytes } from 'node:crypto';
import type { Reason } from '../model/verdict.ts';
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
 * @returns a remark only where all were answered alike
 * @throws UsageError for a URL that may not be asked
 */
export async function tryWrongPasswords(request: AttemptsRequest): Promise<AttemptsResult> {
  const { login } = request;
  const name = `unlatched-${randomBytes(8).toString('hex')}`;
  const asker = await openAsker({ ...request, rate: Math.min(request.rate ?? 1, 1) }, [], BODY_LIMIT, request.maxRequests);
  const { exchanges } = asker.sender;
  try {
    const path = pathUnder(asker.origin, login.path);
    if (path === null) return { remark: null, exchanges };
    const tried: LoginForm[] = [];
    let now: LoginForm = FIRST_FORM;
    const counted: { readonly status: number; readonly reason: Reason }[] = [];
    while (counted.length < ATTEMPTS && asker.sender.count < ATTEMPTS + TRIES) {
      const user = /mail/i.test(now.field) ? `${name}@example.invalid` : name;
      const { answer, exchange } = await submit(asker, path, now, user, `wrong-${randomBytes(6).toString('hex')}`, { once: true });
      if (answer === null || answer.status === 429 || headerOf(answer, 'retry-after') !== null || isCsrf(answer))
        return { remark: null, exchanges };
      asker.sender.label(exchange, 'LOGIN-FAILED');
      tried.push(now);
      const next: LoginForm | null = counted.length === 0 ? nextForm(answer, tried) : null;
      if (next !== null) now = next;
      else counted.push({ status: answer.status, reason: { text: `a wrong password: ${answer.status}`, exchange } });
    }
    const status = counted[0]?.status;
    const alike = counted.length === ATTEMPTS && counted.every((one) => one.status === status);
    if (!alike || (status !== 400 && status !== 401 && status !== 403)) return { remark: null, exchanges };
    const text = `${ATTEMPTS} wrong passwords for one user, one a second, were answered alike (${status}), and none was slowed down`;
    const reasons = counted.map(({ reason }) => reason);
    return { remark: { kind: 'no-throttle', subject: `POST ${login.path}`, operation: login.id, text, reasons }, exchanges };
  } finally {
    asker.close();
  }
}
