/** Logs in: sends user and password to one operation of the scanned server and takes the token from its answer. */
import { randomBytes } from 'node:crypto';
import type { AttemptsRequest, AttemptsResult, LoginRequest, LoginResult, RecipeRequest, TokenWay } from '../model/witness.ts';
import { findToken } from '../tokens/find-token.ts';
import type { Answer } from './answer.ts';
import { headerOf } from './answer.ts';
import { type Asker, openAsker, ownPath, pathUnder } from './asker.ts';
import { type Credential, NO_CREDENTIAL, shellText } from './credential.ts';
import type { MessageBody, Sent } from './sender.ts';
import { BODY_LIMIT } from './transport.ts';

/** Requests of one login at the most: as JSON, as a form, with another name of the user field, by Basic or past the CSRF check. */
const TRIES = 4;
/** Names that logins use for the user, besides `username`. */
const USER_FIELDS = ['email', 'user', 'login', 'phone', 'phone_number', 'mobile', 'identifier', 'user_name', 'userName'];

interface Try {
  readonly kind: 'json' | 'form' | 'basic';
  readonly field: string;
  readonly pass: CsrfPass | null;
}

/**
 * One login. It is sent as JSON first; only an answer that says that the request was not understood (415, or 400/422
 * naming fields) leads to a second spelling. A refusal is final: no password is tried twice in the same way.
 * @throws UsageError for a URL that may not be asked
 */
export async function logIn(request: LoginRequest): Promise<LoginResult> {
  const { login, user, password } = request;
  const asker = await openAsker(request, [password, ...(user.includes('@') ? [user] : [])], BODY_LIMIT);
  try {
    const path = pathUnder(asker.origin, login.path);
    if (path === null) return { token: null, problem: `--login: POST ${login.path} leads out of --url`, exchanges: [] };
    const tried: Try[] = [];
    let next: Try | null = { kind: 'json', field: 'username', pass: null };
    let problem = 'nothing was sent';
    while (next !== null && tried.length < TRIES) {
      tried.push(next);
      const sent = await enter(asker, path, next, user, password);
      if (sent.answer === null)
        return { token: null, problem: `--login: POST ${login.path}: ${sent.text}`, exchanges: asker.sender.exchanges };
      const found = foundIn(sent.answer);
      asker.sender.label(sent.exchange, found === null ? 'LOGIN-FAILED' : 'LOGIN');
      if (found !== null) return { ...found, problem: null, exchanges: asker.sender.exchanges };
      problem = `--login: POST ${login.path} ${reading(sent.answer)}`;
      next = nextTry(sent.answer, tried);
      if (next === null && isCsrf(sent.answer) && tried.length < TRIES && !tried.some(({ pass }) => pass)) {
        const pass = await csrfPass(asker, path);
        if (pass) next = { kind: 'form', field: tried.at(-1)!.field, pass };
      }
    }
    return { token: null, problem, exchanges: asker.sender.exchanges };
  } finally {
    asker.close();
  }
}

function enter(asker: Asker, path: string, next: Try, user: string, password: string): Promise<Sent> {
  return asker.sender.send({
    probe: 'login',
    operation: null,
    method: 'POST',
    path,
    query: [],
    credential: credentialOf(next, user, password, `${asker.origin.origin}${path}`),
    body: bodyOf(next, user, password),
    secretAnswer: true,
    fresh: 'connection',
  });
}

/** Wrong passwords in a row (catalogue R27): more than a person mistypes, fewer than any limit that locks others out. */
const ATTEMPTS = 8;

/**
 * Tries wrong passwords for a user that cannot exist, one a second, so that nobody is locked out. Ends as soon as the server slows down.
 * @throws UsageError for a URL that may not be asked
 */
export async function tryWrongPasswords(request: AttemptsRequest): Promise<AttemptsResult> {
  const name = `unlatched-${randomBytes(8).toString('hex')}`;
  const asker = await openAsker({ ...request, rate: Math.min(request.rate ?? 1, 1) }, [], BODY_LIMIT);
  const done = (problem: string | null): AttemptsResult => ({ problem, exchanges: asker.sender.exchanges });
  try {
    const path = pathUnder(asker.origin, request.login.path);
    if (path === null) return done(null);
    const tried: Try[] = [];
    let now: Try = { kind: 'json', field: 'username', pass: null };
    const statuses: number[] = [];
    while (statuses.length < ATTEMPTS && asker.sender.count < ATTEMPTS + TRIES) {
      const user = /mail/i.test(now.field) ? `${name}@example.invalid` : name;
      const { answer, exchange } = await enter(asker, path, now, user, `wrong-${randomBytes(6).toString('hex')}`);
      if (answer === null || answer.status === 429 || headerOf(answer, 'retry-after') !== null || isCsrf(answer)) return done(null);
      asker.sender.label(exchange, 'LOGIN-FAILED');
      tried.push(now);
      const next: Try | null = statuses.length === 0 ? nextTry(answer, tried) : null;
      if (next !== null) now = next;
      else statuses.push(answer.status);
    }
    const [status] = statuses;
    const alike =
      statuses.length === ATTEMPTS && statuses.every((one) => one === status) && (status === 400 || status === 401 || status === 403);
    if (!alike) return done(null);
    const text = `--allow-login-attempts: POST ${request.login.path} answered ${ATTEMPTS} wrong passwords for one user alike (${status}), none was slowed down`;
    return done(`${text}: passwords can be guessed here at any speed (CWE-307); throttle the login`);
  } finally {
    asker.close();
  }
}

/**
 * One login as a file describes it: one request, never another spelling.
 * @throws UsageError for a URL that may not be asked
 */
export async function followRecipe(request: RecipeRequest): Promise<LoginResult> {
  const { recipe } = request;
  const asker = await openAsker(request, recipe.secrets, BODY_LIMIT);
  const failed = (text: string): LoginResult => ({
    token: null,
    problem: `--login-file: ${recipe.name}: ${recipe.method} ${recipe.path} ${text}`,
    exchanges: asker.sender.exchanges,
  });
  try {
    const path = ownPath(asker.origin, recipe.path);
    if (path === null) return failed('is not on the server of --url; a login elsewhere must give --token');
    const headers = recipe.headers.map(([name, value]) => ({
      name,
      wire: value,
      shell: `$${variableOf(name)}`,
      shape: '<of the login file>',
    }));
    const sent = await asker.sender.send({
      probe: 'login',
      operation: null,
      method: recipe.method,
      path,
      query: [],
      credential: { headers, query: [] },
      ...(recipe.payload === '' ? {} : { body: { type: recipe.contentType, text: recipe.payload, shell: '$LOGIN_PAYLOAD' } }),
      secretAnswer: true,
      fresh: 'connection',
    });
    if (sent.answer === null) return failed(sent.text);
    const at = recipe.pointer === null ? null : valueAt(sent.answer.json, recipe.pointer);
    const found =
      recipe.pointer === null
        ? cookieIn(sent.answer)
        : sent.answer.status < 300 && typeof at === 'string' && at !== ''
          ? { token: at, ...(recipe.way ? { way: recipe.way } : {}) }
          : null;
    asker.sender.label(sent.exchange, found === null ? 'LOGIN-FAILED' : 'LOGIN');
    if (found !== null) return { ...found, problem: null, exchanges: asker.sender.exchanges };
    const where = recipe.pointer === null ? 'a cookie' : `a text at ${recipe.pointer}`;
    return failed(sent.answer.status < 300 ? `answered ${sent.answer.status} without ${where}` : reading(sent.answer));
  } finally {
    asker.close();
  }
}

/** The value that a JSON Pointer names (RFC 6901), or undefined. */
function valueAt(json: unknown, pointer: string): unknown {
  let at = json;
  for (const part of pointer.split('/').slice(1)) {
    const key = part.replace(/~1/g, '/').replace(/~0/g, '~');
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined;
    at = (at as Record<string, unknown>)[key];
  }
  return at;
}

/** A token of the body, or the cookie of a session. */
function foundIn(answer: Answer): { readonly token: string; readonly way?: TokenWay } | null {
  const token = answer.status < 300 ? findToken(answer.json) : null;
  return token === null ? cookieIn(answer) : { token };
}

/** The cookie that stands for who logged in: of a success, not for the CSRF check, not one that is deleted. */
function cookieIn(answer: Answer): { readonly token: string; readonly way: TokenWay } | null {
  if (answer.status >= 400) return null;
  const cookies = cookiesOf(answer).filter(({ name, value }) => !/csrf|xsrf/i.test(name) && value.length >= 8);
  const best = cookies.find(({ name }) => /sess|auth|token|jwt|sid/i.test(name)) ?? cookies[0];
  return best ? { token: best.value, way: { place: 'cookie', name: best.name, word: 'none' } } : null;
}

function cookiesOf(answer: Answer): { readonly name: string; readonly value: string }[] {
  return answer.headers
    .filter(([name]) => name.toLowerCase() === 'set-cookie')
    .flatMap(([, text]) => {
      const match = /^\s*([!#$%&'*+.^_`|~0-9A-Za-z-]{1,100})=("?)([!#-+\--:<-[\]-~]*)\2\s*(?:;|$)/.exec(text);
      return match && !/;\s*max-age\s*=\s*["']?(0|-)/i.test(text) ? [{ name: match[1]!, value: match[3]! }] : [];
    });
}

/** Cookie and form value that Django's CSRF check compares (django/middleware/csrf.py). */
interface CsrfPass {
  readonly cookie: { readonly name: string; readonly value: string };
  readonly field: string;
  readonly value: string;
}

function isCsrf(answer: Answer): boolean {
  return answer.status === 403 && /csrf/i.test(answer.text.slice(0, 4000));
}

/** Reads the login page for the CSRF check, as a browser does before it sends the form. */
async function csrfPass(asker: Asker, path: string): Promise<CsrfPass | null> {
  const { answer, exchange } = await asker.sender.send({
    probe: 'login',
    operation: null,
    method: 'GET',
    path,
    query: [],
    credential: NO_CREDENTIAL,
    accept: 'text/html',
    secretAnswer: true,
  });
  asker.sender.label(exchange, 'LOGIN-PAGE');
  const cookie = answer ? cookiesOf(answer).find(({ name }) => /csrf|xsrf/i.test(name)) : undefined;
  if (!answer || !cookie) return null;
  const input = /<input\b[^>]{0,300}\bname\s*=\s*["'](csrf\w{0,40})["'][^>]{0,100}\bvalue\s*=\s*["']([^"']{1,200})["']/i.exec(
    answer.text.slice(0, 200_000),
  );
  return { cookie, field: input?.[1] ?? 'csrfmiddlewaretoken', value: input?.[2] ?? cookie.value };
}

function credentialOf({ kind, pass }: Try, user: string, password: string, url: string): Credential {
  if (kind === 'basic') return basic(user, password);
  if (!pass) return NO_CREDENTIAL;
  // Over TLS Django compares the Referer with the host.
  return {
    headers: [
      {
        name: 'Cookie',
        wire: `${pass.cookie.name}=${pass.cookie.value}`,
        shell: `${pass.cookie.name}=$CSRF_COOKIE`,
        shape: '<CSRF cookie>',
      },
      { name: 'Referer', wire: url, shell: shellText(url), shape: url },
    ],
    query: [],
  };
}

function variableOf(name: string): string {
  return name.toUpperCase().replace(/[^A-Z0-9]/g, '_');
}

function bodyOf({ kind, field, pass }: Try, user: string, password: string): MessageBody {
  if (kind === 'basic') return { type: 'application/json', text: '{}', shell: '{}' };
  if (kind === 'form') {
    return {
      type: 'application/x-www-form-urlencoded',
      text: new URLSearchParams({ [field]: user, password, ...(pass ? { [pass.field]: pass.value } : {}) }).toString(),
      shell: `${field}=$LOGIN_USER&password=$LOGIN_PASSWORD${pass ? `&${pass.field}=$CSRF_TOKEN` : ''}`,
    };
  }
  return {
    type: 'application/json',
    text: JSON.stringify({ [field]: user, password }),
    shell: `${shellText(`{"${field}": "`)}$LOGIN_USER${shellText('", "password": "')}$LOGIN_PASSWORD${shellText('"}')}`,
  };
}

function basic(user: string, password: string): Credential {
  const wire = `Basic ${Buffer.from(`${user}:${password}`, 'utf8').toString('base64')}`;
  const shell = 'Basic $(printf %s "$LOGIN_USER:$LOGIN_PASSWORD" | base64 -w0)';
  return { headers: [{ name: 'Authorization', wire, shell, shape: 'Basic <user and password>' }], query: [] };
}

/** What the answer asks for, or null when it is a refusal. */
function nextTry(answer: Answer, tried: readonly Try[]): Try | null {
  const last = tried.at(-1)!;
  const fresh = (kind: Try['kind'], field = last.field): Try | null =>
    tried.some((one) => one.kind === kind && one.field === field) ? null : { kind, field, pass: last.pass };
  if (answer.status === 415) return fresh(last.kind === 'json' ? 'form' : 'json');
  if (answer.status === 401 && /^basic\b/i.test(headerOf(answer, 'www-authenticate') ?? '')) {
    // knox and others take user and password in the header; a refusal of the fields themselves has another body.
    return last.kind === 'basic' ? null : fresh('basic');
  }
  if (answer.status !== 400 && answer.status !== 422) return null;
  const named = missingFields(answer.json);
  const field = named.find((name) => USER_FIELDS.includes(name));
  if (field !== undefined && last.kind !== 'basic') return fresh(last.kind, field);
  // The very fields that were sent are missing, or the body was no JSON to the server: it reads forms.
  if (named.includes(last.field) || answer.kind !== 'json') return last.kind === 'json' ? fresh('form') : null;
  return null;
}

/** Names of fields that an error answer asks for: DRF's `{"email": ["This field is required."]}`, Ninja's and FastAPI's `loc`. */
function missingFields(json: unknown, depth = 0): string[] {
  if (depth > 4 || typeof json !== 'object' || json === null) return [];
  if (Array.isArray(json)) return json.slice(0, 50).flatMap((item) => missingFields(item, depth + 1));
  return Object.entries(json)
    .slice(0, 50)
    .flatMap(([name, value]) => {
      if (name === 'loc' && Array.isArray(value)) return typeof value.at(-1) === 'string' ? [value.at(-1) as string] : [];
      const text = JSON.stringify(value ?? '');
      if (depth <= 2 && /required|blank|null|missing/i.test(text) && !/^(detail|errors?|message|non_field_errors)$/i.test(name))
        return [name];
      return missingFields(value, depth + 1);
    });
}

function reading(answer: Answer): string {
  const { status } = answer;
  if (isCsrf(answer)) return 'answered 403 by the CSRF check, and its page gives no CSRF cookie; give --token env:NAME';
  if (status >= 300 && status < 400)
    return `answered ${status}, a redirect that is not followed: write the path with its final slash, or without`;
  if (status === 429) return 'answered 429: too many logins; try again later';
  if (status === 401 || status === 403 || status === 400 || status === 422)
    return `answered ${status}: check --login-user and --login-password, and that this is the login`;
  if (status === 404 || status === 405) return `answered ${status}: there is no such login; name it with --login "POST /path/"`;
  if (status >= 500) return `answered ${status}: the server failed`;
  return `answered ${status} with neither a token in its JSON nor a session cookie; give --token env:NAME`;
}
