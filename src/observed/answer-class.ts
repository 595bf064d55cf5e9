/**
 * Maps every answer of a server to exactly one class: a table of rules in order, the first that holds wins.
 * Facts about Django REST Framework: its answers, errors included, carry `Allow` (views.py, `APIView.default_response_headers`);
 * a 404 of the URL resolver, a redirect of `login_required` and a plain Django view do not.
 */
import { isLoginAddress } from '../model/login-address.ts';
import { type Answer, headerOf } from './answer.ts';
import { type Origin, resolveLocation } from './origin.ts';
import { compareShapes, type Shape, shapeOf } from './shape.ts';

export type AnswerClass = 'OFFSCOPE' | 'THROTTLED' | 'DENIED' | 'CSRF' | 'PREGATE' | 'REACHED-INERT' | 'REACHED' | 'CRASH';

/** What an answer is compared with. */
export interface ClassContext {
  readonly origin: Origin;
  /** Shape of the valid token's answer when that was a success; null while it is not known. */
  readonly valid: Shape | null;
  /** How the server answers a made-up path under the same prefix, when it answers such with success. */
  readonly softNotFound: Shape | null;
  /** Bodies of answers that were denied by their status, as `denialKey` writes them. */
  readonly knownDenials: ReadonlySet<string>;
}

export interface Classified {
  readonly class: AnswerClass;
  /** The rule in words. */
  readonly why: string;
}

interface ClassRule {
  readonly class: AnswerClass;
  /** The reason when the rule holds, else null. */
  readonly holds: (answer: Answer, context: ClassContext) => string | null;
}

/** 101 is an answer only where a WebSocket was asked for. */
const success = ({ status }: Answer): boolean => (status >= 200 && status < 300) || status === 304 || status === 101;
const redirect = (answer: Answer): boolean => answer.status >= 300 && answer.status < 400 && answer.status !== 304;
const when = (holds: boolean, why: string): string | null => (holds ? why : null);

/** Ends of a WebSocket by which a server says that it failed or goes away, not that it refuses (RFC 6455 section 7.4.1 and its registry). */
const BROKEN_OFF: ReadonlySet<number> = new Set([1001, 1006, 1011, 1012, 1013, 1014]);

const RULES: readonly ClassRule[] = [
  { class: 'OFFSCOPE', holds: leavesOrigin },
  {
    class: 'THROTTLED',
    holds: (a) => when(a.status === 429 || (a.status === 503 && headerOf(a, 'retry-after') !== null), 'too many requests'),
  },
  { class: 'CRASH', holds: (a) => when(BROKEN_OFF.has(a.closed ?? 0), `accepted, and broken off with code ${a.closed}`) },
  { class: 'DENIED', holds: (a) => when(a.closed !== undefined, `accepted, and closed at once with code ${a.closed}`) },
  { class: 'DENIED', holds: (a) => when(a.status === 401, 'not authenticated') },
  { class: 'CSRF', holds: (a) => when(a.status === 403 && /csrf/i.test(a.text.slice(0, 4000)), 'CSRF check') },
  { class: 'DENIED', holds: (a) => when(a.status === 403, 'forbidden') },
  { class: 'DENIED', holds: loginRedirect },
  { class: 'DENIED', holds: loginPage },
  {
    class: 'DENIED',
    holds: (a) => when(a.status === 400 && isErrorEnvelope(a) && soundsDenied(a.text), 'an error that asks for a credential'),
  },
  { class: 'DENIED', holds: errorEnvelope },
  {
    class: 'DENIED',
    holds: (a, c) => when(success(a) && a.kind === 'json' && c.knownDenials.has(denialKey(a)), 'the body of a known denial'),
  },
  { class: 'PREGATE', holds: softNotFound },
  { class: 'PREGATE', holds: canonicalRedirect },
  { class: 'PREGATE', holds: (a) => when(redirect(a), 'a redirect') },
  { class: 'PREGATE', holds: (a) => when(a.status === 404 && headerOf(a, 'allow') === null, 'no such URL') },
  { class: 'PREGATE', holds: (a) => when(a.status === 405 && headerOf(a, 'allow') === null, 'method refused before the view') },
  { class: 'PREGATE', holds: (a) => when(a.status === 400 && a.kind !== 'json', 'a bad request, refused before the view') },
  { class: 'PREGATE', holds: (a) => when([406, 407, 410, 413, 414, 421, 426, 431, 451].includes(a.status), 'refused before the view') },
  { class: 'PREGATE', holds: (a) => when(a.status === 502 || a.status === 504, 'a proxy without its server') },
  { class: 'CRASH', holds: (a) => when(a.status >= 500, 'a server error') },
  { class: 'REACHED-INERT', holds: (a) => when(a.status >= 400, 'passed the gate, answered with an error') },
  {
    class: 'REACHED-INERT',
    holds: (a, c) => when(success(a) && isErrorEnvelope(a) && c.valid === null && negative(a.json), 'success with an error inside'),
  },
  { class: 'REACHED', holds: (a) => when(success(a), 'success') },
  { class: 'PREGATE', holds: () => 'not a final HTTP answer' },
];

/** The class of one answer. */
export function classify(answer: Answer, context: ClassContext): Classified {
  for (const rule of RULES) {
    const why = rule.holds(answer, context);
    if (why !== null) return { class: rule.class, why };
  }
  return { class: 'PREGATE', why: 'not a final HTTP answer' };
}

/** A denial's body as a key: its status does not matter, its words do. Null bodies make no key. */
export function denialKey(answer: Answer): string {
  return answer.kind === 'json' ? JSON.stringify(answer.json).slice(0, 1000) : '';
}

function leavesOrigin(answer: Answer, { origin }: ClassContext): string | null {
  if (!redirect(answer)) return null;
  const location = headerOf(answer, 'location');
  if (location === null) return null;
  const target = resolveLocation(origin, location, answer.path);
  if (target === null) return 'a redirect to no URL';
  if (target.origin === origin.origin) return null;
  // http -> https of the same host and path is the server's own canonical form.
  if (target.protocol === 'https:' && target.hostname === new URL(origin.origin).hostname && target.pathname === pathOf(answer))
    return null;
  return 'a redirect to another origin, not followed';
}

function loginRedirect(answer: Answer, { origin }: ClassContext): string | null {
  if (!redirect(answer)) return null;
  const target = resolveLocation(origin, headerOf(answer, 'location') ?? '', answer.path);
  if (target === null || target.pathname === pathOf(answer)) return null;
  return when(isLoginAddress(target.pathname, target.searchParams.keys()), 'a redirect to the login');
}

/** A page with a password field, unless the valid token got such a page as well (then the page is what the URL is for). */
function loginPage(answer: Answer, { valid }: ClassContext): string | null {
  if (!success(answer) || !hasPasswordField(answer)) return null;
  return when(valid !== null && (valid.kind !== 'html' || !compareShapes(shapeOf(answer), valid).sameShape), 'a login page');
}

/** As far into a page as a login form is looked for. */
const HTML_LOOK = 200_000;

/** True for HTML with a password field. */
export function hasPasswordField(answer: Answer): boolean {
  return answer.kind === 'html' && /<input\b[^>]{0,300}\btype\s*=\s*["']?password/i.test(answer.text.slice(0, HTML_LOOK));
}

function softNotFound(answer: Answer, { softNotFound: template }: ClassContext): string | null {
  if (template === null || !success(answer)) return null;
  return when(compareShapes(shapeOf(answer), template).sameShape, 'the server answers made-up paths alike');
}

/** A redirect to the same path with or without its slash, or to https: Django's APPEND_SLASH and SECURE_SSL_REDIRECT. */
function canonicalRedirect(answer: Answer, { origin }: ClassContext): string | null {
  if (!redirect(answer)) return null;
  const target = resolveLocation(origin, headerOf(answer, 'location') ?? '', answer.path);
  if (target === null) return null;
  const own = pathOf(answer);
  if (target.pathname === own && target.protocol !== origin.protocol) return 'a redirect to https';
  return when(
    target.pathname !== own && target.pathname.replace(/\/$/, '') === own.replace(/\/$/, ''),
    `a redirect to ${own.endsWith('/') ? 'the path without' : 'the path with'} its final slash`,
  );
}

function pathOf(answer: Answer): string {
  return answer.path.split('?', 1)[0]!;
}

/** Keys of error envelopes; an object that has others carries data. */
const ERROR_KEYS = new Set(
  'error errors code message msg detail details status status_code statuscode success ok result reason retcode title type description error_description error_code errorcode timestamp request_id'.split(
    ' ',
  ),
);
const DENIAL_WORDS =
  /credential|unauthenti|unauthori[sz]|not[ _](?:authenticat|authori[sz]|logged)|log ?in|sign ?in|forbidden|access[ _]denied|permission|api[ _-]?key|(?:token|auth\w{0,20}|jwt|session)\W{0,3}(?:\w{1,20}\W{1,3}){0,3}(?:required|missing|invalid|expired|not valid|needed|fail\w*)|(?:required|missing|invalid|bad|no|expired)[ _](?:\w{1,20}[ _])?(?:token|auth|jwt|session)/i;

/** Error messages are short, and the words are not looked for in more: the search is quadratic in hostile texts. */
const soundsDenied = (text: string): boolean => DENIAL_WORDS.test(text.slice(0, 1000));

/** True for a JSON object with nothing but the keys of an error message. */
export function isErrorEnvelope(answer: Answer): boolean {
  const { json } = answer;
  if (answer.kind !== 'json' || typeof json !== 'object' || json === null || Array.isArray(json)) return false;
  // GraphQL says `data: null` beside its errors, and other envelopes do as well.
  const keys = Object.keys(json).filter((key) => key !== 'data' || (json as { data: unknown }).data !== null);
  return keys.length > 0 && keys.every((key) => ERROR_KEYS.has(key.toLowerCase()));
}

/** Success by status, refusal by body: only error keys, none of the valid answer's data, and words or flags of a refusal. */
function errorEnvelope(answer: Answer, { valid }: ClassContext): string | null {
  if (!success(answer) || !isErrorEnvelope(answer)) return null;
  const words = soundsDenied(answer.text);
  if (valid === null) return when(words && negative(answer.json), 'success with a refusal inside');
  const comparison = compareShapes(shapeOf(answer), valid);
  if (comparison.same) return null;
  return when(comparison.sameShape ? words && negative(answer.json) : words || negative(answer.json), 'success with a refusal inside');
}

/** Flags by which an envelope says that it failed. */
function negative(json: unknown): boolean {
  return Object.entries(json as Record<string, unknown>).some(([name, value]) => {
    const key = name.toLowerCase();
    if (key === 'success' || key === 'ok') return value === false || value === 0;
    if (key === 'status' || key === 'result' || key.endsWith('code')) {
      if (value === 401 || value === 403) return true;
      return typeof value === 'string' && (/^(error|fail|failed|failure|denied)$/i.test(value) || soundsDenied(value));
    }
    if (key.startsWith('error')) return value !== null && value !== false && value !== 0 && value !== '';
    return key === 'detail' && typeof value === 'string' && soundsDenied(value);
  });
}
