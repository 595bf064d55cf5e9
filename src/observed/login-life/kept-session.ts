/** Session fixation (catalogue R29): whether the id of a session from before the login is that of the user after it. */
import { garbageLike } from '../../tokens/break.ts';
import { jwtFacts } from '../../tokens/inspect.ts';
import { type Cookie, cookieHeader, cookiesOf } from '../cookies.ts';
import { type Credential, NO_CREDENTIAL } from '../credential.ts';
import { shotReason } from '../shot.ts';
import type { Life } from './life.ts';
import { type OwnLogin, secretsOf, userCookies } from './own-login.ts';

const KINDS = {
  'made-up-session': { who: 'a made-up session id', text: 'a session id that the caller made up became that of the user by his login' },
  'kept-session': {
    who: 'the session id of before the login',
    text: 'the session id that the server gave out before the login is that of the user after it',
  },
} as const;

/** Only where the login sets the cookie of a session that gets in. */
export async function keptSession(life: Life, own: OwnLogin): Promise<void> {
  const session = sessionOf(own);
  if (session === null || life.request.sign === null) return;
  if ((await life.getsIn('session-of-login', cookie(session.name, session.value), 'the session of the login')) === null) return;
  await askWith(life, 'made-up-session', { ...session, value: garbageLike(session.value) });
  const given = await sessionBefore(life, session.name);
  if (given) await askWith(life, 'kept-session', given);
}

/** A token in a cookie is made by the server each time: nobody can hand it one. */
function sessionOf(own: OwnLogin): Cookie | null {
  const cookies = userCookies(own).filter(({ value }) => jwtFacts(value) === null && value !== own.refresh?.value);
  if (own.way?.place === 'cookie') return cookies.find(({ name }) => name === own.way!.name) ?? null;
  return cookies.find(({ name, value }) => /sess|sid/i.test(name) && value !== own.token) ?? null;
}

async function askWith(life: Life, kind: keyof typeof KINDS, { name, value }: Cookie): Promise<void> {
  const { who, text } = KINDS[kind];
  const credential = cookie(name, value);
  life.asker.secrets.push(value);
  const before = await life.sign(kind, credential);
  if (before?.class !== 'DENIED') return;
  const sent = await life.logins.send(credential);
  if (!sent || sent.answer === null || sent.answer.status >= 400)
    return life.note(`no login beside ${who}, so nothing shows what becomes of it`);
  life.asker.secrets.push(...secretsOf(cookiesOf(sent.answer)));
  life.asker.sender.label(sent.exchange, 'LOGIN');
  const after = await life.sign(kind, credential);
  if (after?.class !== 'REACHED') return;
  const proof = await life.getsIn(kind, credential, `${who}, again`);
  if (proof === null) return;
  life.found(kind, life.request.entry.login, {
    text,
    reasons: [
      shotReason(before, `${who}, before the login`),
      { text: 'a login that sent it', exchange: sent.exchange },
      shotReason(after, `${who}, after the login`),
      ...proof,
    ],
  });
}

/** The session that whoever only looks at the login is given. */
async function sessionBefore(life: Life, name: string): Promise<Cookie | null> {
  const { asker, logins } = life;
  const { answer, exchange } = await asker.sender.send({
    probe: 'kept-session',
    operation: null,
    method: 'GET',
    path: logins.path!,
    query: [],
    credential: NO_CREDENTIAL,
    accept: 'text/html',
    secretAnswer: true,
    fresh: 'connection',
  });
  asker.sender.label(exchange, 'LOGIN-PAGE');
  return answer ? (cookiesOf(answer).find((one) => one.name === name && one.value.length >= 8) ?? null) : null;
}

function cookie(name: string, value: string): Credential {
  return { headers: cookieHeader([{ name, value, shell: 'SESSION_ID' }]), query: [] };
}
