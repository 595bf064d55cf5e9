/** What gets past a limit on wrong passwords once it is met: another address in a header, a token, another spelling of the path (R27). */
import { randomInt } from 'node:crypto';
import type { FoundOperation, LoginRemark } from '../model/login-life.ts';
import type { Reason } from '../model/verdict.ts';
import type { TokenWay } from '../model/witness.ts';
import type { Answer } from './answer.ts';
import type { Asker } from './asker.ts';
import { isCsrf } from './cookies.ts';
import { bindMaterial, type Credential, NO_CREDENTIAL } from './credential.ts';
import { isOnThisMachine } from './key-listener.ts';
import type { Origin } from './origin.ts';
import type { Sent } from './sender.ts';

export interface Attempt {
  readonly status: number;
  readonly reason: Reason;
}

/** A login that has slowed its caller down. */
export interface Slowed {
  readonly asker: Asker;
  readonly login: FoundOperation;
  /** Its path as the server sees it. */
  readonly path: string;
  /** The attempt that was slowed down. */
  readonly last: Attempt;
  /** How the wrong passwords before it were answered; none where it was the first. */
  readonly refusal: Answer | null;
  /** Requests that were let through before it. */
  readonly before: number;
  /** One more wrong password of the same user. */
  readonly attempt: (beside?: Credential, path?: string) => Promise<Sent>;
  /** The token of the run and how it travels; null where there is none, or nothing shows that it works, or the login takes its place. */
  readonly token: { readonly value: string; readonly way: TokenWay } | null;
}

/**
 * Attempts with another address, and one without as the third: what lets every second or third request through, whoever sends it, lets no
 * two pass in a row.
 */
const ATTEMPTS_ELSEWHERE = 4;
const WITHOUT = 3;

/** How a wrong password is answered; anything else shows nothing. */
export function isRefusal(status: number | undefined): boolean {
  return status === 400 || status === 401 || status === 403;
}

/** Everything that gets past the limit, each shown by an attempt without it, which is still slowed down. */
export async function pastLimit(slowed: Slowed): Promise<readonly LoginRemark[]> {
  const found: LoginRemark[] = [];
  for (const look of [byAddress, withToken, bySpelling]) {
    const remark = await look(slowed);
    if (remark) found.push(remark);
  }
  return found;
}

/**
 * With another address the password is looked at again, and with a further one, without it the caller is still slowed down, and with a
 * last one it is looked at again: the count goes by what the caller writes. Null where any of this is not so.
 */
async function byAddress(slowed: Slowed): Promise<LoginRemark | null> {
  const { attempt, asker, last, login } = slowed;
  const all = [last];
  const first = randomInt(1, 255 - ATTEMPTS_ELSEWHERE);
  for (let turn = 1; turn <= ATTEMPTS_ELSEWHERE; turn += 1) {
    const elsewhere = turn !== WITHOUT;
    const { answer, exchange } = await attempt(elsewhere ? from(`203.0.113.${first + turn}`, asker.origin) : NO_CREDENTIAL);
    if (answer === null || !(elsewhere ? isPasswordRefused(slowed, answer) : answer.status === 429)) return null;
    if (elsewhere) asker.sender.label(exchange, 'LOGIN-FAILED');
    all.push(attemptOf(answer, `with ${elsewhere ? 'another' : 'no'} X-Forwarded-For`));
  }
  const text = `a caller who is slowed down (429) is let through with another X-Forwarded-For (${all[1]!.status}), while he is slowed down without it`;
  return { ...remarkOf(login, all), kind: 'throttle-by-header', text, near: isOnThisMachine(asker.origin) };
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

/**
 * A valid token beside the password, more often than was let through without one: whoever counts only the anonymous (DRF, throttling.py,
 * `AnonRateThrottle`) passes over it, and whoever counts users by their token as well does not.
 */
async function withToken(slowed: Slowed): Promise<LoginRemark | null> {
  const { attempt, asker, before, last, login, token } = slowed;
  if (token === null || slowed.refusal === null) return null;
  const beside = bindMaterial(token.way, { wire: token.value, shell: '$TOKEN', shape: '<valid token>' });
  const all = [last];
  for (let turn = 0; turn <= before; turn += 1) {
    const { answer, exchange } = await attempt(beside);
    if (!isSameRefusal(slowed, answer)) return null;
    asker.sender.label(exchange, 'LOGIN-FAILED');
    all.push(attemptOf(answer!, 'beside a valid token'));
  }
  const still = await isStillSlowed(slowed);
  if (still === null) return null;
  const text = `a caller who is slowed down (429) after ${before} attempts makes ${before + 1} more with a valid token of his own beside the password, while he is slowed down without it`;
  return { ...remarkOf(login, [...all, still]), kind: 'throttle-of-anonymous', text };
}

/** The same login by another spelling of its path, three times, and the plain one before the last of them, see `ATTEMPTS_ELSEWHERE`. */
async function bySpelling(slowed: Slowed): Promise<LoginRemark | null> {
  const { attempt, asker, last, login } = slowed;
  for (const { path, what } of slowed.refusal === null ? [] : spellings(slowed.path)) {
    const first = await attempt(NO_CREDENTIAL, path);
    if (!isSameRefusal(slowed, first.answer)) continue;
    const second = await attempt(NO_CREDENTIAL, path);
    const still = isSameRefusal(slowed, second.answer) ? await isStillSlowed(slowed) : null;
    const third = still === null ? null : await attempt(NO_CREDENTIAL, path);
    if (still === null || third === null || !isSameRefusal(slowed, third.answer)) return null;
    for (const { exchange } of [first, second, third]) asker.sender.label(exchange, 'LOGIN-FAILED');
    const [one, two, three] = [first, second, third].map(({ answer }) => attemptOf(answer!, `at ${path}`)) as [Attempt, Attempt, Attempt];
    const all = [last, one, two, still, three];
    const text = `a caller who is slowed down (429) is let through at ${path}, ${what}, while he is slowed down at ${slowed.path}`;
    return { ...remarkOf(login, all), kind: 'throttle-by-spelling', text };
  }
  return null;
}

/** Spellings that routes or servers may take for the same path. */
function spellings(path: string): readonly { readonly path: string; readonly what: string }[] {
  const bare = path.replace(/\/+$/, '');
  const last = bare.slice(bare.lastIndexOf('/') + 1);
  const end = path.slice(bare.length);
  const before = bare.slice(0, bare.length - last.length);
  if (last === '') return [];
  return [
    { path: end === '' ? `${path}/` : bare, what: end === '' ? 'with a slash at its end' : 'without the slash at its end' },
    { path: `${bare}.json`, what: 'with the suffix of a format' },
    { path: `${before}${last.toUpperCase()}${end}`, what: 'in capitals' },
    { path: `${before}/${last}${end}`, what: 'with a slash more' },
  ].filter((one) => one.path !== path);
}

async function isStillSlowed({ attempt }: Slowed): Promise<Attempt | null> {
  const { answer } = await attempt();
  return answer?.status === 429 ? attemptOf(answer, 'without it') : null;
}

/** Where nobody knows how a wrong password is answered, only 401 is about who somebody is: a header may be refused by 400 or 403. */
function isPasswordRefused(slowed: Slowed, answer: Answer): boolean {
  return slowed.refusal === null ? answer.status === 401 && !isCsrf(answer) : isSameRefusal(slowed, answer);
}

/** A refusal of something else, such as the token or a header, has other words; numbers of requests and the like are none. */
function isSameRefusal({ refusal }: Slowed, answer: Answer | null): boolean {
  if (refusal === null || answer === null || !isRefusal(answer.status) || answer.status !== refusal.status) return false;
  const [words, ofRefusal] = [answer, refusal].map(({ text }) => text.replace(/[\w-]*\d[\w-]*/g, '#'));
  return words === ofRefusal;
}

function attemptOf({ status, exchange }: Answer, what: string): Attempt {
  return { status, reason: { text: `a wrong password ${what}: ${status}`, exchange } };
}

export function remarkOf(login: FoundOperation, attempts: readonly Attempt[]): Pick<LoginRemark, 'subject' | 'operation' | 'reasons'> {
  return { subject: `POST ${login.path}`, operation: login.id, reasons: attempts.map(({ reason }) => reason) };
}
