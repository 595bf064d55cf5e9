/** Logs in: sends user and password to one operation of the scanned server and takes the token from its answer. */
import type { LoginRequest, LoginResult } from '../model/witness.ts';
import { findToken } from '../tokens/find-token.ts';
import type { Answer } from './answer.ts';
import { headerOf } from './answer.ts';
import { openAsker, pathUnder } from './asker.ts';
import { type Credential, NO_CREDENTIAL, shellText } from './credential.ts';
import type { MessageBody } from './sender.ts';
import { BODY_LIMIT } from './transport.ts';

/** Requests of one login at the most: as JSON, as a form, with another name of the user field or by Basic. */
const TRIES = 3;
/** Names that logins use for the user, besides `username`. */
const USER_FIELDS = ['email', 'user', 'login', 'phone', 'phone_number', 'mobile', 'identifier', 'user_name', 'userName'];

interface Try {
  readonly kind: 'json' | 'form' | 'basic';
  readonly field: string;
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
    let next: Try | null = { kind: 'json', field: 'username' };
    let problem = 'nothing was sent';
    while (next !== null && tried.length < TRIES) {
      tried.push(next);
      const sent = await asker.sender.send({
        probe: 'login',
        operation: null,
        method: 'POST',
        path,
        query: [],
        credential: next.kind === 'basic' ? basic(user, password) : NO_CREDENTIAL,
        body: bodyOf(next, user, password),
        secretAnswer: true,
        fresh: 'connection',
      });
      if (sent.answer === null)
        return { token: null, problem: `--login: POST ${login.path}: ${sent.text}`, exchanges: asker.sender.exchanges };
      const token = sent.answer.status < 300 ? findToken(sent.answer.json) : null;
      asker.sender.label(sent.exchange, token === null ? 'LOGIN-FAILED' : 'LOGIN');
      if (token !== null) return { token, problem: null, exchanges: asker.sender.exchanges };
      problem = `--login: POST ${login.path} ${reading(sent.answer)}`;
      next = nextTry(sent.answer, tried);
    }
    return { token: null, problem, exchanges: asker.sender.exchanges };
  } finally {
    asker.close();
  }
}

function bodyOf({ kind, field }: Try, user: string, password: string): MessageBody {
  if (kind === 'basic') return { type: 'application/json', text: '{}', shell: '{}' };
  if (kind === 'form') {
    return {
      type: 'application/x-www-form-urlencoded',
      text: new URLSearchParams({ [field]: user, password }).toString(),
      shell: `${field}=$LOGIN_USER&password=$LOGIN_PASSWORD`,
    };
  }
  return {
    type: 'application/json',
    text: JSON.stringify({ [field]: user, password }),
    shell: shellText(`{"${field}": "`) + '$LOGIN_USER' + shellText('", "password": "') + '$LOGIN_PASSWORD' + shellText('"}'),
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
  const fresh = (next: Try): Try | null => (tried.some(({ kind, field }) => kind === next.kind && field === next.field) ? null : next);
  if (answer.status === 415) return fresh({ kind: last.kind === 'json' ? 'form' : 'json', field: last.field });
  if (answer.status === 401 && /^basic\b/i.test(headerOf(answer, 'www-authenticate') ?? '')) {
    // knox and others take user and password in the header; a refusal of the fields themselves has another body.
    return last.kind === 'basic' ? null : fresh({ kind: 'basic', field: last.field });
  }
  if (answer.status !== 400 && answer.status !== 422) return null;
  const named = missingFields(answer.json);
  const field = named.find((name) => USER_FIELDS.includes(name));
  if (field !== undefined && last.kind !== 'basic') return fresh({ kind: last.kind, field });
  // The very fields that were sent are missing, or the body was no JSON to the server: it reads forms.
  if (named.includes(last.field) || answer.kind !== 'json') return last.kind === 'json' ? fresh({ kind: 'form', field: last.field }) : null;
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
  if (status >= 300 && status < 400)
    return `answered ${status}, a redirect that is not followed: write the path with its final slash, or without`;
  if (status === 429) return 'answered 429: too many logins; try again later';
  if (status === 401 || status === 403 || status === 400 || status === 422)
    return `answered ${status}: check --login-user and --login-password, and that this is the login`;
  if (status === 404 || status === 405) return `answered ${status}: there is no such login; name it with --login "POST /path/"`;
  if (status >= 500) return `answered ${status}: the server failed`;
  const cookies = headerOf(answer, 'set-cookie') !== null;
  return `answered ${status} without a token in its JSON${cookies ? ' (it set a cookie, which is not read)' : ''}; give --token env:NAME`;
}
