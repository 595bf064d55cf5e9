/** What the steps of a run's own accounts share. */
import type { AccountRequest } from '../../model/login-life.ts';
import { tokenIn } from '../login.ts';
import type { Life } from '../login-life/life.ts';
import type { OwnLogin } from '../login-life/own-login.ts';
import type { Account, Registration } from './register.ts';

export interface OwnAccounts {
  readonly request: AccountRequest;
  readonly life: Life;
  readonly registration: Registration;
  /** What the names of this run's accounts have in common. */
  readonly run: string;
}

/** A login with the name, or with the address where the login asks for that. */
export async function logIn(life: Life, { name, email, password }: Account): Promise<OwnLogin | null> {
  const users = life.logins.form?.field === 'email' ? [email] : [name, email];
  for (const user of users) {
    const logins = life.loginsOf(user, password);
    const login = await logins.make();
    // How a login understands user and password is found out once.
    if (login !== null) life.logins.form = logins.form;
    if (login !== null || logins.form?.field !== 'email') return login;
    life.logins.form = logins.form;
  }
  return null;
}

/** Whether the login turns an account away: no answer, one that slows down or an error of the server show nothing. */
export async function isTurnedAway(life: Life, { name, email, password }: Account): Promise<boolean> {
  const sent = await life.loginsOf(life.logins.form?.field === 'email' ? email : name, password).send();
  if (sent === null || sent.answer === null) return false;
  const { answer, exchange } = sent;
  if (answer.status >= 500 || answer.status === 429) return false;
  const isIn = tokenIn(answer) !== null;
  life.asker.sender.label(exchange, isIn ? 'LOGIN' : 'LOGIN-FAILED');
  return !isIn;
}
