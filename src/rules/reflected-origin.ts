/** Rule: pages of any origin may read what the user's cookies get. */
import type { SourceFacts } from '../model/facts.ts';
import type { Report, Rule } from '../model/finding.ts';
import type { AnswerRemark, Matrix } from '../model/matrix.ts';
import { holdsText } from './shared/fact-values.ts';

export const rule: Rule = {
  id: 'reflected-origin',
  title: 'pages of any origin may ask with the cookies of the user',
  family: 'hardening',
  severity: 'medium',
  cwe: 'CWE-942',
  owasp: ['API8:2023'],
  why: 'The answer names whatever origin has asked in Access-Control-Allow-Origin and allows credentials besides. Any page that a user looks at can then call the API as this user, with the session cookie that the browser adds by itself, and read the answers. A token in Authorization is safe from it, since the page does not have it; a cookie is not.',
  bad: `CORS_ALLOW_ALL_ORIGINS = True
CORS_ALLOW_CREDENTIALS = True
`,
  good: `CORS_ALLOWED_ORIGINS = ["https://shop.example.com"]
CORS_ALLOW_CREDENTIALS = True
`,
  refute:
    'Ask with a token and the header "Origin: https://canary.invalid": the answer must not name that origin together with Access-Control-Allow-Credentials: true. Where nobody logs in by cookie, client certificate or Basic, list the finding with that reason.',
  references: [
    'CWE-942: Permissive Cross-domain Security Policy with Untrusted Domains',
    'Fetch standard, CORS protocol and credentials',
    'OWASP API8:2023 Security Misconfiguration',
    'django-cors-headers: CORS_ALLOW_ALL_ORIGINS, CORS_ALLOW_CREDENTIALS',
  ],
  judge(matrix, facts) {
    const seen = (matrix.answers ?? []).find(({ kind }) => kind === 'reflected-origin') ?? null;
    const written = facts === null ? null : settingOf(facts);
    return seen === null && written === null ? [] : [report(matrix, facts, seen, written)];
  },
};

function report(matrix: Matrix, facts: SourceFacts | null, seen: AnswerRemark | null, written: ReturnType<typeof settingOf>): Report {
  const text =
    written === null ? 'any origin is reflected, with credentials allowed' : `${written.name} is on, and so is CORS_ALLOW_CREDENTIALS`;
  return {
    severity: seen?.cookie || mayLogInByCookie(matrix, facts) ? 'medium' : 'low',
    confidence: seen === null ? 'firm' : 'certain',
    symbol: 'CORS',
    place: written?.place ?? null,
    title: rule.title,
    message:
      seen === null
        ? 'the settings let a page of any origin call the API with the cookies of the user and read the answers.'
        : `${seen.operations[0] ?? 'the API'}: names an origin that it cannot know (https://canary.invalid) and allows it credentials.`,
    cause: text,
    caption: 'any origin',
    operations: seen?.operations ?? [],
    verdicts: {},
    reasons: [
      { text, ...(written?.place ? { place: written.place } : {}) },
      ...(seen === null ? [] : [{ text: `answered ${seen.status} to a page of a foreign origin`, exchange: seen.exchange }]),
    ],
    proof: seen === null ? [] : [seen.exchange],
  };
}

/** The older name is still read (corsheaders/conf.py). */
const ANY_ORIGIN = ['CORS_ALLOW_ALL_ORIGINS', 'CORS_ORIGIN_ALLOW_ALL'];

/** The setting by which django-cors-headers reflects every origin (corsheaders/middleware.py), or null. */
function settingOf(facts: SourceFacts) {
  const isOn = (name: string): boolean => {
    const value = facts.setting(name)?.value;
    return value?.kind === 'constant' && value.value === true;
  };
  const middleware = facts.setting('MIDDLEWARE')?.value;
  if (!middleware || !holdsText(middleware, /^corsheaders\.middleware\.CorsMiddleware$/) || !isOn('CORS_ALLOW_CREDENTIALS')) return null;
  const name = ANY_ORIGIN.find(isOn);
  return name === undefined ? null : facts.setting(name);
}

/** What a browser sends by itself. Without source nobody knows. */
function mayLogInByCookie({ rows }: Matrix, facts: SourceFacts | null): boolean {
  if (facts === null) return true;
  const names = rows.flatMap(({ source }) => (source === null ? [] : (source.authenticators ?? ['session'])));
  return names.length === 0 || names.some((name) => /session|cookie|basic|remoteuser/i.test(name.split('.').at(-1)!));
}
