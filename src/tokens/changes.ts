/** What is different in a token that is signed anew: for each idea its spellings, as changes of header and claims. */
import { randomUUID } from 'node:crypto';
import type { MadeToken } from '../model/probe.ts';
import { jwtFacts, SCOPE_CLAIMS } from './inspect.ts';
import { edit } from './segments.ts';

/** Names of members and their values as JSON texts. */
type Members = Map<string, string>;

export interface Change {
  /** What tells it from the other spellings of its idea. */
  readonly label?: string;
  readonly header?: (fields: Members) => void;
  readonly claims?: (claims: Members) => void;
}

const HOUR = 3600;
/** Longer than any leeway that a server may grant. */
const DAY = 86_400;
/** Names of nobody (RFC 2606 section 2). */
const FOREIGN = 'https://elsewhere.invalid';
/** Claims that hold the user's identifier: Simple JWT, RFC 7519 section 4.1.2, and what hand-written code calls it. */
const USER_CLAIMS = ['user_id', 'sub', 'uid', 'userId', 'user', 'username'];
/** Claims that say what a token is for: Simple JWT, Cognito, Keycloak and hand-written code. */
const USE_CLAIMS = ['token_type', 'type', 'token_use', 'typ', 'purpose'];

/**
 * @param token the valid token; what it says of itself is changed where it says it, and rights are added
 * @param now seconds since the epoch
 * @param scopes those that the document names
 * @returns each spelling; none where the token has nothing to change
 */
export function changesOf(token: string, made: MadeToken, now: number, scopes: readonly string[] = []): readonly Change[] {
  const before = claimsOf(token);
  if (made.user) return userChanges(before, made.user);
  if (made.use === 'other' || made.use === 'unclear') return useChanges(before, made.use);
  if (made.scope === 'none') return scopeChanges(before);
  if (made.scope === 'raised') return raisedScopes(before, scopes);
  if (made.rights) return raisedRights(before);
  if (made.claim) return doubled(before);
  if (made.critical) {
    const header = (fields: Members): void => void fields.set('crit', '["unlatched"]').set('unlatched', 'true');
    return [{ header }];
  }
  // A registered type that is no access token (RFC 8417 section 2.3); what calls itself one (RFC 9068) becomes a plain token.
  if (made.type) return [{ header: (fields) => fields.set('typ', jwtFacts(token)!.typ === 'at+jwt' ? '"JWT"' : '"secevent+jwt"') }];
  return [{ claims: (claims) => changeTimesAndNames(claims, made, now) }];
}

function changeTimesAndNames(claims: Members, made: MadeToken, now: number): void {
  if (made.expiry === 'none') claims.delete('exp');
  if (made.expiry === 'past') {
    claims.set('exp', String(now - DAY));
    for (const name of ['iat', 'nbf']) if (claims.has(name)) claims.set(name, String(now - DAY - 300));
  }
  if (made.start) claims.set('nbf', String(now + HOUR));
  if (made.issued) claims.set('iat', String(now + DAY));
  if (made.audience) claims.set('aud', claims.get('aud')?.startsWith('[') ? JSON.stringify([FOREIGN]) : JSON.stringify(FOREIGN));
  if (made.issuer) claims.set('iss', JSON.stringify(FOREIGN));
}

function userChanges(before: Members, user: 'nobody' | 'odd'): readonly Change[] {
  const names = USER_CLAIMS.filter((name) => before.has(name));
  if (names.length === 0) return [];
  const all = (label: string, replace: (value: string) => string): Change => ({
    label: `${names.join(' and ')} ${label}`,
    claims: (claims) => {
      for (const name of names) claims.set(name, replace(claims.get(name)!));
    },
  });
  if (user === 'odd') return [all('in a list', (value) => `[${value}]`), all('true', () => 'true')];
  const removed = (claims: Members): void => {
    for (const name of names) claims.delete(name);
  };
  return [all('of nobody', nobodyLike), { label: `without ${names.join(' and ')}`, claims: removed }];
}

/** An identifier of the same kind that no user has. */
function nobodyLike(value: string): string {
  if (/^"?\d+"?$/.test(value)) return value.replace(/\d+/, '2147483647');
  return JSON.stringify(/^"[0-9a-f]{8}-[0-9a-f-]{27}"$/i.test(value) ? randomUUID() : 'unlatched-nobody');
}

/**
 * What else a server signs with the same key: Simple JWT's other kinds, the ID token as Cognito calls it, the links of mails, and the
 * ticket with which a WebSocket is opened.
 */
const OTHER_USES = ['refresh', 'sliding', 'id', 'password_reset', 'email_verification', 'websocket'];

/** One word after the other, in every claim that says what the token is for. */
function otherUses(before: Members, names: readonly string[]): readonly Change[] {
  const own = new Set(names.map((name) => JSON.parse(before.get(name)!) as string));
  const words = names.length === 0 ? [] : OTHER_USES.filter((word) => !own.has(word));
  return words.map((word) => ({
    label: `${names.join(' and ')} ${word}`,
    claims: (claims) => {
      for (const name of names) claims.set(name, JSON.stringify(word));
    },
  }));
}

/**
 * The other token of the same login, made for the program that logged in (OpenID Connect Core 1.0 section 2): its audience is the client,
 * and it says nothing of scopes. Only where the token names its client (`azp`, or `client_id` of RFC 9068 section 2.2).
 */
function idToken(before: Members, names: readonly string[]): readonly Change[] {
  const client = [before.get('azp'), before.get('client_id')].find((value) => value?.startsWith('"'));
  if (client === undefined || !before.has('iss')) return [];
  const claims = (all: Members): void => {
    for (const name of SCOPE_CLAIMS) all.delete(name);
    for (const name of names) all.set(name, name === 'typ' ? '"ID"' : '"id"');
    all
      .set('aud', client)
      .set('nonce', '"unlatched"')
      .set('at_hash', `"${'A'.repeat(22)}"`);
    all.set('auth_time', all.get('iat') ?? '0');
  };
  return [{ label: 'an ID token', header: (fields) => void fields.set('typ', '"JWT"'), claims }];
}

/** `other`: what it is for is another thing. `unclear`: the word is written in another case, or is not there. */
function useChanges(before: Members, use: 'other' | 'unclear'): readonly Change[] {
  const names = USE_CLAIMS.filter((name) => /^"[\w+-]{1,20}"$/.test(before.get(name) ?? ''));
  if (use === 'other') return [...otherUses(before, names), ...idToken(before, names)];
  return names.flatMap((name): Change[] => {
    const own = JSON.parse(before.get(name)!) as string;
    const set = (word: string): Change => ({
      label: `${name} ${word}`,
      claims: (claims) => void claims.set(name, JSON.stringify(word)),
    });
    const otherCase = own === own.toUpperCase() ? own.toLowerCase() : own.toUpperCase();
    return [set(otherCase), { label: `without ${name}`, claims: (claims) => void claims.delete(name) }];
  });
}

function scopeChanges(before: Members): readonly Change[] {
  const names = SCOPE_CLAIMS.filter((name) => before.has(name));
  if (names.length === 0) return [];
  const each = (change: (claims: Members, name: string) => void) => (claims: Members) => {
    for (const name of names) change(claims, name);
  };
  return [
    { label: 'none', claims: each((claims, name) => claims.set(name, claims.get(name)!.startsWith('[') ? '[]' : '""')) },
    { label: `without ${names.join(' and ')}`, claims: each((claims, name) => claims.delete(name)) },
  ];
}

/** Claims of Django's own flags (Simple JWT reads the first two, `TokenUser` in models.py), and what hand-written code calls them. */
const FLAGS = ['is_staff', 'is_superuser', 'is_admin', 'admin'];
/** Other flags that a token may have, and that name a right. */
const IS_RIGHT = /admin|staff|super|manager|owner|^can_/i;
const ROLE_CLAIMS = ['role', 'roles', 'groups', 'user_role'];

/** The flags of an administrator, and the role of one. */
function raisedRights(before: Members): readonly Change[] {
  const own = [...before].filter(([name, value]) => value === 'false' && IS_RIGHT.test(name)).map(([name]) => name);
  const flags = [...new Set([...FLAGS, ...own])];
  const named = ROLE_CLAIMS.filter((name) => before.has(name));
  const roles = named.length > 0 ? named : ROLE_CLAIMS.slice(0, 1);
  return [
    {
      label: `${flags.join(', ')} true`,
      claims: (claims) => {
        for (const name of flags) claims.set(name, 'true');
      },
    },
    {
      label: `${roles.join(' and ')} admin`,
      claims: (claims) => {
        for (const name of roles) claims.set(name, withRole(claims.get(name) ?? '""'));
      },
    },
  ];
}

/** In capitals where the claim's own word is; a list gets one word more. */
function withRole(value: string): string {
  if (value.startsWith('[')) return joined(value, ['admin']);
  return /^"[A-Z_]+"$/.test(value) ? '"ADMIN"' : '"admin"';
}

/** Adds what the document asks for to what the token has. */
function raisedScopes(before: Members, scopes: readonly string[]): readonly Change[] {
  const named = SCOPE_CLAIMS.filter((name) => before.has(name));
  // Roles and permissions may be words of another kind.
  const names = named.some((name) => /^sc/.test(name)) ? named : [...named, SCOPE_CLAIMS[0]!];
  if (scopes.length === 0) return [];
  const more = (value: string): string => {
    if (value.startsWith('[')) return joined(value, scopes);
    const own = value.startsWith('"') ? (JSON.parse(value) as string).split(' ') : [];
    return JSON.stringify([...new Set([...own, ...scopes])].filter((scope) => scope !== '').join(' '));
  };
  const claims = (all: Members): void => {
    for (const name of names) all.set(name, more(all.get(name) ?? '""'));
  };
  return [{ label: `more in ${names.join(' and ')}`, claims }];
}

/** A JSON array with further words at its end. */
function joined(array: string, words: readonly string[]): string {
  return JSON.stringify([...new Set([...(JSON.parse(array) as unknown[]), ...words])]);
}

/** The same value twice: what Python reads as one claim, and a strict parser refuses (RFC 8725 section 2.4). */
function doubled(before: Members): readonly Change[] {
  const name = USER_CLAIMS.find((one) => before.has(one)) ?? [...before.keys()][0];
  if (name === undefined) return [];
  const again = (value: string): string => `${value},${JSON.stringify(name)}:${value}`;
  return [{ claims: (claims) => void claims.set(name, again(claims.get(name)!)) }];
}

function claimsOf(token: string): Members {
  let found: Members = new Map();
  edit(token.split('.')[1]!, (claims) => {
    found = new Map(claims);
  });
  return found;
}
