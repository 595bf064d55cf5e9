/** Which operation gives a token for user and password: named by the user, known by its class, or by where logins usually lie. */
import type { JoinedOperation } from '../matrix/join.ts';
import { operationId } from '../model/operation.ts';
import type { PredictedWitness } from '../model/witness.ts';

/** Views of libraries that answer user and password with a token, best first. */
const LOGIN_VIEWS = [
  'rest_framework_simplejwt.views.TokenObtainPairView',
  'rest_framework_simplejwt.views.TokenObtainSlidingView',
  'rest_framework.authtoken.views.ObtainAuthToken',
  'djoser.views.TokenCreateView',
  'dj_rest_auth.views.LoginView',
  'rest_auth.views.LoginView',
  'knox.views.LoginView',
  'rest_framework_jwt.views.ObtainJSONWebTokenView',
  'rest_framework_jwt.views.ObtainJSONWebToken',
];

/** Ends of paths under which logins lie, best first. */
const PATHS = [
  /\/(jwt\/create|token\/pair|token\/obtain|obtain-?token|token\/create|api-token-auth|token-auth)\/?$/i,
  /\/(auth|accounts?|users?|rest-auth|dj-rest-auth)\/(log-?in|sign-?in|token|jwt)\/?$/i,
  /\/(log-?in|sign-?in|authenticate)\/?$/i,
  /\/(tokens?|jwt|session)\/?$/i,
];

export interface FoundLogin {
  /** Join key. */
  readonly id: string;
  /** As a row has it, without the mount prefix. */
  readonly path: string;
  readonly why: string;
}

/** The login of a project or a document, or null when nothing looks like one. */
export function findLogin(predicted: PredictedWitness | null, rows: readonly JoinedOperation[]): FoundLogin | null {
  return (predicted && byClass(predicted)) ?? byPath(rows);
}

function byClass({ operations, facts }: PredictedWitness): FoundLogin | null {
  for (const base of LOGIN_VIEWS) {
    const classes = new Set([base, ...facts.classesOf(base).map(({ name }) => name)]);
    const found = operations.find(
      ({ method, path, reachable, formatSuffix, view }) =>
        method === 'POST' && reachable && !formatSuffix && !path.includes('{') && view !== null && classes.has(view),
    );
    if (found)
      return {
        id: operationId(found.method, found.path),
        path: found.path,
        why: `its view is ${base.split('.').at(-1)} of ${base.split('.', 1)[0]}`,
      };
  }
  return null;
}

function byPath(rows: readonly JoinedOperation[]): FoundLogin | null {
  // Pages of people (admin, login forms) give no token.
  const usable = rows.filter(
    ({ method, path, source }) =>
      (method === 'POST' || (method === '*' && source?.kind !== 'admin')) && !path.includes('{') && !/\/(admin|api-auth)\//.test(path),
  );
  for (const pattern of PATHS) {
    const found = usable.find(({ path }) => pattern.test(path));
    if (found) return { id: found.id, path: found.path, why: `its path in the ${found.source ? 'source' : 'document'} is one of a login` };
  }
  return null;
}
