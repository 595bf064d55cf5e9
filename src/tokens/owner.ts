/** Whom a token belongs to, as far as that can be read in it. */
import type { KnownUser } from '../model/witness.ts';
import { jwtFacts } from './inspect.ts';

/** Claims of OpenID Connect Core 1.0 section 5.1, of Simple JWT (`USER_ID_CLAIM`), and what hand-written code calls them. */
const NAMES: readonly string[] = ['username', 'preferred_username', 'user_name'];
const IDS: readonly string[] = ['user_id', 'userId', 'uid', 'sub'];

/** Reads the claims of a JWT; nothing is known of an opaque token. */
export function ownerIn(token: string | null): KnownUser {
  if (token === null || jwtFacts(token) === null) return {};
  const claims = JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString('utf8')) as Record<string, unknown>;
  const first = (names: readonly string[], fits: (text: string) => boolean): string | undefined =>
    names
      .map((name) => claims[name])
      .filter((value) => typeof value === 'string' || typeof value === 'number')
      .map(String)
      .find((value) => isHeaderText(value) && fits(value));
  const name = first(NAMES, isUserName);
  const email = first(['email'], isAddress);
  // A subject may be anything, a name too; numbers and UUIDs are what a database gives.
  const id = first(IDS, (value) => /^(\d{1,19}|[0-9a-f]{8}(-?[0-9a-f]{4}){3}-?[0-9a-f]{12})$/i.test(value));
  return { ...(name ? { name } : {}), ...(email ? { email } : {}), ...(id ? { id } : {}) };
}

/** The user of a login: an address is no name, since who has both would be looked up, or even made, under the wrong one. */
export function userOfLogin(text: string): KnownUser {
  if (!isHeaderText(text)) return {};
  return isAddress(text) ? { email: text } : isUserName(text) ? { name: text } : {};
}

const isAddress = (text: string): boolean => /^[^@\s]+@[^@\s]+$/.test(text);
const isUserName = (text: string): boolean => !text.includes('@');
const isHeaderText = (text: string): boolean => /^[\x21-\x7e]{1,150}$/.test(text);
