/** The life of a login: what is asked of it at the end of a run, each step on logins that were made for it. */
import type { LoginLifeRequest, LoginLifeResult } from '../../model/login-life.ts';
import { openAsker } from '../asker.ts';
import { BODY_LIMIT } from '../transport.ts';
import { cookieWrite } from './cookie-write.ts';
import { keptSession } from './kept-session.ts';
import { Life } from './life.ts';
import { logOut } from './log-out.ts';
import { ownToken } from './own-token.ts';
import { refreshTwice } from './refresh-twice.ts';

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
    await ask(life);
    const { remarks, problems } = life;
    return { remarks, problems, exchanges: asker.sender.exchanges };
  } finally {
    asker.close();
  }
}

async function ask(life: Life): Promise<void> {
  const { request, logins } = life;
  const first = await logins.make();
  if (first === null) return life.note('no second login: the server gave no token this time');
  const own = await ownToken(life, first);
  const any = own ?? first;
  await keptSession(life, any);
  await cookieWrite(life, any);
  await refreshTwice(life, any);
  const { logout, refresh, allowWrites } = request;
  if (logout === null) return;
  if (!allowWrites) return life.note(`POST ${logout.path} was not asked: a log-out needs --allow-writes`);
  if (own === null)
    return life.note(`POST ${logout.path} was not asked: every login gives the same token, so it would end that of the run`);
  // What was exchanged twice may have ended the whole login, and rightly so.
  const last = own.refresh === null || refresh === null ? own : await logins.make();
  if (last !== null) await logOut(life, logout, last);
}
