/**
 * Whether the login tells a user that exists from one that does not (catalogue R28): by status and body, never by time, which a
 * network blurs. Two wrong passwords for the user of the run, fewer than any lock-out counts.
 */
import { randomBytes, randomInt } from 'node:crypto';
import { type Answer, headerOf } from '../answer.ts';
import { isCsrf } from '../cookies.ts';
import { submit } from '../login-form.ts';
import type { Life } from './life.ts';

/** Wrong passwords for each of the two. */
const TRIES = 2;

export async function toldUser(life: Life): Promise<void> {
  const { request, logins, asker } = life;
  const { entry } = request;
  const { form, path } = logins;
  if (!request.allowLoginAttempts || entry.by !== 'password' || form === null || path === null) return;
  const stranger = strangerLike(entry.user);
  if (stranger === null)
    return life.note('whether the login tells who exists was not asked: no name like that of the user is free for certain');
  asker.secrets.push(...(stranger.includes('@') ? [stranger] : []));
  const known: Answer[] = [];
  const unknown: Answer[] = [];
  for (let round = 0; round < TRIES; round += 1) {
    for (const [user, answers] of [
      [stranger, unknown],
      [entry.user, known],
    ] as const) {
      const { answer, exchange } = await submit(asker, path, form, user, `wrong-${randomBytes(6).toString('hex')}`, { once: true });
      if (answer === null || answer.status === 429 || headerOf(answer, 'retry-after') !== null || answer.status >= 500 || isCsrf(answer))
        return life.note(
          `whether the login tells who exists: a wrong password was answered by ${answer?.status ?? 'nothing'}, so no more were sent`,
        );
      asker.sender.label(exchange, 'LOGIN-FAILED');
      answers.push(answer);
    }
  }
  const differs = difference(
    known.map((answer) => partsOf(answer, entry.user)),
    unknown.map((answer) => partsOf(answer, stranger)),
  );
  if (differs === null) return;
  life.found('user-told', entry.login, {
    text: `a wrong password is answered otherwise for a user that exists than for one that does not, twice each: ${differs}`,
    reasons: [
      ...known.map(({ status, exchange }) => ({ text: `a wrong password for a user that exists: ${status}`, exchange })),
      ...unknown.map(({ status, exchange }) => ({ text: `a wrong password for a user that does not: ${status}`, exchange })),
    ],
  });
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

type Parts = ReadonlyMap<string, string>;
const MOST_PARTS = 500;

/** Status and body of an answer, piece by piece, with the name that was sent left out. */
function partsOf(answer: Answer, user: string): Parts {
  const parts = new Map([['the status', String(answer.status)]]);
  const without = (text: string): string => text.toLowerCase().split(user.toLowerCase()).join('').slice(0, 1000);
  if (answer.kind !== 'json') {
    const lines = answer.text.slice(0, 100_000).split('\n').slice(0, MOST_PARTS);
    for (const [index, line] of lines.entries()) parts.set(`line ${index + 1} of the body`, without(line.trim()));
    return parts;
  }
  const queue: [unknown, string][] = [[answer.json, '']];
  for (let at = 0; at < queue.length && at < MOST_PARTS; at += 1) {
    const [value, path] = queue[at]!;
    if (typeof value !== 'object' || value === null) parts.set(`"${path}" of the body`, without(String(value)));
    else
      for (const [key, item] of Object.entries(value))
        queue.push([item, path === '' ? without(key).slice(0, 40) : `${path}.${without(key).slice(0, 40)}`]);
  }
  return parts;
}

/** What is the same in all answers of one side, and otherwise in all of the other; null where there is no such thing. */
function difference(known: readonly Parts[], unknown: readonly Parts[]): string | null {
  const names = new Set([...known, ...unknown].flatMap((parts) => [...parts.keys()]));
  const steady = (side: readonly Parts[], name: string): boolean => side.every((parts) => parts.get(name) === side[0]!.get(name));
  for (const name of names) {
    const [one, other] = [known[0]!.get(name), unknown[0]!.get(name)];
    if (one === other || !steady(known, name) || !steady(unknown, name)) continue;
    return name === 'the status' ? `${one} and ${other}` : `${name} differs`;
  }
  return null;
}
