/** Logs in: sends user and password to one operation of the scanned server and takes the token from its answer. */
import type { LoginRecipe, LoginRequest, LoginResult, RecipeRequest, TokenWay } from '../model/witness.ts';
import { findToken } from '../tokens/find-token.ts';
import type { Answer } from './answer.ts';
import { openAsker, ownPath, pathUnder } from './asker.ts';
import { isCsrf, loginCookie } from './cookies.ts';
import { enter } from './login-form.ts';
import { recipeMessage, valueAt } from './recipe.ts';
import { BODY_LIMIT } from './transport.ts';

/**
 * One login, in at most four requests.
 * @throws UsageError for a URL that may not be asked
 */
export async function logIn(request: LoginRequest): Promise<LoginResult> {
  const { login, user, password } = request;
  const asker = await openAsker(request, [password, ...(user.includes('@') ? [user] : [])], BODY_LIMIT);
  const failed = (text: string): LoginResult => ({
    token: null,
    problem: `--login: POST ${login.path}${text}`,
    exchanges: asker.sender.exchanges,
  });
  try {
    const path = pathUnder(asker.origin, login.path);
    if (path === null) return failed(' leads out of --url');
    const { sent } = await enter(asker, path, user, password);
    if (sent.answer === null) return failed(`: ${sent.text}`);
    const found = tokenIn(sent.answer);
    return found === null ? failed(` ${reading(sent.answer)}`) : { ...found, problem: null, exchanges: asker.sender.exchanges };
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
    const sent = await asker.sender.send(recipeMessage(recipe, path));
    if (sent.answer === null) return failed(sent.text);
    const found = tokenByRecipe(recipe, sent.answer);
    asker.sender.label(sent.exchange, found === null ? 'LOGIN-FAILED' : 'LOGIN');
    if (found !== null) return { ...found, problem: null, exchanges: asker.sender.exchanges };
    const where = recipe.pointer === null ? 'a cookie' : `a text at ${recipe.pointer}`;
    return failed(sent.answer.status < 300 ? `answered ${sent.answer.status} without ${where}` : reading(sent.answer));
  } finally {
    asker.close();
  }
}

/** A credential, and how it travels where that is not the usual way. */
export interface GivenToken {
  readonly token: string;
  readonly way?: TokenWay;
}

/** A token of the body, or the cookie of a session. */
export function tokenIn(answer: Answer): GivenToken | null {
  const token = answer.status < 300 ? findToken(answer.json) : null;
  return token === null ? cookieIn(answer) : { token };
}

function cookieIn(answer: Answer): GivenToken | null {
  const cookie = loginCookie(answer);
  return cookie && { token: cookie.value, way: { place: 'cookie', name: cookie.name, word: 'none' } };
}

/** The token where a file says that it stands. */
export function tokenByRecipe({ pointer, way }: LoginRecipe, answer: Answer): GivenToken | null {
  if (pointer === null) return cookieIn(answer);
  const at = valueAt(answer.json, pointer);
  return answer.status < 300 && typeof at === 'string' && at !== '' ? { token: at, ...(way ? { way } : {}) } : null;
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
