/**
 * `--login-file`: users and their logins in the format of Web Fuzzing Commons (its schema `auth.yaml`, version 0.4), so that one
 * file serves several tools. The first entry is the user of the run, the next one the second user.
 */
import { readFileSync, statSync } from 'node:fs';
import { parse } from 'yaml';
import { UsageError } from '../model/errors.ts';
import type { LoginRecipe, TokenWay } from '../model/witness.ts';
import { readSecret, Secret, type TokenOption } from './secret.ts';

/** One user of the file: a login to be followed, or a header that is there already. */
export type LoginEntry = { readonly recipe: LoginRecipe } | { readonly token: TokenOption };

const LARGEST = 1_000_000;
const METHODS = ['POST', 'GET', 'PUT', 'PATCH', 'DELETE'];

type Table = Readonly<Record<string, unknown>>;

/**
 * Reads the file. Values may be `env:NAME` or `file:PATH` in place of a literal.
 * @throws UsageError that names the file and the entry, never a value
 */
export function readLoginFile(file: string): readonly LoginEntry[] {
  const fail = (text: string): never => {
    throw new UsageError('login-file', `--login-file ${file}: ${text}`);
  };
  let root: unknown;
  try {
    if (statSync(file).size > LARGEST) fail('larger than 1 MB');
    root = parse(readFileSync(file, 'utf8'), { maxAliasCount: 20, logLevel: 'silent' });
  } catch (error) {
    if (error instanceof UsageError) throw error;
    // The parser's own words repeat the line, which may hold a password.
    const { code } = error as NodeJS.ErrnoException;
    fail(code && /^E[A-Z]+$/.test(code) ? `cannot be read (${code})` : 'is neither YAML nor JSON');
  }
  const entries = isTable(root) && Array.isArray(root.auth) ? root.auth : fail('needs a list "auth" of users');
  if (entries.length === 0) fail('the list "auth" is empty');
  const template = isTable(root) && isTable(root.authTemplate) ? root.authTemplate : {};
  return (entries as unknown[]).slice(0, 2).map((entry, index) => {
    const name = isTable(entry) && typeof entry.name === 'string' ? entry.name : `auth.${index}`;
    if (!isTable(entry)) return fail(`${name} is no table`);
    return readEntry(merged(template, entry), name.slice(0, 60), (text) => fail(`${name.slice(0, 60)}: ${text}`));
  });
}

function readEntry(entry: Table, name: string, fail: (text: string) => never): LoginEntry {
  const { fixedHeaders, loginEndpointAuth: login } = entry;
  if (Array.isArray(fixedHeaders) && fixedHeaders.length > 0) {
    if (fixedHeaders.length > 1) fail('several fixedHeaders: one that carries the token is taken; give the others with --header');
    return { token: fixedToken(headersOf(fixedHeaders, fail)[0]!, fail) };
  }
  if (!isTable(login)) return fail('needs loginEndpointAuth or fixedHeaders');
  const path = textOf(login, 'endpoint') ?? textOf(login, 'externalEndpointURL') ?? fail('needs an endpoint');
  const method = (textOf(login, 'verb') ?? 'POST').toUpperCase();
  if (!METHODS.includes(method)) fail('the verb is none of POST, GET, PUT, PATCH, DELETE');
  const headers = headersOf(login.headers ?? [], fail);
  const contentType = textOf(login, 'contentType') ?? 'application/json';
  const { payload, secrets } = payloadOf(login, contentType, fail);
  const token = isTable(login.token) ? login.token : null;
  if (token === null && login.expectCookies !== true) fail('says neither where the token is (token.extractFromField) nor expectCookies');
  const pointer = token === null ? null : (textOf(token, 'extractFromField') ?? fail('token needs extractFromField, a JSON Pointer'));
  if (pointer !== null && !pointer.startsWith('/')) fail('extractFromField is a JSON Pointer and begins with /');
  const way: TokenWay | null =
    token === null
      ? null
      : {
          place: 'header',
          name: textOf(token, 'httpHeaderName') ?? 'Authorization',
          word: (textOf(token, 'headerPrefix') ?? '').trim() || 'none',
        };
  return {
    recipe: {
      name,
      method,
      path,
      headers,
      contentType,
      payload,
      pointer,
      way,
      secrets: [...secrets, ...headers.map(([, value]) => value)],
    },
  };
}

/** `Authorization: Bearer x` is the token x behind its word. */
function fixedToken([name, value]: readonly [string, string], fail: (text: string) => never): TokenOption {
  const worded = name.toLowerCase() === 'authorization' ? /^([A-Za-z][\w-]{0,30}) +(\S.*)$/.exec(value) : null;
  const token = worded?.[2] ?? value;
  if (token === '') fail(`the header ${name} is empty`);
  return { scheme: null, secret: new Secret(token), way: { place: 'header', name, word: worded?.[1] ?? 'none' } };
}

function payloadOf(login: Table, contentType: string, fail: (text: string) => never): { payload: string; secrets: readonly string[] } {
  const raw = textOf(login, 'payloadRaw');
  if (raw !== null) return { payload: raw, secrets: [raw, ...secretsIn(raw)] };
  const pair = login.payloadUserPwd;
  if (!isTable(pair)) return { payload: '', secrets: [] };
  const part = (key: string): string => textOf(pair, key) ?? fail(`payloadUserPwd needs ${key}`);
  const fields = { [part('usernameField')]: part('username'), [part('passwordField')]: part('password') };
  const payload = contentType.includes('form-urlencoded') ? new URLSearchParams(fields).toString() : JSON.stringify(fields);
  return { payload, secrets: [part('password')] };
}

/** Texts of a payload that may be the password: all of them, since nobody says which one is. */
function secretsIn(payload: string): readonly string[] {
  try {
    const json: unknown = JSON.parse(payload);
    return isTable(json) ? Object.values(json).filter((value): value is string => typeof value === 'string') : [];
  } catch {
    return [...new URLSearchParams(payload).values()].filter(Boolean);
  }
}

function headersOf(list: unknown, fail: (text: string) => never): (readonly [string, string])[] {
  if (!Array.isArray(list)) return fail('headers are a list of name and value');
  return list.map((item) => {
    const name = isTable(item) ? textOf(item, 'name') : null;
    const value = isTable(item) ? textOf(item, 'value') : null;
    if (name === null || value === null || !/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name)) return fail('a header needs name and value');
    return [name, value] as const;
  });
}

function textOf(table: Table, key: string): string | null {
  const value = table[key];
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return null;
  return /^(env|file):/.test(value) ? readSecret(value, `--login-file: ${key}`).reveal() : value;
}

/** What an entry leaves out it has from the template, tables part by part. */
function merged(template: Table, entry: Table): Table {
  const out: Record<string, unknown> = { ...template };
  for (const [key, value] of Object.entries(entry)) {
    const below = template[key];
    out[key] = isTable(value) && isTable(below) ? merged(below, value) : value;
  }
  return out;
}

function isTable(value: unknown): value is Table {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
