/**
 * Asks what only an account of one's own shows: which passwords a registration takes (catalogue R30), and what a change of the password
 * ends (R23). The accounts are made for it, at a server on this machine, and deleted where that can be; what is left is named.
 */
import { randomBytes } from 'node:crypto';
import type { AccountRequest, LoginLifeResult } from '../../model/login-life.ts';
import { openAsker } from '../asker.ts';
import { isOnThisMachine } from '../key-listener.ts';
import { Life } from '../login-life/life.ts';
import { BODY_LIMIT } from '../transport.ts';
import { isTurnedAway, logIn, type OwnAccounts } from './accounts.ts';
import { changePassword } from './change-password.ts';
import { type Account, accountNamed, Registration, strongPassword } from './register.ts';
import { removeAccount } from './remove.ts';
import { weakPasswords } from './weak-passwords.ts';

/**
 * One account with a strong password first: where that is not taken, or does not log in, nothing else is asked.
 * @throws UsageError for a URL that may not be asked
 */
export async function liveAccount(request: AccountRequest): Promise<LoginLifeResult> {
  const password = strongPassword();
  const asker = await openAsker(request, [...request.secrets, password], BODY_LIMIT, request.maxRequests);
  const run = randomBytes(4).toString('hex');
  const first = accountNamed(run, 0, password);
  const life = new Life(lifeOf(request, first), asker, 'an account of its own');
  const accounts = { request, life, registration: new Registration(asker, request.register), run };
  try {
    if (!isOnThisMachine(asker.origin) || request.proxy) life.note('no account was made: only at a server on this machine');
    else await ask(accounts, first);
    return { remarks: life.remarks, problems: life.problems, exchanges: asker.sender.exchanges };
  } finally {
    asker.close();
  }
}

async function ask(accounts: OwnAccounts, first: Account): Promise<void> {
  const { request, life, registration } = accounts;
  const answered = await registration.make(first);
  if (answered !== null && answered.answer.status < 300) await askWith(accounts, first);
  else {
    const status = answered?.answer.status ?? 'no answer';
    life.note(`POST ${request.register.path} made no account with a strong password (${status}), so weak ones were not tried`);
  }
  for (const account of registration.made) await removeAccount(accounts, account);
}

/** What its login tells, where that is one for its own password only: else a login shows neither that an account was made nor a change. */
async function askWith(accounts: OwnAccounts, first: Account): Promise<void> {
  const { request, life } = accounts;
  const login = await logIn(life, first);
  if (login === null) {
    life.note(`the account that POST ${request.register.path} made does not log in, so nothing shows what becomes of it`);
    return;
  }
  if (!(await isTurnedAway(life, { ...first, password: strongPassword() }))) {
    life.note(`POST ${request.login.path} does not turn a wrong password away, so a login shows nothing`);
    return;
  }
  await weakPasswords(accounts);
  await changePassword(accounts, first, login);
}

function lifeOf(request: AccountRequest, { name, password }: Account) {
  const { register: _register, changePassword: _change, remove: _remove, login, ...access } = request;
  return {
    ...access,
    entry: { by: 'password' as const, login, user: name, password },
    token: '',
    logout: null,
    unsafe: [],
    allowInertWrites: false,
    allowWrites: true,
    allowLoginAttempts: false,
  };
}
