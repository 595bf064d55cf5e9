/** The life of a login: what is asked of it at the end of a run, each step on logins that were made for it. */
import type { LoginLifeRequest, LoginLifeResult } from '../../model/login-life.ts';
import { openAsker } from '../asker.ts';
import { BODY_LIMIT } from '../transport.ts';
import { cookieWrite } from './cookie-write.ts';
import { keptSession } from './kept-session.ts';
import { Life } from './life.ts';
import { logOut } from './log-out.ts';
import type { OwnLogin } from './own-login.ts';
import { ownToken } from './own-token.ts';
import { refreshTwice } from './refresh-twice.ts';
import { toldElsewhere } from './told-elsewhere.ts';
import { toldUser } from './told-user.ts';

/**
 * Asks every step that the consent of the user covers; the log-out comes last of those that need the login alive. What cannot be
 * told is a note. The token of the run is never ended.
 * @throws UsageError for a URL that may not be asked
 */
export async function liveLogin(request: LoginLifeRequest): Promise<LoginLifeResult> {
  const { entry } = request;
  const given = entry.by === 'password' ? [entry.password, ...(entry.user.includes('@') ? [entry.user] : [])] : entry.recipe.secrets;
  const asker = await openAsker(request, [...request.secrets, request.token, ...given], BODY_LIMIT, request.maxRequests);
  const life = new Life(request, asker);
  try {
    if (await ask(life)) {
      await toldUser(life);
      await toldElsewhere(life);
    }
    const { remarks, problems } = life;
    return { remarks, problems, exchanges: asker.sender.exchanges };
  } finally {
    asker.close();
  }
}

/** @returns false when there was no login: then no more passwords are sent */
async function ask(life: Life): Promise<boolean> {
  const first = await life.logins.make();
  if (first === null) {
    life.note('no second login: the server gave no token this time');
    return false;
  }
  const own = await ownToken(life, first);
  const any = own ?? first;
  await keptSession(life, any);
  await cookieWrite(life, any);
  await refreshTwice(life, any);
  await leave(life, own);
  return true;
}

async function leave(life: Life, own: OwnLogin | null): Promise<void> {
  const { logout, refresh, allowWrites } = life.request;
  if (logout === null) return;
  const notAsked = (why: string): void => life.note(`POST ${logout.path} was not asked: ${why}`);
  if (!allowWrites) return notAsked('a log-out needs --allow-writes');
  if (own === null) return notAsked('every login gives the same token, so it would end that of the run');
  // What was exchanged twice may have ended the whole login, and rightly so.
  const last = own.refresh === null || refresh === null ? own : await life.logins.make();
  if (last !== null) await logOut(life, logout, last);
}
