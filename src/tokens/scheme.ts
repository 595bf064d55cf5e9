/** The word in front of a token in the Authorization header. */
import { tokenKind } from './inspect.ts';

/** Scheme words that carry something else than one token. */
const NOT_FOR_TOKENS = new Set(['basic', 'digest', 'negotiate', 'ntlm', 'session', 'cookie', 'hoba', 'mutual']);

/** The scheme words of a `WWW-Authenticate` value, in order, those left out that no bare token goes with (RFC 9110 section 11.6.1). */
export function challengeSchemes(challenge: string): string[] {
  const words: string[] = [];
  // A challenge starts at the beginning or after a comma, and its word is not followed by `=` (that is a parameter).
  for (const match of challenge.slice(0, 1000).matchAll(/(?:^|,)\s*([A-Za-z][A-Za-z0-9_-]{0,30})(?=\s+[^\s=,]|\s*,|\s*$)/g)) {
    const word = match[1]!;
    if (!NOT_FOR_TOKENS.has(word.toLowerCase()) && !words.includes(word)) words.push(word);
  }
  return words;
}

/**
 * Scheme words worth trying for a token, best first: what source or document say, what the server's challenge says,
 * what worked before, then the usual ones.
 */
export function schemeCandidates(
  token: string | null,
  known: readonly string[],
  challenge: string | null,
  proven: string | null,
): string[] {
  const usual = token !== null && tokenKind(token) === 'jwt' ? ['Bearer', 'JWT', 'Token'] : ['Bearer', 'Token'];
  const told = known.filter((word) => /^[A-Za-z][A-Za-z0-9_-]*$/.test(word) && !NOT_FOR_TOKENS.has(word.toLowerCase()));
  const asked = challenge === null ? [] : challengeSchemes(challenge);
  return [...new Set([...told, ...asked, ...(proven === null ? [] : [proven]), ...usual])];
}

/** The value of the Authorization header; `none` leaves the token alone. */
export function authorizationValue(scheme: string, token: string): string {
  return scheme === 'none' || scheme === '' ? token : `${scheme} ${token}`;
}
