/** Rule: tokens are valid for long, or for ever. */
import type { CallFact, FactValue, SettingFact, SourceFacts } from '../model/facts.ts';
import type { Report, Rule } from '../model/finding.ts';
import type { Matrix } from '../model/matrix.ts';
import type { Place } from '../model/place.ts';
import { causeOf } from './shared/evidence.ts';
import { entryOf, holdsText } from './shared/fact-values.ts';
import type { Rating } from './shared/rating.ts';
import { rowNames, sourceReport } from './shared/source-report.ts';
import { tokenReports } from './shared/token-remarks.ts';
import { wrongTokenHits } from './shared/wrong-token.ts';

export const rule: Rule = {
  id: 'token-lifetime',
  title: 'tokens are valid for long, or for ever',
  family: 'token',
  severity: 'high',
  cwe: 'CWE-613',
  owasp: ['API2:2023'],
  why: 'A token that was stolen, from a log, a browser or a lost device, works until its time is over. A signed token cannot be taken back at all: logging out, a new password, a user who was switched off change nothing for it. Its lifetime is the only bound, and where none is set there is none.',
  bad: `SIMPLE_JWT = {"ACCESS_TOKEN_LIFETIME": timedelta(days=365)}
`,
  good: `SIMPLE_JWT = {
    "ACCESS_TOKEN_LIFETIME": timedelta(minutes=15),
    "REFRESH_TOKEN_LIFETIME": timedelta(days=7),
    "ROTATE_REFRESH_TOKENS": True,
    "BLACKLIST_AFTER_ROTATION": True,
}
`,
  refute:
    'Log in and look at the token: exp less iat is its lifetime in seconds; for a token without claims, look for what deletes it in the database. Where another setting holds in the installation, give it with --env or --settings.',
  references: [
    'CWE-613: Insufficient Session Expiration',
    'OWASP ASVS 5.0, 7.3.1 and 9.2.1',
    'RFC 7519 section 4.1.4',
    'Simple JWT: settings, ACCESS_TOKEN_LIFETIME',
    'django-rest-knox: settings, TOKEN_TTL',
  ],
  judge(matrix, facts) {
    const written = facts ? [...bySetting(facts), ...byCalls(matrix, facts), ...withoutEnd(facts)] : [];
    // Source and token say the same: the place in the source is the better word.
    if (written.some(({ severity }) => severity !== 'info')) return written;
    return [
      ...written,
      ...tokenReports(matrix, ['no-expiry', 'long-life'], ({ kind }) => ({
        severity: kind === 'no-expiry' ? 'high' : 'medium',
        confidence: 'certain',
      })),
    ];
  },
};

const DAY = 86_400;

/** Where libraries keep the lifetime of a token that cannot be taken back or that lies in every client. */
interface Lifetime {
  readonly table: string;
  readonly key: string;
  /** Authenticators by which the tokens are in use: their names, and a base of the project's own ones. */
  readonly used: RegExp;
  readonly base: string;
  /** Seconds that are no matter. */
  readonly limit: number;
}

const LIFETIMES: readonly Lifetime[] = [
  {
    table: 'SIMPLE_JWT',
    key: 'ACCESS_TOKEN_LIFETIME',
    used: /^rest_framework_simplejwt\.|JWTCookieAuthentication$/,
    base: 'rest_framework_simplejwt.authentication.JWTAuthentication',
    limit: DAY,
  },
  {
    table: 'SIMPLE_JWT',
    key: 'REFRESH_TOKEN_LIFETIME',
    used: /^rest_framework_simplejwt\.|JWTCookieAuthentication$/,
    base: 'rest_framework_simplejwt.authentication.JWTAuthentication',
    limit: 90 * DAY,
  },
  {
    table: 'JWT_AUTH',
    key: 'JWT_EXPIRATION_DELTA',
    used: /^rest_framework_jwt\./,
    base: 'rest_framework_jwt.authentication.JSONWebTokenAuthentication',
    limit: DAY,
  },
  { table: 'REST_KNOX', key: 'TOKEN_TTL', used: /^knox\./, base: 'knox.auth.TokenAuthentication', limit: 90 * DAY },
  {
    table: 'OAUTH2_PROVIDER',
    key: 'ACCESS_TOKEN_EXPIRE_SECONDS',
    used: /^oauth2_provider\./,
    base: 'oauth2_provider.contrib.rest_framework.authentication.OAuth2Authentication',
    limit: DAY,
  },
];

function bySetting(facts: SourceFacts): readonly Report[] {
  return LIFETIMES.flatMap((lifetime) => {
    const setting = facts.setting(lifetime.table);
    const entry = setting && entryOf(setting.value, lifetime.key);
    if (!setting || !entry || !isUsed(facts, lifetime)) return [];
    const place = entry.place ?? setting.place;
    const name = `${lifetime.table}['${lifetime.key}']`;
    const seconds = secondsOf(entry.value);
    // Only knox takes None, and means it (knox/models.py, AuthTokenManager.create).
    if (seconds === null) {
      const never = lifetime.table === 'REST_KNOX' && entry.value.kind === 'constant' && entry.value.value === null;
      return never ? [setReport(name, place, 'None: the tokens never end', { severity: 'medium', confidence: 'firm' })] : [];
    }
    if (seconds <= lifetime.limit || rotates(setting, lifetime.key)) return [];
    const long = lifetime.limit === DAY && seconds > 30 * DAY;
    return [setReport(name, place, `${wordsOf(seconds)}`, { severity: long ? 'high' : 'medium', confidence: 'firm' })];
  });
}

/** A refresh token that is good for one use only may live longer. */
function rotates({ value }: SettingFact, key: string): boolean {
  const isOn = (name: string): boolean => {
    const entry = entryOf(value, name)?.value;
    return entry?.kind === 'constant' && entry.value === true;
  };
  return key === 'REFRESH_TOKEN_LIFETIME' && isOn('ROTATE_REFRESH_TOKENS') && isOn('BLACKLIST_AFTER_ROTATION');
}

function setReport(name: string, place: Place | null, words: string, rating: Rating): Report {
  return sourceReport({
    rating,
    symbol: name,
    place,
    title: 'tokens are valid for long',
    message: `${name} is ${words}: a stolen token works as long.`,
    cause: `${name} is ${words}`,
    caption: 'as long as this',
  });
}

/** Tokens that the project makes itself, and that its authenticators take without an end. */
function byCalls(matrix: Matrix, facts: SourceFacts): readonly Report[] {
  const made = facts.callsOf('jwt.encode').map((call) => ({ call, payload: call.arguments[0] ?? call.keywords.payload }));
  const endless = made.filter(({ payload }) => payload?.kind === 'dict' && allKnown(payload) && !entryOf(payload, 'exp'));
  const taken = wrongTokenHits(matrix, facts, 'no-expiry', 'high');
  const reports: Report[] = [];
  if (taken.length > 0) {
    const rows = taken.map(({ row }) => row);
    const decides = causeOf(rows[0]!, 'no-expiry', facts);
    for (const { call } of endless)
      reports.push(
        callReport(
          call,
          `the payload has no exp, and ${decides?.symbol ?? 'the authenticator'} does not ask for one`,
          { severity: 'high', confidence: endless.length === made.length ? 'firm' : 'tentative' },
          `A token that is made here never ends: ${rowNames(rows)} takes it for ever.`,
        ),
      );
  }
  for (const { call, payload } of made) {
    const life = payload && entryOf(payload, 'exp')?.value;
    const limit = isForRefresh(call, payload) ? 90 * DAY : DAY;
    if (life?.kind !== 'duration' || life.seconds <= limit) continue;
    const words = wordsOf(life.seconds);
    reports.push(
      callReport(
        call,
        `exp lies ${words} ahead`,
        { severity: limit === DAY && life.seconds > 30 * DAY ? 'high' : 'medium', confidence: 'tentative' },
        `A token that is made here is valid for ${words}.`,
      ),
    );
  }
  return reports;
}

/** A token to get new ones with, as a claim of it or the name of the function that makes it says. */
function isForRefresh({ inside }: CallFact, payload: FactValue | undefined): boolean {
  return (payload !== undefined && holdsText(payload, /^refresh/i)) || /refresh[^.]*$/i.test(inside);
}

function callReport(call: CallFact, cause: string, rating: Rating, message: string): Report {
  return sourceReport({ rating, symbol: call.inside, place: call.place, title: 'tokens are valid for long', message, cause });
}

/** All keys are texts that are known. */
function allKnown(value: FactValue): boolean {
  return value.kind === 'dict' && value.entries.every(({ key }) => key.kind === 'constant');
}

/** DRF's own tokens have no end and no rotation: by design, so only for information. */
function withoutEnd(facts: SourceFacts): readonly Report[] {
  const found = facts.authenticators.find(({ name }) => name === 'rest_framework.authentication.TokenAuthentication');
  if (!found) return [];
  return [
    sourceReport({
      rating: { severity: 'info', confidence: 'firm' },
      symbol: found.name,
      place: null,
      title: 'tokens of rest_framework.authtoken never end',
      message: `${found.operations.length} operation${found.operations.length === 1 ? '' : 's'} take tokens of rest_framework.authtoken: one a user, without an end, kept as they are.`,
      cause: 'the table has no time of expiry (rest_framework/authtoken/models.py)',
    }),
  ];
}

function isUsed(facts: SourceFacts, { used, base }: Lifetime): boolean {
  const own = new Set(facts.classesOf(base).map(({ name }) => name));
  return facts.authenticators.some(({ name }) => used.test(name) || own.has(name));
}

function secondsOf(value: FactValue): number | null {
  if (value.kind === 'duration') return value.seconds;
  return value.kind === 'constant' && typeof value.value === 'number' ? value.value : null;
}

function wordsOf(seconds: number): string {
  const days = Math.round(seconds / DAY);
  return days >= 2 ? `${days} days` : `${Math.round(seconds / 3600)} hours`;
}
