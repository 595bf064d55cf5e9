/** What can be said about a credential without asking a server: its kind, and the facts that a JWT carries in the open. */

/** How a token is made: three base64url segments with a JSON header (RFC 7515 section 7.1), or anything else. */
export type TokenKind = 'jwt' | 'opaque';

/** The readable parts of a JWT, never their values where those could name a person. */
export interface JwtFacts {
  readonly alg: string;
  readonly typ: string | null;
  readonly hasKid: boolean;
  /** Names of the claims, sorted. */
  readonly claims: readonly string[];
  /** Seconds since the epoch. */
  readonly issuedAt: number | null;
  readonly expiresAt: number | null;
  /** `exp - iat` in seconds; null when either is missing. */
  readonly lifetime: number | null;
  /** `token_type` or `type`, when it is one plain word (SimpleJWT writes `access` or `refresh`). */
  readonly tokenType: string | null;
  /** True when the signature is empty or the algorithm is `none`. */
  readonly unsigned: boolean;
}

/** Longest token that is looked at; a header of this size is refused by servers anyway. */
const MAX_TOKEN = 64 * 1024;

/** Says whether a token is a JWT; never throws. */
export function tokenKind(token: string): TokenKind {
  return jwtFacts(token) === null ? 'opaque' : 'jwt';
}

/**
 * Reads the facts of a JWT offline (catalogue J39), without checking its signature.
 * @returns null when the text is not a JWT
 */
export function jwtFacts(token: string): JwtFacts | null {
  if (token.length > MAX_TOKEN) return null;
  const segments = token.split('.');
  if (segments.length !== 3) return null;
  const header = jsonObject(segments[0]!);
  const payload = jsonObject(segments[1]!);
  if (header === null || payload === null || typeof header.alg !== 'string') return null;
  const issuedAt = seconds(payload.iat);
  const expiresAt = seconds(payload.exp);
  const type = payload.token_type ?? payload.type;
  return {
    alg: word(header.alg) ?? 'other',
    typ: word(header.typ),
    hasKid: 'kid' in header,
    claims: Object.keys(payload).sort(),
    issuedAt,
    expiresAt,
    lifetime: issuedAt === null || expiresAt === null ? null : expiresAt - issuedAt,
    tokenType: word(type),
    unsigned: segments[2] === '' || header.alg.toLowerCase() === 'none',
  };
}

/** Claims that hold what a token may do: RFC 9068 section 2.2.3, and what providers call it. */
export const SCOPE_CLAIMS: readonly string[] = ['scope', 'scopes', 'scp', 'permissions', 'roles'];

/** The scopes that a JWT says it has, to compare with others; null when it says nothing of the kind. */
export function scopesIn(token: string): ReadonlySet<string> | null {
  if (jwtFacts(token) === null) return null;
  const payload = jsonObject(token.split('.')[1]!)!;
  const lists = SCOPE_CLAIMS.flatMap((name) => {
    const value = payload[name];
    return typeof value === 'string' ? [value.split(/[\s,]+/)] : Array.isArray(value) ? [value.map(String)] : [];
  });
  return lists.length === 0 ? null : new Set(lists.flat());
}

/** Claims by which servers know an administrator, and the words for the role. */
const FLAGS = ['is_staff', 'is_superuser', 'is_admin', 'admin', 'superuser', 'staff'];
const ROLES = /^(role_)?(admin|administrator|superuser|staff|root|owner)$/i;

/** True for a JWT whose claims say that its user is an administrator. */
export function claimsAdministrator(token: string): boolean {
  if (jwtFacts(token) === null) return false;
  const payload = jsonObject(token.split('.')[1]!)!;
  const roles = ['role', 'roles', 'groups', 'user_role', 'authorities'].flatMap((name) => payload[name] ?? []);
  return FLAGS.some((name) => payload[name] === true) || roles.some((role) => typeof role === 'string' && ROLES.test(role));
}

/** Only short plain words leave this file: a header field may hold anything. */
function word(value: unknown): string | null {
  return typeof value === 'string' && /^[A-Za-z0-9+_-]{1,20}$/.test(value) ? value : null;
}

function seconds(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

function jsonObject(segment: string): Record<string, unknown> | null {
  if (!/^[A-Za-z0-9_-]+={0,2}$/.test(segment)) return null;
  try {
    const value: unknown = JSON.parse(Buffer.from(segment, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
