/** Whether a login slows guessing down (catalogue R27). */
import { randomBytes, randomInt } from 'node:crypto';
import type { FoundOperation, LoginRemark } from '../model/login-life.ts';
import type { Reason } from '../model/verdict.ts';
import type { AttemptsRequest, AttemptsResult } from '../model/witness.ts';
import { headerOf } from './answer.ts';
import { type Asker, openAsker, pathUnder } from './asker.ts';
import { isCsrf } from './cookies.ts';
import { type Credential, NO_CREDENTIAL } from './credential.ts';
import { isOnThisMachine } from './key-listener.ts';
import { FIRST_FORM, type LoginForm, nextForm, submit, TRIES } from './login-form.ts';
import type { Origin } from './origin.ts';
import type { Sent } from './sender.ts';
import { BODY_LIMIT } from './transport.ts';

/** Wrong passwords in a row: more than a person mistypes, fewer than any limit that locks others out. */
const ATTEMPTS = 8;
/** Those with another address, and between them one without. */
const ATTEMPTS_ELSEWHERE = 3;

interface Attempt {
  readonly status: number;
  readonly reason: Reason;
}

/**
 * Tries wrong passwords for a user that cannot exist, one a second, so that nobody is locked out. Ends as soon as the server slows down;
 * then it is asked whether another address in a header makes it forget whom it was counting.
 * @returns a remark only where all were answered alike, or where the count goes by that header
 * @throws UsageError for a URL that may not be asked
 */
export async function tryWrongPasswords(request: AttemptsRequest): Promise<AttemptsResult> {
  const { login } = request;
  const name = `unlatched-${randomBytes(8).toString('hex')}`;
  const asker = await openAsker({ ...request, rate: Math.min(request.rate ?? 1, 1) }, [], BODY_LIMIT, request.maxRequests);
  const { exchanges } = asker.sender;
  const nothing: AttemptsResult = { remarks: [], exchanges };
  try {
    const path = pathUnder(asker.origin, login.path);
    if (path === null) return nothing;
    const tried: LoginForm[] = [];
    let now: LoginForm = FIRST_FORM;
    const attempt = (beside: Credential = NO_CREDENTIAL): Promise<Sent> => {
      const user = /mail/i.test(now.field) ? `${name}@example.invalid` : name;
      return submit(asker, path, now, user, `wrong-${randomBytes(6).toString('hex')}`, { once: true, beside });
    };
    const counted: Attempt[] = [];
    while (counted.length < ATTEMPTS && asker.sender.count < ATTEMPTS + TRIES) {
      const { answer, exchange } = await attempt();
      if (answer?.status === 429) {
        const slowed = { status: 429, reason: { text: `wrong password ${counted.length + 1}: 429`, exchange: answer.exchange } };
        const forgot = await forgets(attempt, slowed, asker);
        return forgot === null ? nothing : { remarks: [byHeader(login, forgot, asker.origin)], exchanges };
      }
      if (answer === null || headerOf(answer, 'retry-after') !== null || isCsrf(answer)) return nothing;
      asker.sender.label(exchange, 'LOGIN-FAILED');
      tried.push(now);
      const next: LoginForm | null = counted.length === 0 ? nextForm(answer, tried) : null;
      if (next !== null) now = next;
      else counted.push({ status: answer.status, reason: { text: `a wrong password: ${answer.status}`, exchange } });
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

/**
 * With another address the password is looked at again, without it the caller is still slowed down, and with a third one it is looked at
 * again: the count goes by what the caller writes. Null where any of this is not so.
 */
async function forgets(attempt: (beside?: Credential) => Promise<Sent>, slowed: Attempt, asker: Asker): Promise<readonly Attempt[] | null> {
  const all = [slowed];
  const first = randomInt(1, 255 - ATTEMPTS_ELSEWHERE);
  for (let turn = 1; turn <= ATTEMPTS_ELSEWHERE; turn += 1) {
    const elsewhere = turn !== 2;
    const { answer, exchange } = await attempt(elsewhere ? from(`203.0.113.${first + turn}`, asker.origin) : NO_CREDENTIAL);
    if (answer === null || (elsewhere ? !isRefusal(answer.status) || isCsrf(answer) : answer.status !== 429)) return null;
    if (elsewhere) asker.sender.label(exchange, 'LOGIN-FAILED');
    const text = `a wrong password with ${elsewhere ? 'another' : 'no'} X-Forwarded-For: ${answer.status}`;
    all.push({ status: answer.status, reason: { text, exchange: answer.exchange } });
  }
  return all;
}

/**
 * An address that nobody has (RFC 5737) and, where it is known, our own behind it, as often as there may be proxies: whoever counts from
 * the right (DRF with NUM_PROXIES, throttling.py, `get_ident`) finds the one whom he is counting already.
 */
function from(address: string, origin: Origin): Credential {
  const own = isOnThisMachine(origin) ? (origin.family === 6 ? '::1' : '127.0.0.1') : null;
  const wire = [address, ...(own === null ? [] : [own, own, own])].join(', ');
  return { headers: [{ name: 'X-Forwarded-For', wire, shell: wire, shape: wire }], query: [] };
}

function byHeader(login: FoundOperation, attempts: readonly Attempt[], origin: Origin): LoginRemark {
  const text = `a caller who is slowed down (429) is let through with another X-Forwarded-For (${attempts[1]!.status}), while he is slowed down without it`;
  return { ...remarkOf(login, attempts), kind: 'throttle-by-header', text, near: isOnThisMachine(origin) };
}

function remarkOf(login: FoundOperation, attempts: readonly Attempt[]): Pick<LoginRemark, 'subject' | 'operation' | 'reasons'> {
  return { subject: `POST ${login.path}`, operation: login.id, reasons: attempts.map(({ reason }) => reason) };
}

/** How a wrong password is answered; anything else shows nothing. */
function isRefusal(status: number | undefined): boolean {
  return status === 400 || status === 401 || status === 403;
}
