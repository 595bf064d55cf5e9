/** A login of its own for what is asked of its life: token, refresh token and cookies, all of them secrets from the moment they come. */
import type { LoginEntry } from '../../model/login-life.ts';
import type { TokenWay } from '../../model/witness.ts';
import type { Answer } from '../answer.ts';
import { type Asker, ownPath, pathUnder } from '../asker.ts';
import { type Cookie, cookiesOf, isCsrfCookie } from '../cookies.ts';
import { type Credential, NO_CREDENTIAL } from '../credential.ts';
import { tokenByRecipe, tokenIn } from '../login.ts';
import { enter, type LoginForm, submit } from '../login-form.ts';
import { recipeMessage } from '../recipe.ts';
import type { Sent } from '../sender.ts';

export interface RefreshToken {
  /** The field in which it came, and in which it goes back. */
  readonly field: string;
  readonly value: string;
}

export interface OwnLogin {
  readonly token: string;
  /** How it travels; null where the login does not say. */
  readonly way: TokenWay | null;
  readonly refresh: RefreshToken | null;
  readonly cookies: readonly Cookie[];
  readonly exchange: string;
}

/** Logs in again and again as the run did; the form of the login is found out once. */
export class OwnLogins {
  /** How the login understood user and password; null before the first login. */
  form: LoginForm | null = null;

  constructor(
    readonly asker: Asker,
    readonly entry: LoginEntry,
  ) {}

  /** The address of the login, or null where it is not on this server. */
  get path(): string | null {
    const { asker, entry } = this;
    return entry.by === 'password' ? pathUnder(asker.origin, entry.login.path) : ownPath(asker.origin, entry.recipe.path);
  }

  /**
   * One more login.
   * @returns null when it gave no token
   */
  async make(): Promise<OwnLogin | null> {
    const sent = await this.send();
    if (sent === null || sent.answer === null) return null;
    const { answer, exchange } = sent;
    const found = this.entry.by === 'password' ? tokenIn(answer) : tokenByRecipe(this.entry.recipe, answer);
    this.asker.sender.label(exchange, found === null ? 'LOGIN-FAILED' : 'LOGIN');
    if (found === null) return null;
    const refresh = refreshIn(answer.json);
    const cookies = cookiesOf(answer);
    this.asker.secrets.push(found.token, ...(refresh ? [refresh.value] : []), ...secretsOf(cookies));
    return { token: found.token, way: found.way ?? null, refresh, cookies, exchange };
  }

  /** Sends user and password, with a cookie of before the login if need be; null where that cannot be. */
  async send(beside: Credential = NO_CREDENTIAL): Promise<Sent | null> {
    const { asker, entry, path } = this;
    if (path === null) return null;
    if (entry.by === 'recipe') return asker.sender.send(recipeMessage(entry.recipe, path, beside));
    if (this.form !== null) return submit(asker, path, this.form, entry.user, entry.password, { beside });
    const { sent, form } = await enter(asker, path, entry.user, entry.password);
    this.form = form;
    return sent;
  }
}

/** Cookie values that are worth hiding: a short one is a flag. */
export function secretsOf(cookies: readonly Cookie[]): readonly string[] {
  return cookies.map(({ value }) => value).filter((value) => value.length >= 8);
}

/** Cookies that may stand for the user. */
export function userCookies({ cookies }: Pick<OwnLogin, 'cookies'>): readonly Cookie[] {
  return cookies.filter((cookie) => !isCsrfCookie(cookie) && cookie.value.length >= 8);
}

const MAX_NODES = 500;

/** The refresh token of an answer (RFC 6749 section 5.1 calls it `refresh_token`, SimpleJWT `refresh`). */
export function refreshIn(json: Answer['json']): RefreshToken | null {
  const queue: unknown[] = [json];
  for (let at = 0; at < queue.length && at < MAX_NODES; at += 1) {
    const node = queue[at];
    if (typeof node !== 'object' || node === null) continue;
    for (const [field, value] of Object.entries(node)) {
      if (/^refresh([_-]?token)?$/i.test(field) && typeof value === 'string' && value.length >= 8) return { field, value };
      queue.push(value);
    }
  }
  return null;
}
