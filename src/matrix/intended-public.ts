/** Which operations are open on purpose: by configuration, by the document, or because such operations always are. */
import type { CauseFact, SourceFacts } from '../model/facts.ts';
import { operationId } from '../model/operation.ts';
import type { Verdict } from '../model/verdict.ts';
import type { JoinedOperation } from './join.ts';
import { matchesGlob, type OperationGlob } from './operation-glob.ts';

export interface Intent {
  readonly public: readonly { readonly glob: OperationGlob; readonly reason: string }[];
  readonly sensitive: readonly OperationGlob[];
  /** Throttled by something in front of Django. */
  readonly proxyThrottle: readonly OperationGlob[];
}

/** True when the configuration calls the operation sensitive. */
export function isSensitive(operation: JoinedOperation, intent: Intent): boolean {
  return intent.sensitive.some((glob) => matchesGlob(glob, operation.method, operation.path));
}

/** True when the configuration says that requests to the operation are counted in front of Django. */
export function isThrottledInFront(operation: JoinedOperation, intent: Intent): boolean {
  return intent.proxyThrottle.some((glob) => matchesGlob(glob, operation.method, operation.path));
}

/**
 * Why an operation is meant to be open, or null:
 * 1. the configuration says so, with a reason;
 * 2. a document written by hand says so and the source does not contradict: its openness is more than a forgotten default, or there is no source;
 * 3. it is one of the operations that cannot ask for a token, by what its handler asks for in its place or by its address (login, refresh,
 *    schema, health, ...), and its openness is no forgotten default.
 * A sensitive operation is public by configuration only.
 */
export function intendedPublic(
  operation: JoinedOperation,
  promised: { readonly verdict: Verdict | null; readonly derived: boolean },
  facts: SourceFacts | null,
  intent: Intent,
): { readonly why: string } | null {
  const entry = intent.public.find(({ glob }) => matchesGlob(glob, operation.method, operation.path));
  if (entry) return { why: entry.reason };
  if (isSensitive(operation, intent)) return null;
  const key = operation.source ? operationId(operation.source.method, operation.source.path) : operation.id;
  const cause = facts?.cause(key, 'no-token') ?? null;
  const documentedOpen = promised.verdict?.verdict === 'admits';
  if (documentedOpen && !operation.source) return { why: 'the document says that it needs no token' };
  // A document that was computed from the classes repeats them: it says nothing about what was meant.
  if (documentedOpen && !promised.derived && cause !== null && !isDefault(cause)) {
    return { why: `the document says that it needs no token, and the source agrees (${cause.symbol})` };
  }
  const entrance = facts?.entrance?.(key) ?? null;
  const convention = entrance?.turnsAway ? entrance.why : conventionOf(handlingOf(operation), operation.path);
  // An empty list on a login is as good as a word: only a default that nobody thought of is not.
  const chosen = cause !== null ? cause.kind === 'no-gate' || !isDefault(cause) : entrance?.asksFor != null;
  if (convention && chosen && promised.verdict?.verdict !== 'rejects') return { why: convention };
  return null;
}

/** The method whose handler answers: the `put` of Django's views for forms is their `post` (django/views/generic/edit.py, ProcessFormView). */
export function handlingOf({ method, source }: Pick<JoinedOperation, 'method' | 'source'>): string {
  return method === 'PUT' && source?.kind === 'django-class' ? 'POST' : method;
}

/** True when nobody chose the openness: the settings or the framework did. */
function isDefault(cause: CauseFact): boolean {
  if (cause.origin) return cause.origin === 'default' || cause.origin === 'settings';
  return cause.implicit && /DEFAULT_PERMISSION_CLASSES|^REST_FRAMEWORK\b/.test(cause.symbol);
}

const ISSUES_TOKENS = /^(log-?in|sign-?in|tokens?|obtain-?token|token-?auth|api-token-auth|jwt|authenticate|sessions?)$/;
const REGISTERS = /^(register|registration|sign-?up)$/;
const LOGS_IN = /^(log-?in|sign-?in)$/;
/** What stands before the redirection endpoint of a client (RFC 6749 section 3.1.2): the browser brings a code there, and no token. */
const COMES_BACK_TO = /^(log-?in|sign-?in|o?auth2?|oidc|sso)$/;
const LOGS_OUT = /^(log-?out|sign-?out)$/;
const NEEDS_CONTEXT = /^(refresh|verify|verification|reset|confirm|activate|activation|blacklist|create|revoke|forgot)$/;
const CREDENTIAL_WORDS =
  /^((reset-?(password|username|e-?mail)|password-?reset)(-?confirm)?|forgot-?password|(resend|verify|confirm)-?e-?mail|resend-?activation|token-?(refresh|verify)|refresh-?token|verify-?token)$/;
const CONTEXT = /^(tokens?|auth|jwt|o?auth2?|passwords?|accounts?|e-?mail|registration|users?|rest-auth|dj-rest-auth)$/;
const DESCRIBES = /^(schema|openapi|swagger|swagger-ui|redoc|docs|api-docs|apidocs|(schema|openapi|swagger)\.(json|ya?ml))$/;
const REPORTS_HEALTH = /^(health|healthz|health-?check|livez?|liveness|readyz?|readiness|ping|heartbeat|status|version)$/;

/** Who knows the users of others, and how a login by way of them is named: `/auth/google/`, `/login/github`, `/google-login/`. */
const PROVIDER =
  '(apple|auth0|azure(-ad)?|bitbucket|discord|facebook|github|gitlab|google|kakao|keycloak|line|linkedin|microsoft|naver|okta|orcid|slack|twitter|wechat)';
const OF_PROVIDER = new RegExp(`^${PROVIDER}$`);
const BEFORE_PROVIDER = /^(auth|o?auth2?|log-?in|sign-?in|social|sso)$/;
const BY_PROVIDER = new RegExp(`^(${PROVIDER}-?(log-?in|sign-?in|o?auth2?)|(log-?in|sign-?in)-?(with-?)?${PROVIDER})$`);
/** Asked while somebody fills in the form of a registration. */
const IS_FREE = /^(check-?(user-?name|e-?mail|phone)|(user-?name|e-?mail|phone)-?(available|availability|check))$/;

/** Files that browsers and crawlers ask for at the root (RFC 9309, RFC 9116, sitemaps.org). */
const FOR_CRAWLERS = /^((robots|humans|security|ads|app-ads)\.txt|favicon\.ico|sitemap\.xml)$/;

/** The convention under which an operation cannot ask for a token, or null. Only the last fixed segment of the path decides. */
export function conventionOf(method: string, path: string): string | null {
  // `/_health` is `/health` that is kept apart from the pages.
  const segments = path
    .toLowerCase()
    .replace(/(?<=^|\/)_+/g, '')
    .replaceAll('_', '-')
    .split('/')
    .filter(Boolean);
  const firstParameter = segments.findIndex((segment) => segment.includes('{'));
  const fixed = firstParameter < 0 ? segments : segments.slice(0, firstParameter);
  const behind = segments.slice(fixed.length);
  // Parameters may follow (`/reset/confirm/{uid}/{token}/`), but a fixed word behind one belongs to an object.
  if (behind.some((segment) => !segment.includes('{'))) return null;
  const last = fixed.at(-1);
  if (last === undefined) return null;
  const context = fixed.slice(0, -1).some((segment) => CONTEXT.test(segment));
  if (method === 'POST' || method === 'GET' || method === '*') {
    const elsewhere = BY_PROVIDER.test(last) || (OF_PROVIDER.test(last) && BEFORE_PROVIDER.test(fixed.at(-2) ?? ''));
    if (behind.length === 0 && elsewhere) return 'it takes the login of another provider';
    if (IS_FREE.test(last)) return 'it tells whether a name is free, for a registration';
  }
  if (method === 'POST' || method === '*') {
    if (behind.length === 0 && ISSUES_TOKENS.test(last)) return 'it issues tokens';
    if (behind.length === 0 && LOGS_OUT.test(last)) return 'it ends the session of whoever calls it';
    if (behind.length === 0 && REGISTERS.test(last)) return 'it registers accounts';
    if (CREDENTIAL_WORDS.test(last) || (context && NEEDS_CONTEXT.test(last))) return 'it serves those who have no token yet';
  }
  if (method === 'GET' || method === '*') {
    if (behind.length > 0) return null;
    if (LOGS_IN.test(last)) return 'it is where callers log in';
    if (LOGS_OUT.test(last)) return 'it ends the session of whoever calls it';
    if (last === 'callback' && COMES_BACK_TO.test(fixed.at(-2) ?? '')) return 'it is where a login elsewhere comes back to';
    if (DESCRIBES.test(last)) return 'it describes the API';
    if (REPORTS_HEALTH.test(last)) return 'it reports health';
    if (FOR_CRAWLERS.test(last) && fixed.length === 1) return 'it is a file for browsers and crawlers';
    if (last === 'jwks.json' || fixed.includes('.well-known')) return 'it publishes keys';
  }
  return null;
}
