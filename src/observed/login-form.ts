/** How a login wants user and password: as JSON, as a form, under another name, by Basic, past a CSRF check. Found out by what it answers. */
import { findToken } from '../tokens/find-token.ts';
import { type Answer, headerOf } from './answer.ts';
import type { Asker } from './asker.ts';
import { cookieHeader, cookiesOf, isCsrf, isCsrfCookie, loginCookie, together } from './cookies.ts';
import { type Credential, NO_CREDENTIAL, shellText } from './credential.ts';
import type { MessageBody, Sent } from './sender.ts';

/** Requests of one login at the most: as JSON, as a form, with another name of the user field, by Basic or past the CSRF check. */
export const TRIES = 4;
/** Names that logins use for the user, besides `username`. */
const USER_FIELDS = ['email', 'user', 'login', 'phone', 'phone_number', 'mobile', 'identifier', 'user_name', 'userName'];

export interface LoginForm {
  readonly kind: 'json' | 'form' | 'basic';
  readonly field: string;
  readonly pass: CsrfPass | null;
}

/** What is sent first: most logins of APIs read it. */
export const FIRST_FORM: LoginForm = { kind: 'json', field: 'username', pass: null };

export interface Entered {
  readonly sent: Sent;
  /** The form of the last try. */
  readonly form: LoginForm;
}

/**
 * Sends user and password until the login understands them. Only an answer that says that the request was not understood (415, or
 * 400/422 naming fields) leads to a second spelling; a refusal is final, and no password is tried twice in the same way.
 */
export async function enter(asker: Asker, path: string, user: string, password: string): Promise<Entered> {
  const tried: LoginForm[] = [];
  let form = FIRST_FORM;
  for (;;) {
    tried.push(form);
    const sent = await submit(asker, path, form, user, password);
    if (sent.answer === null) return { sent, form };
    const done = hasToken(sent.answer);
    asker.sender.label(sent.exchange, done ? 'LOGIN' : 'LOGIN-FAILED');
    if (done || tried.length >= TRIES) return { sent, form };
    let next = nextForm(sent.answer, tried);
    if (next === null && isCsrf(sent.answer) && !tried.some(({ pass }) => pass)) {
      const pass = await csrfPass(asker, path);
      if (pass) next = { kind: 'form', field: form.field, pass };
    }
    if (next === null) return { sent, form };
    form = next;
  }
}

/** True where an answer gives a token or a cookie. */
export function hasToken(answer: Answer): boolean {
  return (answer.status < 300 && findToken(answer.json) !== null) || loginCookie(answer) !== null;
}

export interface SubmitOptions {
  /** What goes along with it, such as a cookie. */
  readonly beside?: Credential;
  /** Not again after 429. */
  readonly once?: boolean;
}

/** One login in one form. */
export function submit(
  asker: Asker,
  path: string,
  form: LoginForm,
  user: string,
  password: string,
  { beside = NO_CREDENTIAL, once = false }: SubmitOptions = {},
): Promise<Sent> {
  return asker.sender.send({
    probe: 'login',
    operation: null,
    method: 'POST',
    path,
    query: [],
    credential: together(credentialOf(form, user, password, `${asker.origin.origin}${path}`), beside),
    body: bodyOf(form, user, password),
    secretAnswer: true,
    once,
    fresh: 'connection',
  });
}

/** Cookie and form value that Django's CSRF check compares (django/middleware/csrf.py). */
interface CsrfPass {
  readonly cookie: { readonly name: string; readonly value: string };
  readonly field: string;
  readonly value: string;
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
  const cookie = answer ? cookiesOf(answer).find(isCsrfCookie) : undefined;
  if (!answer || !cookie) return null;
  const input = /<input\b[^>]{0,300}\bname\s*=\s*["'](csrf\w{0,40})["'][^>]{0,100}\bvalue\s*=\s*["']([^"']{1,200})["']/i.exec(
    answer.text.slice(0, 200_000),
  );
  return { cookie, field: input?.[1] ?? 'csrfmiddlewaretoken', value: input?.[2] ?? cookie.value };
}

function credentialOf({ kind, pass }: LoginForm, user: string, password: string, url: string): Credential {
  if (kind === 'basic') return basic(user, password);
  if (!pass) return NO_CREDENTIAL;
  // Over TLS Django compares the Referer with the host.
  const referer = { name: 'Referer', wire: url, shell: shellText(url), shape: url };
  return { headers: [...cookieHeader([{ ...pass.cookie, shell: 'CSRF_COOKIE' }]), referer], query: [] };
}

function bodyOf({ kind, field, pass }: LoginForm, user: string, password: string): MessageBody {
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
export function nextForm(answer: Answer, tried: readonly LoginForm[]): LoginForm | null {
  const last = tried.at(-1)!;
  const fresh = (kind: LoginForm['kind'], field = last.field): LoginForm | null =>
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
export function missingFields(json: unknown, depth = 0): string[] {
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
