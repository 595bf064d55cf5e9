/**
 * Whether the login tells a user that exists from one that does not (catalogue R28): by status and body; where these are alike, by time,
 * if it lies far enough apart for a network not to blur it.
 */
import { randomBytes, randomInt } from 'node:crypto';
import type { Reason } from '../../model/verdict.ts';
import { type Answer, headerOf } from '../answer.ts';
import { isCsrf } from '../cookies.ts';
import { submit } from '../login-form.ts';
import { difference, type Parts, partsOf } from './answers-differ.ts';
import type { Life } from './life.ts';
import { mayBeApart, timesApart } from './steady-times.ts';

/** Wrong passwords for each of the two, one after the other: fewer than any lock-out counts. */
const TRIES = 2;
/** Those by which times are told apart; after each two the right password is sent, which ends what counts. */
const TIMED = 7;

/** Wrong passwords of one of the two. */
interface Side {
  /** Another one each time for the user that does not exist: what an answer says of a name, such as half of it, is then no difference. */
  readonly nextUser: () => string;
  readonly who: string;
  readonly users: string[];
  readonly answers: Answer[];
  /** Milliseconds. */
  readonly times: number[];
}

export async function toldUser(life: Life): Promise<void> {
  const { request, logins, asker } = life;
  const { entry } = request;
  if (!request.allowLoginAttempts || entry.by !== 'password' || logins.form === null || logins.path === null) return;
  const stranger = strangers(entry.user, asker.secrets);
  if (stranger === null)
    return life.note('whether the login tells who exists was not asked: no name like that of the user is free for certain');
  const known: Side = { nextUser: () => entry.user, who: 'a user that exists', users: [], answers: [], times: [] };
  const unknown: Side = { nextUser: stranger, who: 'a user that does not', users: [], answers: [], times: [] };
  for (let round = 0; round < TRIES; round += 1) if (!(await tryBoth(life, [unknown, known]))) return;
  const differs = difference(partsOfAll(known), partsOfAll(unknown));
  const told = 'a wrong password is answered otherwise for a user that exists than for one that does not';
  if (differs !== null)
    return life.found('user-told', entry.login, { text: `${told}, twice each: ${differs}`, reasons: reasonsOf(known, unknown) });
  if (!mayBeApart(known.times, unknown.times)) return;
  for (let round = TRIES; round < TIMED; round += 1) {
    if (round % TRIES === 0 && (await logins.make()) === null) return life.note('whether times tell who exists: the login gave no token');
    if (!(await tryBoth(life, round % 2 === 0 ? [known, unknown] : [unknown, known]))) return;
  }
  const apart = timesApart(known.times, unknown.times);
  if (apart === null || difference(partsOfAll(known), partsOfAll(unknown)) !== null) return;
  const text = `a wrong password for a user that exists is answered in ${apart.left} ms, and for one that does not in ${apart.right} ms: medians of ${TIMED} each, asked in turn`;
  life.found('user-told-by-time', entry.login, { text, reasons: reasonsOf(known, unknown) });
}

/** One wrong password for each. False where the server slows down or fails. */
async function tryBoth(life: Life, sides: readonly Side[]): Promise<boolean> {
  const { asker, logins } = life;
  for (const { nextUser, users, answers, times } of sides) {
    const user = nextUser();
    const password = `wrong-${randomBytes(6).toString('hex')}`;
    const { answer, exchange } = await submit(asker, logins.path!, logins.form!, user, password, { once: true });
    if (answer === null || answer.status === 429 || headerOf(answer, 'retry-after') !== null || answer.status >= 500 || isCsrf(answer)) {
      life.note(
        `whether the login tells who exists: a wrong password was answered by ${answer?.status ?? 'nothing'}, so no more were sent`,
      );
      return false;
    }
    asker.sender.label(exchange, 'LOGIN-FAILED');
    users.push(user);
    answers.push(answer);
    times.push(asker.sender.durationOf(exchange));
  }
  return true;
}

function partsOfAll({ answers, users }: Side): readonly Parts[] {
  return answers.map((answer, index) => partsOf(answer, users[index]!));
}

function reasonsOf(...sides: readonly Side[]): readonly Reason[] {
  return sides.flatMap(({ answers, who }) =>
    answers.map(({ status, exchange }) => ({ text: `a wrong password for ${who}: ${status}`, exchange })),
  );
}

/**
 * Names like that of the user which nobody has, another one with each call; addresses among the secrets, for their domain.
 * @returns null where none is free for certain
 */
export function strangers(user: string, secrets: string[]): (() => string) | null {
  if (strangerLike(user) === null) return null;
  return () => {
    const stranger = strangerLike(user)!;
    if (stranger.includes('@')) secrets.push(stranger);
    return stranger;
  };
}

/**
 * A name of the same kind that nobody has: random letters, in the domain of the user's address.
 * @returns null for a name such as a phone number, where any other may be somebody's
 */
export function strangerLike(user: string): string | null {
  const [local = '', domain] = user.split('@');
  if (!/^[a-z][\w.+-]*$/i.test(local)) return null;
  const name = Array.from({ length: Math.min(30, Math.max(12, local.length)) }, () => String.fromCharCode(97 + randomInt(26))).join('');
  return domain === undefined ? name : `${name}@${domain}`;
}
