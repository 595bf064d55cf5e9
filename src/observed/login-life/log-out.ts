/** Whether a log-out ends what the login gave (catalogue R22), in whatever spelling (J31). Asked last, of a login of its own. */
import type { FoundOperation } from '../../model/login-life.ts';
import { jwtFacts } from '../../tokens/inspect.ts';
import { respellings } from '../../tokens/respell.ts';
import { isCsrf, isCsrfCookie } from '../cookies.ts';
import type { Credential } from '../credential.ts';
import { shotReason } from '../shot.ts';
import type { Life } from './life.ts';
import type { OwnLogin } from './own-login.ts';

/** Logs out, and asks with everything that the login gave. */
export async function logOut(life: Life, logout: FoundOperation, own: OwnLogin): Promise<void> {
  const subject = `POST ${logout.path}`;
  const credential = life.credential(own, own.token);
  const before = await life.getsIn('token-before-logout', credential, 'the token before the log-out');
  if (before === null) return life.note(`${subject} was not asked, since no operation tells a living token`);
  const sent = await life.hand('logout', logout, own.refresh, leaving(own, credential, life.asker.origin.origin));
  if (!sent || sent.answer === null) return life.note(`${subject} did not answer`);
  const { answer, exchange } = sent;
  const { class: reached } = life.read(sent);
  // Pages for people lead on to another page.
  const done = reached === 'REACHED' || (own.way?.place === 'cookie' && answer.status >= 300 && answer.status < 400);
  if (!done) {
    const why = isCsrf(answer) ? `${answer.status} by the CSRF check` : String(answer.status);
    return life.note(`${subject} did not log out what the login gave (${why})`);
  }
  const left = { text: `the log-out answered ${answer.status}`, exchange };
  await askToken(life, own, logout, credential, left);
  await askRefresh(life, own, logout, left);
}

interface Left {
  readonly text: string;
  readonly exchange: string;
}

async function askToken(life: Life, own: OwnLogin, logout: FoundOperation, credential: Credential, left: Left): Promise<void> {
  const after = await life.sign('token-after-logout', credential);
  if (after?.class === 'DENIED') return askSpellings(life, own, logout, left);
  const proof = after?.class === 'REACHED' ? await life.getsIn('token-after-logout', credential, 'the same token again') : null;
  if (!after || proof === null) return life.note(`POST ${logout.path}: nothing shows whether the token works after it`);
  const lifetime = lifetimeOf(own.token);
  life.found('token-after-logout', logout, {
    text: 'the token that was logged out gets in as before',
    reasons: [left, shotReason(after, 'the token after the log-out'), ...proof],
    ...(lifetime === null ? {} : { lifetime }),
  });
}

async function askRefresh(life: Life, own: OwnLogin, logout: FoundOperation, left: Left): Promise<void> {
  if (own.refresh === null || life.request.refresh === null || !(await life.refusesMadeUpRefresh(own.refresh))) return;
  const after = await life.exchange('refresh-after-logout', own.refresh);
  if (after.access === null) return;
  const who = 'the token for the refresh token';
  const proof = await life.getsIn('refresh-after-logout', life.credential(own, after.access, who), who);
  if (proof === null)
    return life.note(`POST ${logout.path}: the refresh token was exchanged after it, and nothing shows that the new token works`);
  life.found('refresh-after-logout', logout, {
    text: 'the refresh token of the login gives new tokens after the log-out',
    reasons: [left, { text: 'the refresh token was exchanged after the log-out', exchange: after.exchange! }, ...proof],
  });
}

/** A list of ended tokens that holds their text knows one spelling of each; decoders take several (RFC 4648 section 3.5). */
async function askSpellings(life: Life, own: OwnLogin, logout: FoundOperation, left: Left): Promise<void> {
  for (const { token, how } of respellings(own.token)) {
    life.asker.secrets.push(token);
    const credential = life.credential(own, token, `ended token ${how}`);
    const first = await life.sign('respelled-token', credential);
    if (first?.class !== 'REACHED') continue;
    const proof = await life.getsIn('respelled-token', credential, `the same again, ${how}`);
    if (proof === null) continue;
    life.found('respelled-after-logout', logout, {
      text: `the token that was logged out is refused as it was, and taken ${how}`,
      reasons: [left, shotReason(first, `the ended token ${how}`), ...proof],
    });
    return;
  }
}

/** The request to log out: the credential, and for a cookie what the CSRF check compares. */
function leaving(own: OwnLogin, credential: Credential, origin: string): Credential {
  const csrf = own.way?.place === 'cookie' ? own.cookies.find(isCsrfCookie) : undefined;
  if (!csrf) return credential;
  const cookies = credential.headers.map((carrier) =>
    carrier.name === 'Cookie'
      ? { ...carrier, wire: `${carrier.wire}; ${csrf.name}=${csrf.value}`, shell: `${carrier.shell}; ${csrf.name}=$CSRF_COOKIE` }
      : carrier,
  );
  const header = { name: 'X-CSRFToken', wire: csrf.value, shell: '$CSRF_COOKIE', shape: '<CSRF token>' };
  // Over TLS Django compares the Referer with the host.
  return {
    ...credential,
    headers: [...cookies, header, { name: 'Referer', wire: `${origin}/`, shell: `${origin}/`, shape: `${origin}/` }],
  };
}

/** Seconds from the issue of a signed token to its end. */
export function lifetimeOf(token: string): number | null {
  const facts = jwtFacts(token);
  if (facts === null || facts.expiresAt === null) return null;
  return facts.lifetime ?? Math.max(0, Math.round(facts.expiresAt - Date.now() / 1000));
}
