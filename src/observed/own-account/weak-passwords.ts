/** Which passwords a registration takes (catalogue R30): the ones that everybody tries first, each with an account of its own. */

import { logIn, type OwnAccounts } from './accounts.ts';
import { accountNamed } from './register.ts';

/** Among the most frequent ones of every list; null is the name of the account itself (ASVS 5.0, 6.2.1 and 6.2.4). */
const WEAK: readonly (string | null)[] = ['12345678', 'password', null];

/** The first that is taken, and logs in, is told; no more are tried then. */
export async function weakPasswords({ request, life, registration, run }: OwnAccounts): Promise<void> {
  const subject = `POST ${request.register.path}`;
  for (const [index, password] of WEAK.entries()) {
    const account = accountNamed(run, index + 1, password);
    const shown = password === null ? 'the name of the account' : `"${password}"`;
    const answered = await registration.make(account);
    if (answered === null) return life.note(`${subject} did not answer to a weak password`);
    const { answer, exchange } = answered;
    if (answer.status === 400 || answer.status === 422) {
      // Another complaint says nothing of the password.
      if (/passw|common|numeric|similar|short|weak|kennwort|contrase|mot de passe/i.test(answer.text)) continue;
      return life.note(`${subject} refused an account for another reason than its password, so nothing shows which ones it takes`);
    }
    if (answer.status >= 300) return life.note(`${subject} answered ${answer.status} to a weak password, so no more were tried`);
    const login = await logIn(life, account);
    if (login === null)
      return life.note(`${subject} took ${shown} as a password, and the account does not log in: nothing shows that it was made`);
    life.found('weak-password', request.register, {
      text: `an account was made with the password ${shown}, and logs in with it`,
      reasons: [
        { text: `an account with the password ${shown}: ${answer.status}`, exchange },
        { text: 'its login gave a token', exchange: login.exchange },
      ],
    });
    return;
  }
}
