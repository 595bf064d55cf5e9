/** Whether a login slows guessing down (catalogue R27). */
import { randomBytes } from 'node:crypto';
import type { AttemptsRequest, AttemptsResult } from '../model/witness.ts';
import { type Answer, headerOf } from './answer.ts';
import { openAsker, pathUnder } from './asker.ts';
import { isCsrf } from './cookies.ts';
import { type Credential, NO_CREDENTIAL } from './credential.ts';
import { FIRST_FORM, type LoginForm, nextForm, submit, TRIES } from './login-form.ts';
import { outlast } from './pace.ts';
import { type Attempt, isRefusal, pastLimit, remarkOf } from './past-limit.ts';
import type { Sent } from './sender.ts';
import { BODY_LIMIT } from './transport.ts';

/** Wrong passwords in a row: more than a person mistypes, fewer than any limit that locks others out. */
const ATTEMPTS = 8;

/**
 * Tries wrong passwords for a user that cannot exist, one a second, so that nobody is locked out. Ends as soon as the server slows down;
 * then it is asked what makes it forget whom it was counting.
 * @returns a remark only where all were answered alike, or for what gets past the limit
 * @throws UsageError for a URL that may not be asked
 */
export async function tryWrongPasswords(request: AttemptsRequest): Promise<AttemptsResult> {
  const { login, token = null } = request;
  const secrets = token === null ? [] : [token.value];
  const name = `unlatched-${randomBytes(8).toString('hex')}`;
  const asker = await openAsker({ ...request, rate: Math.min(request.rate ?? 1, 1) }, secrets, BODY_LIMIT, request.maxRequests);
  const { exchanges } = asker.sender;
  const nothing: AttemptsResult = { remarks: [], exchanges };
  try {
    const path = pathUnder(asker.origin, login.path);
    if (path === null) return nothing;
    const tried: LoginForm[] = [];
    let now: LoginForm = FIRST_FORM;
    const attempt = (beside: Credential = NO_CREDENTIAL, at: string = path): Promise<Sent> => {
      const user = /mail/i.test(now.field) ? `${name}@example.invalid` : name;
      return submit(asker, at, now, user, `wrong-${randomBytes(6).toString('hex')}`, { once: true, beside });
    };
    const counted: Attempt[] = [];
    let refusal: Answer | null = null;
    let waited = false;
    while (counted.length < ATTEMPTS && asker.sender.count < ATTEMPTS + TRIES) {
      const { answer, exchange } = await attempt();
      if (answer?.status === 429) {
        const last = { status: 429, reason: { text: `wrong password ${counted.length + 1}: 429`, exchange: answer.exchange } };
        const beside = now.kind === 'basic' ? null : token;
        const slowed = { asker, login, path, last, refusal, before: tried.length, attempt, token: beside };
        const remarks = await pastLimit(slowed);
        // The logins of the run may have used the limit up, and then nobody knows yet how a wrong password is answered.
        const early = remarks.length === 0 && refusal === null && !waited;
        if (!early || !(await outlast(headerOf(answer, 'retry-after'), request.signal))) return { remarks, exchanges };
        waited = true;
        continue;
      }
      if (answer === null || headerOf(answer, 'retry-after') !== null || isCsrf(answer)) return nothing;
      asker.sender.label(exchange, 'LOGIN-FAILED');
      tried.push(now);
      const next: LoginForm | null = counted.length === 0 ? nextForm(answer, tried) : null;
      if (next !== null) {
        now = next;
        continue;
      }
      refusal = answer;
      counted.push({ status: answer.status, reason: { text: `a wrong password: ${answer.status}`, exchange } });
    }
    const status = counted[0]?.status;
    const alike = counted.length === ATTEMPTS && counted.every((one) => one.status === status);
    if (!alike || !isRefusal(status)) return nothing;
    const text = `${ATTEMPTS} wrong passwords for one user, one a second, were answered alike (${status}), and none was slowed down`;
    return { remarks: [{ ...remarkOf(login, counted), kind: 'no-throttle', text }], exchanges };
  } finally {
    asker.close();
  }
}
