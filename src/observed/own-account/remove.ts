/** Deletes an account of the run by its own login, where an operation for that is known; what stays is named. */
import { pathUnder } from '../asker.ts';
import { isTurnedAway, logIn, type OwnAccounts } from './accounts.ts';
import { type Account, jsonBody } from './register.ts';

/** That it is gone is seen from a login that is refused. */
export async function removeAccount({ request, life, registration }: OwnAccounts, account: Account): Promise<void> {
  const { remove } = request;
  const left = (why: string): void => {
    const [was, is] = registration.doubtful.has(account.name) ? ['may have been', 'may be'] : ['was', 'is'];
    const text = `the account ${account.name} ${was} made at POST ${request.register.path} and ${is} left behind: ${why}`;
    life.problems.push({ severity: 'warning', text });
  };
  if (remove === null) return left('neither source nor document name an operation that deletes the own account');
  const path = pathUnder(life.asker.origin, remove.path);
  const login = path === null ? null : await logIn(life, account);
  if (path === null || login === null) return left('it does not log in');
  const { answer, exchange } = await life.asker.sender.send({
    probe: 'own-account-deleted',
    operation: remove.id,
    method: remove.method,
    path,
    query: [],
    credential: life.credential(login, login.token),
    body: jsonBody({ current_password: account.password, password: account.password }, account.password),
    secretAnswer: true,
    once: true,
    fresh: 'connection',
  });
  if (answer === null || answer.status >= 300) return left(`${remove.method} ${remove.path} answered ${answer?.status ?? 'nothing'}`);
  life.asker.sender.label(exchange, 'DELETED');
  if (!(await isTurnedAway(life, account))) left(`nothing shows that it is gone after ${remove.method} ${remove.path} (${answer.status})`);
}
