/** Which operations exchange a refresh token and log out: known by their class, or by where such lie. */
import type { JoinedOperation } from '../matrix/join.ts';
import type { PredictedWitness, TokenWay } from '../model/witness.ts';

export interface FoundRow {
  readonly id: string;
  /** As a row has it, without the mount prefix. */
  readonly path: string;
  readonly why: string;
}

const REFRESH_VIEWS = [
  'rest_framework_simplejwt.views.TokenRefreshView',
  'dj_rest_auth.jwt_auth.RefreshViewWithCookieSupport',
  'rest_framework_jwt.views.RefreshJSONWebTokenView',
];
/** Other things are refreshed as well: a word beside it, or an API that has nothing else of the name. */
const REFRESH_PATHS = [
  /\/(tokens?|jwt|auth|login|session)[/_-]refresh\/?$/i,
  /\/refresh[/_-]?tokens?\/?$/i,
  /^(\/api)?(\/v\d+)?\/refresh\/?$/i,
];

/** Views that take back what their caller logged in with; those that take a refresh token alone come last. */
const LOGOUT_VIEWS = ['knox.views.LogoutView', 'dj_rest_auth.views.LogoutView', 'djoser.views.TokenDestroyView'];
const BLACKLIST_VIEWS = ['rest_framework_simplejwt.views.TokenBlacklistView'];
const LOGOUT_PATHS = [/\/(log|sign)[_-]?out\/?$/i, /\/tokens?[/_-]?(destroy|revoke|logout)\/?$/i];
const BLACKLIST_PATHS = [/\/(tokens?|jwt)[/_-]blacklist\/?$/i];
/** Pages for people end a session of the browser, not a token. */
const PAGES = /\/(admin|api-auth)\//;

export function findRefresh(predicted: PredictedWitness | null, rows: readonly JoinedOperation[]): FoundRow | null {
  return (
    byClass(predicted, rows, REFRESH_VIEWS, 'exchanges refresh tokens') ?? byPath(rows, REFRESH_PATHS, 'an exchange of refresh tokens')
  );
}

/**
 * The log-out of a login. One that ends all logins of the user is none: others may be at work.
 * @param way how the token of the login travels; null for the usual way, in Authorization
 */
export function findLogout(predicted: PredictedWitness | null, rows: readonly JoinedOperation[], way: TokenWay | null): FoundRow | null {
  // A plain Django view knows sessions, not tokens.
  const fits =
    way?.place === 'cookie' ? rows : rows.filter(({ source }) => source === null || source.kind === 'drf' || source.kind === 'ninja');
  return (
    byClass(predicted, fits, LOGOUT_VIEWS, 'logs out') ??
    byPath(fits, LOGOUT_PATHS, 'a log-out') ??
    byClass(predicted, fits, BLACKLIST_VIEWS, 'ends a refresh token') ??
    byPath(fits, BLACKLIST_PATHS, 'a log-out')
  );
}

function usable({ method, path, source }: JoinedOperation): boolean {
  return (method === 'POST' || (method === '*' && source?.kind !== 'admin')) && !path.includes('{') && !PAGES.test(path);
}

function byClass(
  predicted: PredictedWitness | null,
  rows: readonly JoinedOperation[],
  bases: readonly string[],
  does: string,
): FoundRow | null {
  if (predicted === null) return null;
  for (const base of bases) {
    const classes = new Set([base, ...predicted.facts.classesOf(base).map(({ name }) => name)]);
    const found = rows.find((row) => usable(row) && row.source?.view != null && classes.has(row.source.view));
    if (found)
      return { id: found.id, path: found.path, why: `its view is ${base.split('.').at(-1)} of ${base.split('.', 1)[0]}, which ${does}` };
  }
  return null;
}

function byPath(rows: readonly JoinedOperation[], patterns: readonly RegExp[], what: string): FoundRow | null {
  for (const pattern of patterns) {
    const found = rows.find((row) => usable(row) && pattern.test(row.path));
    if (found) return { id: found.id, path: found.path, why: `its path in the ${found.source ? 'source' : 'document'} is that of ${what}` };
  }
  return null;
}
