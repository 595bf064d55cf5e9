/** Rule: passwords, or short codes, may be tried without end. */
import type { AttemptCounter, EntranceFact, SourceFacts } from '../model/facts.ts';
import type { Report, Rule } from '../model/finding.ts';
import type { Matrix, MatrixRow } from '../model/matrix.ts';
import { entranceOf } from './shared/evidence.ts';
import { holdsText } from './shared/fact-values.ts';
import { loginReports } from './shared/login-remarks.ts';
import type { Rating } from './shared/rating.ts';
import { groupRows, rowNames, type SourceWords, sourceReport } from './shared/source-report.ts';

export const rule: Rule = {
  id: 'missing-throttle',
  title: 'passwords may be tried without end',
  family: 'account',
  severity: 'high',
  cwe: 'CWE-307',
  owasp: ['API2:2023', 'API4:2023'],
  why: 'A place that answers whether a password is right is a place to guess it. Where nothing counts the failures, a list of common passwords, or of pairs that leaked elsewhere, is tried in minutes, and a code of six digits falls in an afternoon. The throttles of Django REST framework are off until a class and its rate are set: its own ObtainAuthToken sets none, a scope without ScopedRateThrottle does nothing, and without NUM_PROXIES the caller chooses the address that he is counted by.',
  bad: `urlpatterns = [path("api/token/", TokenObtainPairView.as_view())]
`,
  good: `REST_FRAMEWORK = {"DEFAULT_THROTTLE_RATES": {"login": "5/min"}, "NUM_PROXIES": 0}


class LoginView(TokenObtainPairView):
    throttle_classes = [ScopedRateThrottle]
    throttle_scope = "login"
`,
  refute:
    'Send thirty wrong passwords for a user of your own, each with another X-Forwarded-For: an answer of 429, or a refusal of the right password afterwards, refutes it. Where a proxy or gateway counts in front of Django, list the operation under proxy-throttle.',
  references: [
    'CWE-307: Improper Restriction of Excessive Authentication Attempts',
    'OWASP ASVS 5.0, 6.3.1',
    'OWASP WSTG-ATHN-03',
    'Django REST framework: throttling (rest_framework/throttling.py, get_ident)',
  ],
  judge(matrix, facts) {
    const written = facts === null ? [] : group(matrix.rows.flatMap((row) => weaknessOf(row, matrix, facts) ?? []));
    const asked = loginReports(matrix, facts, ['no-throttle'], () => ({
      rating: { severity: 'high', confidence: 'firm' },
      title: 'passwords may be tried without end',
      means: 'Lists of common and of leaked passwords can be tried.',
    }));
    const byHeader = loginReports(matrix, facts, ['throttle-by-header'], ({ near }) => ({
      rating: { severity: 'medium', confidence: near ? 'firm' : 'tentative' },
      title: 'a throttle counts by an address that the caller chooses',
      means: near
        ? 'With another one each time nobody is counted twice.'
        : 'With another one each time nobody is counted twice, unless a proxy in front of the server writes that header itself.',
    }));
    const batched = loginReports(matrix, facts, ['batched-attempts'], () => ({
      rating: { severity: 'high', confidence: 'firm' },
      title: 'one request carries many passwords past a throttle',
      means: 'Lists of common and of leaked passwords can be tried, many at once: count in the resolver, or allow one login a request.',
    }));
    const past = [
      ...loginReports(matrix, facts, ['throttle-of-anonymous'], () => ({
        rating: { severity: 'medium', confidence: 'firm' },
        title: ANONYMOUS_ONLY,
        means: 'Whoever has an account tries the passwords of others without end.',
      })),
      ...loginReports(matrix, facts, ['throttle-by-spelling'], () => ({
        rating: { severity: 'medium', confidence: 'firm' },
        title: 'a throttle counts each spelling of the path by itself',
        means: 'With each spelling that leads to the login there are as many attempts again.',
      })),
    ];
    const known = new Set(written.flatMap(({ operations }) => operations));
    const isWritten = (report: Report): boolean => written.some((one) => one.title === report.title && sharesOne(one, report));
    return [
      ...written.map((report) => withProof(report, [...asked, ...byHeader, ...past.filter(({ title }) => title === report.title)])),
      ...asked.filter(({ operations }) => operations.every((id) => !known.has(id) && !isCounted(id, matrix, facts))),
      ...batched,
      ...byHeader.filter(({ operations }) => operations.every((id) => !known.has(id))),
      ...past.filter((report) => !isWritten(report)),
    ];
  },
};

/** Where source and server say the same, the place in the source is the better word, and the server is the proof. */
function withProof(report: Report, asked: readonly Report[]): Report {
  const same = asked.filter((one) => sharesOne(one, report));
  return {
    ...report,
    reasons: [...report.reasons, ...same.flatMap(({ reasons }) => reasons)],
    proof: [...report.proof, ...same.flatMap(({ proof }) => proof)],
  };
}

function sharesOne(left: Report, right: Report): boolean {
  return left.operations.some((id) => right.operations.includes(id));
}

/** True where attempts are counted as far as anybody knows, even if eight of them are few. */
function isCounted(id: string, matrix: Matrix, facts: SourceFacts | null): boolean {
  const row = matrix.rows.find((one) => one.id === id);
  return row !== undefined && (row.throttledInFront || (entranceOf(row, facts)?.guessing.counters.length ?? 0) > 0);
}

interface Weakness extends SourceWords {
  readonly row: MatrixRow;
}

const ANONYMOUS_ONLY = 'a throttle passes over everybody who has a token';
/** Attempts a minute from which guessing is worth while. */
const MANY = 30;
/** Names under which a middleware may count; those of libraries that are modelled do not. */
const COUNTING = /^(?!axes\.|django_ratelimit\.).*(throttl|rate_?limit|defender|brute|lockout|fail2ban|firewall)/i;

function weaknessOf(row: MatrixRow, matrix: Matrix, facts: SourceFacts): Weakness | null {
  const entrance = entranceOf(row, facts);
  if (!entrance || row.throttledInFront || (entrance.asksFor !== 'password' && entrance.asksFor !== 'one-time code')) return null;
  // The handler of a POST answers a PUT as well: one of them is enough.
  if (row.method === 'PUT' && matrix.rows.some((other) => other.path === row.path && other.method === 'POST')) return null;
  const { counters, unknown } = entrance.guessing;
  const middleware = facts.setting('MIDDLEWARE');
  if (unknown !== null || (counters.length === 0 && middleware && holdsText(middleware.value, COUNTING))) return null;
  const words = counters.length === 0 ? uncounted(row, entrance, facts) : weakest(row, counters, facts);
  return words && { ...words, row };
}

type Words = Omit<SourceWords, 'rows'>;

function uncounted(row: MatrixRow, { asksFor, place }: EntranceFact, facts: SourceFacts): Words {
  const { source } = row;
  const api = source?.kind === 'drf' || source?.kind === 'ninja';
  // A view of a library is mended where the project routes it.
  const view = source?.place && facts.sourceLines(source.place.file) ? source.place : (source?.routePlace ?? null);
  const chosen = source?.provenance.throttles?.at(-1);
  const named = source?.throttles ?? [];
  const why =
    named.length > 0
      ? `${named.map((name) => name.split('.').at(-1)).join(', ')} counts nothing here: it has no rate, or the view no scope`
      : chosen && api
        ? `no throttle: ${chosen.text}`
        : 'nothing counts the attempts';
  // The page of a login in a browser is no entrance to the API.
  const rating: Rating = { severity: api ? 'high' : 'medium', confidence: 'firm' };
  return {
    rating,
    symbol: source?.view ?? row.path,
    place: place ?? view,
    title: `a ${asksFor} may be tried without end`,
    message: `asks for a ${asksFor}, and nothing counts how often.`,
    cause: why,
    caption: 'nothing counts the attempts',
  };
}

/** What is wrong with all counters of an operation; null where one of them is right. */
function weakest(row: MatrixRow, counters: readonly AttemptCounter[], facts: SourceFacts): Words | null {
  const rest = facts.setting('REST_FRAMEWORK')?.place ?? null;
  const place = row.source?.provenance.throttles?.findLast((link) => link.place)?.place ?? row.source?.routePlace ?? null;
  const names = counters.map(({ name, rate }) => (rate ? `${name} (${rate})` : name)).join(', ');
  if (counters.every(({ key }) => key.startsWith('forwarded')))
    return {
      rating: { severity: 'medium', confidence: 'firm' },
      symbol: 'NUM_PROXIES',
      place: rest ?? place,
      title: 'a throttle counts by an address that the caller chooses',
      message: `is throttled by ${names}, which counts by X-Forwarded-For: with another one each time nobody is counted twice.`,
      cause: 'NUM_PROXIES is not set, so all of X-Forwarded-For tells callers apart',
      caption: 'without NUM_PROXIES',
    };
  if (counters.every(({ key }) => key.endsWith('of the anonymous')) && (row.source?.authenticators ?? []).length > 0)
    return {
      rating: { severity: 'medium', confidence: 'firm' },
      symbol: row.source?.view ?? row.path,
      place,
      title: ANONYMOUS_ONLY,
      message: `is throttled by ${names}, which counts only the anonymous: whoever sends a token of his own tries passwords of others without end.`,
      cause: 'the view has authenticators, and AnonRateThrottle does not count who is logged in',
      caption: 'counts the anonymous only',
    };
  if (counters.every(({ rate }) => (perMinute(rate) ?? 0) > MANY))
    return {
      rating: { severity: 'medium', confidence: 'firm' },
      symbol: row.source?.view ?? row.path,
      place,
      title: 'a throttle lets many attempts through',
      message: `is throttled by ${names}: enough to try common passwords.`,
      cause: `more than ${MANY} attempts a minute are let through`,
      caption: 'a high rate',
    };
  return null;
}

const MINUTES: Readonly<Record<string, number>> = { s: 1 / 60, m: 1, h: 60, d: 1440 };

/** `5/min` as attempts a minute (rest_framework/throttling.py, parse_rate: the first letter of the period counts). */
function perMinute(rate: string | null): number | null {
  const [, amount, period] = /^(\d+)\/([smhd])/.exec(rate ?? '') ?? [];
  return amount && period ? Number(amount) / MINUTES[period]! : null;
}

/** One report for each place and title. */
function group(found: readonly Weakness[]): readonly Report[] {
  return groupRows(found, ({ symbol, title, place }) => [symbol, title, place]).map(({ first: { row: _, ...words }, rows }) =>
    sourceReport({ ...words, rows, message: `${rowNames(rows)} ${words.message}` }),
  );
}
