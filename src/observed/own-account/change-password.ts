/**
 * What a change of the password ends (catalogue R23): the token of an earlier login is asked after another login has changed it. The login
 * that changes it may stay, as sessions of Django do, and is not asked.
 */
import { pathUnder } from '../asker.ts';
import { lifetimeOf } from '../login-life/log-out.ts';
import { type OwnLogin, refreshIn } from '../login-life/own-login.ts';
import { shotReason } from '../shot.ts';
import { logIn, type OwnAccounts } from './accounts.ts';
import { type Account, jsonBody, strongPassword } from './register.ts';

/** @param early the login of before, whose token is asked afterwards */
export async function changePassword(accounts: OwnAccounts, account: Account, early: OwnLogin): Promise<void> {
  const { request, life, registration } = accounts;
  const change = request.changePassword;
  if (change === null) return;
  const subject = `${change.method} ${change.path}`;
  const credential = life.credential(early, early.token, 'token of before the change');
  const before = await life.getsIn('token-before-change', credential, 'the token before the change');
  if (before === null) return life.note(`${subject} was not asked, since no operation tells a living token of the new account`);
  const late = await logIn(life, account);
  if (late === null) return life.note(`${subject} was not asked: no second login`);
  const fresh = { ...account, password: strongPassword() };
  life.asker.secrets.push(fresh.password);
  const sent = await send(accounts, account, fresh, late);
  if (sent?.answer == null) return life.note(`${subject} did not answer`);
  const { answer, exchange } = sent;
  if (answer.status >= 300) return life.note(`${subject} did not change the password (${answer.status})`);
  // Whether it was changed at all is seen from a login.
  const after = await logIn(life, fresh);
  if (after === null) return life.note(`${subject} answered ${answer.status}, and the new password does not log in`);
  registration.made[registration.made.indexOf(account)] = fresh;
  const changed = [
    { text: `the change answered ${answer.status}`, exchange },
    { text: 'the new password logs in', exchange: after.exchange },
  ];
  const shot = await life.sign('token-after-change', credential);
  const proof = shot?.class === 'REACHED' ? await life.getsIn('token-after-change', credential, 'the same token again') : null;
  if (shot && proof !== null) {
    const lifetime = lifetimeOf(early.token);
    life.found('token-after-password-change', change, {
      text: 'the token of a login of before the change of the password gets in as before',
      reasons: [...changed, shotReason(shot, 'the token after the change'), ...proof],
      ...(lifetime === null ? {} : { lifetime }),
    });
  } else if (shot?.class !== 'DENIED') life.note(`${subject}: nothing shows whether the token of before works after it`);
  await askRefresh(accounts, early, changed);
}

async function askRefresh(
  { request, life }: OwnAccounts,
  early: OwnLogin,
  changed: readonly { readonly text: string; readonly exchange: string }[],
): Promise<void> {
  if (early.refresh === null || request.refresh === null || !(await life.refusesMadeUpRefresh(early.refresh))) return;
  const exchanged = await life.exchange('refresh-after-change', early.refresh);
  if (exchanged.access === null) return;
  const who = 'the token for the refresh token';
  const proof = await life.getsIn('refresh-after-change', life.credential(early, exchanged.access, who), who);
  if (proof === null) return;
  life.found('refresh-after-password-change', request.changePassword!, {
    text: 'the refresh token of a login of before the change of the password gives new tokens',
    reasons: [...changed, { text: 'the refresh token was exchanged after the change', exchange: exchanged.exchange! }, ...proof],
  });
}

/** Under all the names by which changes of passwords take the two: those that are not known are passed over. */
async function send({ request, life }: OwnAccounts, { password: old }: Account, { password }: Account, login: OwnLogin) {
  const change = request.changePassword!;
  const path = pathUnder(life.asker.origin, change.path);
  if (path === null) return null;
  const fields = {
    old_password: old,
    current_password: old,
    new_password: password,
    new_password1: password,
    new_password2: password,
    re_new_password: password,
    confirm_password: password,
  };
  const sent = await life.asker.sender.send({
    probe: 'password-change',
    operation: change.id,
    method: change.method,
    path,
    query: [],
    credential: life.credential(login, login.token),
    body: jsonBody(fields, old, password),
    secretAnswer: true,
    once: true,
    fresh: 'connection',
  });
  if (sent.answer) {
    const refresh = refreshIn(sent.answer.json);
    if (refresh) life.asker.secrets.push(refresh.value);
    life.asker.sender.label(sent.exchange, sent.answer.status < 300 ? 'CHANGED' : 'NOT-CHANGED');
  }
  return sent;
}
