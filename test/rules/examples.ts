/** The bad and the good example of every rule as small matrices: what the witnesses say, and what must be reported. */
import type { CallFact } from '../../src/model/facts.ts';
import type { Severity } from '../../src/model/finding.ts';
import type { LoginFault, LoginRemark } from '../../src/model/login-life.ts';
import type { AnswerRemark, DocumentRemark, TokenRemark } from '../../src/model/matrix.ts';
import type { Verdict } from '../../src/model/verdict.ts';
import { GUARDED, OPEN, PROMISED, PUBLIC, type SmallOperation } from './small-matrix.ts';

export interface Example {
  readonly rule: string;
  readonly name: string;
  readonly operations: readonly SmallOperation[];
  readonly derivedFrom?: string;
  /** What the document witness says of the document itself. */
  readonly remarks?: readonly DocumentRemark[];
  /** What the tokens of the run show of themselves. */
  readonly tokens?: readonly TokenRemark[];
  /** What the server gives away. */
  readonly answers?: readonly AnswerRemark[];
  /** What the server showed of the life of a login. */
  readonly logins?: readonly LoginRemark[];
  /** Calls that the source has. */
  readonly calls?: readonly (Pick<CallFact, 'name' | 'inside'> & Partial<Pick<CallFact, 'keywords'>>)[];
  /** One entry a finding of the rule. */
  readonly expected: readonly { readonly operations: readonly string[]; readonly severity: Severity; readonly confidence?: string }[];
  /** Findings of other rules, by rule id; by default none. */
  readonly others?: readonly string[];
}

const ALLOW_ANY = { kind: 'no-permission', implicit: false, symbol: 'app.views.Open', origin: 'class' } as const;
const DEFAULT = {
  kind: 'no-permission',
  implicit: true,
  symbol: 'REST_FRAMEWORK',
  origin: 'settings',
  place: { file: 'config/settings.py', line: 51 },
} as const;
const HOOK = { kind: 'no-permission', implicit: false, symbol: 'app.views.A.get_permissions', origin: 'method' } as const;

const DOCUMENTED: readonly SmallOperation[] = [{ operation: 'GET /a/', predicted: GUARDED, promised: PROMISED }];
const remark = (kind: DocumentRemark['kind'], subject: string): DocumentRemark => ({
  kind,
  subject,
  place: { file: 'openapi.yaml', line: 3, pointer: '/x' },
  operations: 1,
});

const LOGIN = 'POST /api/token/';
const lived = (kind: LoginFault, more: Partial<LoginRemark> = {}): LoginRemark => ({
  kind,
  subject: LOGIN,
  operation: LOGIN,
  text: 'it was not as it should be',
  reasons: [{ text: 'asked', exchange: 'x9' }],
  ...more,
});

/** Each rule about the life of a login: what the server showed of it, and nothing where it showed other faults only. */
const ON_A_LOGIN = (
  [
    ['token-not-rotated', [lived('same-token')], ['medium']],
    ['refresh-token-reuse', [lived('refresh-reused', { operation: null })], ['medium']],
    [
      'token-after-logout',
      [
        lived('token-after-logout'),
        lived('token-after-logout', { lifetime: 900, operation: 'POST /api/leave/' }),
        lived('token-after-logout', { lifetime: 901, operation: 'POST /api/depart/' }),
        lived('refresh-after-logout'),
        lived('respelled-after-logout'),
      ],
      ['high', 'medium', 'high', 'high', 'high'],
    ],
    ['user-enumeration', [lived('user-told')], ['medium']],
    ['weak-password', [lived('weak-password')], ['medium']],
    [
      'token-after-password-change',
      [
        lived('token-after-password-change'),
        lived('token-after-password-change', { lifetime: 900, operation: 'POST /api/secret/' }),
        lived('refresh-after-password-change'),
      ],
      ['high', 'medium', 'high'],
    ],
    ['session-fixation', [lived('made-up-session'), lived('kept-session')], ['high', 'high']],
    [
      'cookie-without-csrf',
      [lived('cookie-write'), lived('cookie-write', { sameSite: 'none' }), lived('cookie-write', { sameSite: 'lax' })],
      ['medium', 'medium', 'medium'],
    ],
  ] as const satisfies readonly (readonly [string, readonly LoginRemark[], readonly Severity[]])[]
).flatMap(([rule, logins, severities], at, all): Example[] => {
  const [other, [fault]] = all[(at + 1) % all.length]!;
  const operations = [{ operation: LOGIN, promised: PUBLIC }];
  const known = (operation: string | null): readonly string[] => (operation === LOGIN ? [LOGIN] : []);
  return [
    {
      rule,
      name: 'seen at the server',
      operations,
      logins,
      expected: logins.map(({ operation }, index) => ({
        operations: known(operation),
        severity: severities[index]!,
        confidence: 'certain',
      })),
    },
    { rule, name: 'good: another fault', operations, logins: [fault!], expected: [], others: [other] },
  ];
});

/** Each rule about the document itself: one finding a remark of its kind, none without. */
const ON_THE_DOCUMENT = (
  [
    ['document-without-security', 'silent', 'low'],
    ['plain-http-server', 'plain-http', 'medium'],
    ['basic-authentication', 'basic', 'low'],
    ['key-in-query', 'key-in-query', 'low'],
  ] as const
).flatMap(([rule, kind, severity]): Example[] => [
  {
    rule,
    name: 'said by the document, twice',
    operations: DOCUMENTED,
    remarks: [remark(kind, 'one'), remark(kind, 'two')],
    expected: [
      { operations: [], severity, confidence: 'certain' },
      { operations: [], severity, confidence: 'certain' },
    ],
  },
  { rule, name: 'good: not said', operations: DOCUMENTED, expected: [] },
]);

const refusal = (status: number): Verdict => ({ verdict: 'rejects', status, reasons: [{ text: `answered ${status}`, exchange: 'x1' }] });
const LISTS_401 = { ...PROMISED, 'no-token': refusal(401) };

/** Open to whoever writes a name into a header. */
const NAMED: Verdict = {
  verdict: 'admits',
  conditions: ['header:X-Forwarded-User is sent', 'a User matches'],
  reasons: [{ text: 'reads header X-Forwarded-User' }],
};

const REFUSED: Verdict = { verdict: 'rejects', reasons: [{ text: 'answered 401' }] };

export const EXAMPLES: readonly Example[] = [
  {
    rule: 'open-operation',
    name: 'an empty list, source alone',
    operations: [{ operation: 'GET /referrals/', predicted: OPEN, causes: { 'no-token': { implicit: true, origin: 'class' } } }],
    expected: [{ operations: ['GET /referrals/'], severity: 'high', confidence: 'firm' }],
  },
  {
    rule: 'open-operation',
    name: 'a write weighs more than a read',
    operations: [{ operation: 'POST /referrals/', predicted: OPEN, causes: { 'no-token': { implicit: true, origin: 'class' } } }],
    expected: [{ operations: ['POST /referrals/'], severity: 'critical', confidence: 'firm' }],
  },
  {
    rule: 'open-operation',
    name: 'one base class, three views: one finding',
    operations: ['a', 'b', 'c'].map((name) => ({
      operation: `GET /${name}/`,
      predicted: OPEN,
      causes: { 'no-token': { implicit: true, symbol: 'boards.BoardView', origin: 'inherited' as const } },
    })),
    expected: [{ operations: ['GET /a/', 'GET /b/', 'GET /c/'], severity: 'high' }],
  },
  {
    rule: 'open-operation',
    name: 'all three witnesses agree: certain',
    operations: [
      {
        operation: 'GET /rosters/',
        predicted: OPEN,
        promised: PROMISED,
        observed: OPEN,
        causes: { 'no-token': { implicit: true, symbol: 'boards.BoardView', origin: 'inherited' } },
      },
    ],
    expected: [{ operations: ['GET /rosters/'], severity: 'critical', confidence: 'certain' }],
  },
  {
    rule: 'open-operation',
    name: 'AllowAny on what the document protects, while the token is logged',
    operations: [
      {
        operation: 'GET /contacts/',
        predicted: { ...OPEN, 'garbage-token': 'admits' },
        promised: PROMISED,
        causes: { 'no-token': { ...ALLOW_ANY, handlerReads: ['header:Authorization'] } },
      },
    ],
    expected: [{ operations: ['GET /contacts/'], severity: 'high', confidence: 'firm' }],
  },
  {
    rule: 'open-operation',
    name: 'the server turns the request away: a latent hole',
    operations: [
      { operation: 'GET /a/', predicted: OPEN, promised: PROMISED, observed: GUARDED, causes: { 'no-token': { implicit: true } } },
    ],
    expected: [{ operations: ['GET /a/'], severity: 'medium', confidence: 'firm' }],
  },
  {
    rule: 'open-operation',
    name: 'explicit AllowAny on reads is one list for review',
    operations: ['a', 'b', 'c'].map((name) => ({
      operation: `GET /${name}/`,
      predicted: OPEN,
      causes: { 'no-token': { ...ALLOW_ANY, symbol: `app.views.${name}` } },
    })),
    expected: [{ operations: ['GET /a/', 'GET /b/', 'GET /c/'], severity: 'info' }],
  },
  {
    rule: 'open-operation',
    name: 'good: a guarded operation',
    operations: [{ operation: 'GET /referrals/', predicted: GUARDED, promised: PROMISED, observed: GUARDED }],
    expected: [],
  },
  {
    rule: 'open-operation',
    name: 'good: login and health are open on purpose',
    operations: [
      { operation: 'POST /api/token/', predicted: OPEN, causes: { 'no-token': ALLOW_ANY } },
      { operation: 'GET /health/', kind: 'django-function', predicted: OPEN, causes: { 'no-token': { kind: 'no-gate' } } },
    ],
    expected: [],
  },
  {
    rule: 'open-operation',
    name: 'good: a document by hand and the source agree that it is public',
    operations: [
      {
        operation: 'GET /opening-hours/',
        predicted: OPEN,
        promised: PUBLIC,
        causes: { 'no-token': { implicit: true, origin: 'inherited' } },
      },
    ],
    expected: [],
  },
  {
    rule: 'predictable-token',
    name: 'random in what makes tokens, and in what makes none',
    operations: [{ operation: 'GET /a/', predicted: GUARDED }],
    calls: [
      { name: 'random.choice', inside: 'shop.codes.reset_token' },
      { name: 'random.choice', inside: 'shop.tokens.colour' },
    ],
    expected: [{ operations: [], severity: 'high', confidence: 'tentative' }],
  },
  {
    rule: 'predictable-token',
    name: 'good: secrets',
    operations: [{ operation: 'GET /a/', predicted: GUARDED }],
    calls: [{ name: 'secrets.choice', inside: 'shop.codes.reset_token' }],
    expected: [],
  },
  {
    rule: 'reset-link',
    name: 'one place that two addresses lead to, and a token that works twice',
    operations: [
      ...['/reset/', '/v1/reset/'].map((path) => ({
        operation: `POST ${path}`,
        predicted: OPEN,
        causes: { 'no-token': ALLOW_ANY },
        entrance: { asksFor: null },
        resets: [{ place: { file: 'app/views.py', line: 20 } }],
      })),
      {
        operation: 'POST /again/',
        predicted: OPEN,
        causes: { 'no-token': ALLOW_ANY },
        entrance: { asksFor: null },
        resets: [{ kind: 'reusable' as const }],
      },
    ],
    expected: [
      { operations: ['POST /again/'], severity: 'medium', confidence: 'firm' },
      { operations: ['POST /reset/', 'POST /v1/reset/'], severity: 'critical', confidence: 'firm' },
    ],
  },
  {
    rule: 'reset-link',
    name: 'good: a reset of which nothing is known',
    operations: [{ operation: 'POST /reset/', predicted: OPEN, causes: { 'no-token': ALLOW_ANY }, entrance: { asksFor: null } }],
    expected: [],
  },
  {
    rule: 'token-lifetime',
    name: 'a token of the run that never ends, and one that lives long',
    operations: [{ operation: 'GET /a/', predicted: GUARDED }],
    tokens: [
      { kind: 'no-expiry', text: 'the token has no exp claim', scheme: null },
      { kind: 'long-life', text: 'the token is valid for 900 hours', scheme: 'bearerAuth' },
    ],
    expected: [
      { operations: [], severity: 'high', confidence: 'certain' },
      { operations: [], severity: 'medium', confidence: 'certain' },
    ],
  },
  {
    rule: 'token-lifetime',
    name: 'good: nothing is wrong with the token',
    operations: [{ operation: 'GET /a/', predicted: GUARDED }],
    tokens: [],
    expected: [],
  },
  {
    rule: 'known-signing-key',
    name: 'the signature of a token of the run was made with a common word',
    operations: [{ operation: 'GET /a/', predicted: GUARDED }],
    tokens: [{ kind: 'known-secret', text: 'the token is signed with a common word', scheme: null }],
    expected: [{ operations: [], severity: 'critical', confidence: 'certain' }],
  },
  {
    rule: 'missing-throttle',
    name: 'nothing counts; a throttle that the caller can slip counts little',
    operations: [
      { operation: 'POST /door/', predicted: OPEN, causes: { 'no-token': ALLOW_ANY }, entrance: {} },
      {
        operation: 'POST /gate/',
        predicted: OPEN,
        causes: { 'no-token': ALLOW_ANY },
        entrance: { guessing: { counters: [{ name: 'Login', rate: '5/min', key: 'forwarded address' }], unknown: null } },
      },
      {
        operation: 'POST /hatch/',
        predicted: OPEN,
        causes: { 'no-token': ALLOW_ANY },
        authenticators: ['app.ByToken'],
        entrance: { guessing: { counters: [{ name: 'Anon', rate: '5/min', key: 'address of the anonymous' }], unknown: null } },
      },
      {
        operation: 'POST /lock/',
        predicted: OPEN,
        causes: { 'no-token': ALLOW_ANY },
        entrance: { asksFor: 'one-time code', guessing: { counters: [{ name: 'Burst', rate: '60/min', key: 'own' }], unknown: null } },
      },
    ],
    expected: [
      { operations: ['POST /gate/'], severity: 'medium', confidence: 'firm' },
      { operations: ['POST /door/'], severity: 'high', confidence: 'firm' },
      { operations: ['POST /hatch/'], severity: 'medium', confidence: 'firm' },
      { operations: ['POST /lock/'], severity: 'medium', confidence: 'firm' },
    ],
  },
  {
    rule: 'missing-throttle',
    name: 'good: counted by an address or a name, perhaps counted, or nothing that can be guessed',
    operations: [
      ['own', '5/min'],
      ['address', '100/hour'],
      ['address', '1000/day'],
      ['own', null],
    ]
      .map(
        ([key, rate], index): SmallOperation => ({
          operation: `POST /door/${index}/`,
          predicted: OPEN,
          causes: { 'no-token': ALLOW_ANY },
          entrance: { guessing: { counters: [{ name: 'Login', rate: rate ?? null, key: key! }], unknown: null } },
        }),
      )
      .concat([
        {
          operation: 'POST /door/perhaps/',
          predicted: OPEN,
          causes: { 'no-token': ALLOW_ANY },
          entrance: { guessing: { counters: [], unknown: 'a way ends in 429' } },
        },
        { operation: 'POST /door/mail/', predicted: OPEN, causes: { 'no-token': ALLOW_ANY }, entrance: { asksFor: 'mailed token' } },
        { operation: 'GET /door/form/', predicted: OPEN, causes: { 'no-token': ALLOW_ANY }, entrance: { asksFor: null } },
      ]),
    expected: [],
  },
  {
    rule: 'no-default-permission',
    name: 'two views without a permission: one finding at the settings',
    operations: [
      { operation: 'GET /visits/', predicted: OPEN, causes: { 'no-token': DEFAULT } },
      { operation: 'POST /visits/', predicted: OPEN, causes: { 'no-token': DEFAULT } },
    ],
    expected: [{ operations: ['POST /visits/', 'GET /visits/'], severity: 'critical', confidence: 'firm' }],
  },
  {
    rule: 'no-default-permission',
    name: 'a generated document repeats the source and excuses nothing',
    operations: [{ operation: 'POST /visits/', predicted: OPEN, promised: PUBLIC, causes: { 'no-token': DEFAULT } }],
    derivedFrom: 'drf-spectacular',
    expected: [{ operations: ['POST /visits/'], severity: 'critical', confidence: 'firm' }],
  },
  {
    rule: 'no-default-permission',
    name: 'a login that relies on the default is worth a word, not an alarm',
    operations: [{ operation: 'POST /api/login/', predicted: OPEN, causes: { 'no-token': DEFAULT } }],
    expected: [{ operations: ['POST /api/login/'], severity: 'medium' }],
  },
  {
    rule: 'no-default-permission',
    name: 'good: guarded',
    operations: [{ operation: 'GET /visits/', predicted: GUARDED }],
    expected: [],
  },
  {
    rule: 'method-hole',
    name: 'POST asks, GET does not',
    operations: [
      {
        operation: 'GET /invoices/',
        view: 'billing.Invoices',
        predicted: OPEN,
        promised: PROMISED,
        observed: OPEN,
        causes: { 'no-token': { kind: 'permission', implicit: true, symbol: 'billing.InvoicePermission' } },
      },
      { operation: 'POST /invoices/', view: 'billing.Invoices', predicted: GUARDED, promised: PROMISED },
    ],
    expected: [{ operations: ['GET /invoices/'], severity: 'critical', confidence: 'certain' }],
  },
  {
    rule: 'method-hole',
    name: 'get_permissions forgets an action; the one that it opens on purpose is not told',
    operations: [
      { operation: 'GET /appointments/', view: 'app.A', predicted: GUARDED, promised: PROMISED },
      { operation: 'GET /appointments/free/', view: 'app.A', predicted: OPEN, promised: PUBLIC, causes: { 'no-token': HOOK } },
      { operation: 'GET /appointments/sheet/', view: 'app.A', predicted: OPEN, promised: PROMISED, causes: { 'no-token': HOOK } },
    ],
    expected: [{ operations: ['GET /appointments/sheet/'], severity: 'high' }],
  },
  {
    rule: 'method-hole',
    name: 'HEAD runs the handler of a guarded GET',
    operations: [{ operation: 'GET /a/', predicted: { ...GUARDED, 'head-method': 'admits' }, promised: PROMISED }],
    expected: [{ operations: ['GET /a/'], severity: 'high' }],
  },
  {
    rule: 'method-hole',
    name: 'a header that names the method leads around the gate',
    operations: [{ operation: 'DELETE /a/', predicted: { ...GUARDED, 'method-override': 'admits' }, promised: PROMISED }],
    expected: [{ operations: ['DELETE /a/'], severity: 'high' }],
  },
  {
    rule: 'method-hole',
    name: 'good: what is open anyhow is not open by a header',
    operations: [
      { operation: 'GET /a/', view: 'app.A', predicted: { ...OPEN, 'method-override': 'admits' }, causes: { 'no-token': HOOK } },
    ],
    expected: [],
    others: ['open-operation'],
  },
  {
    rule: 'method-hole',
    name: 'good: get_permissions opens all reads (a list for review)',
    operations: [
      { operation: 'GET /a/', view: 'app.A', predicted: OPEN, causes: { 'no-token': HOOK } },
      { operation: 'POST /a/', view: 'app.A', predicted: GUARDED },
    ],
    expected: [],
    others: ['open-operation'],
  },
  {
    rule: 'token-not-validated',
    name: 'any word logs in',
    operations: [
      {
        operation: 'GET /results/',
        predicted: { ...GUARDED, 'garbage-token': 'admits', 'tampered-token': 'admits', 'null-token': 'admits' },
        promised: PROMISED,
        causes: { 'garbage-token': { kind: 'authenticator', symbol: 'lab.ResultAuthentication' } },
      },
    ],
    expected: [{ operations: ['GET /results/'], severity: 'critical', confidence: 'firm' }],
  },
  {
    rule: 'token-not-validated',
    name: 'any key logs in, seen by source and server',
    operations: [
      {
        operation: 'GET /readings/',
        predicted: { ...GUARDED, 'garbage-api-key': 'admits' },
        observed: { ...GUARDED, 'garbage-api-key': 'admits' },
        causes: { 'garbage-api-key': { kind: 'authenticator', symbol: 'devices.KeyAuthentication' } },
      },
    ],
    expected: [{ operations: ['GET /readings/'], severity: 'critical', confidence: 'certain' }],
  },
  {
    rule: 'token-not-validated',
    name: 'two entrances with two causes are two findings',
    operations: [
      {
        operation: 'GET /a/',
        predicted: { ...GUARDED, 'garbage-api-key': 'admits', 'garbage-in-query': 'admits' },
        causes: {
          'garbage-api-key': { kind: 'authenticator', symbol: 'app.Key', place: { file: 'app/auth.py', line: 5 } },
          'garbage-in-query': { kind: 'authenticator', symbol: 'app.Query', place: { file: 'app/auth.py', line: 25 } },
        },
      },
    ],
    expected: [
      { operations: ['GET /a/'], severity: 'critical' },
      { operations: ['GET /a/'], severity: 'critical' },
    ],
  },
  {
    rule: 'token-not-validated',
    name: 'any token unlocks more of a public read',
    operations: [
      {
        operation: 'GET /doctors/',
        predicted: { ...PUBLIC, 'garbage-token': { verdict: 'admits', richer: true, reasons: [{ text: 'more fields' }] } },
        promised: PUBLIC,
        causes: { 'no-token': ALLOW_ANY },
      },
    ],
    expected: [{ operations: ['GET /doctors/'], severity: 'critical' }],
  },
  {
    rule: 'token-not-validated',
    name: 'good: garbage is turned away, or is beside the point where everything is open',
    operations: [
      { operation: 'GET /orders/', predicted: GUARDED },
      { operation: 'GET /departments/', predicted: PUBLIC, promised: PUBLIC, causes: { 'no-token': ALLOW_ANY } },
    ],
    expected: [],
  },
  {
    rule: 'unverified-jwt',
    name: 'a changed signature gets in, garbage does not',
    operations: [
      {
        operation: 'GET /claims/',
        predicted: { ...GUARDED, 'tampered-token': 'admits' },
        promised: PROMISED,
        causes: { 'tampered-token': { kind: 'authenticator', symbol: 'partners.ClaimAuthentication' } },
      },
    ],
    expected: [{ operations: ['GET /claims/'], severity: 'critical', confidence: 'firm' }],
  },
  { rule: 'unverified-jwt', name: 'good: verified', operations: [{ operation: 'GET /policies/', predicted: GUARDED }], expected: [] },
  {
    rule: 'token-in-query',
    name: 'the valid token in the address',
    operations: [
      {
        operation: 'GET /documents/',
        predicted: { ...GUARDED, 'token-in-query': 'admits', 'garbage-in-query': 'rejects' },
        causes: { 'token-in-query': { kind: 'authenticator', symbol: 'app.DocumentAuthentication', reads: ['query:token'] } },
      },
    ],
    expected: [{ operations: ['GET /documents/'], severity: 'medium' }],
  },
  {
    rule: 'token-in-query',
    name: 'good: the header only',
    operations: [{ operation: 'GET /images/', predicted: { ...GUARDED, 'token-in-query': 'rejects' } }],
    expected: [],
  },
  {
    rule: 'broken-promise',
    name: 'a health check that the document protects',
    operations: [
      {
        operation: 'GET /api/health/',
        kind: 'django-class',
        predicted: PUBLIC,
        promised: PROMISED,
        observed: PUBLIC,
        causes: { 'no-token': { kind: 'no-gate', symbol: 'clinic.health.HealthView' } },
      },
    ],
    expected: [{ operations: ['GET /api/health/'], severity: 'critical', confidence: 'certain' }],
  },
  {
    rule: 'broken-promise',
    name: 'document and server, no source',
    operations: [{ operation: 'GET /a/', promised: PROMISED, observed: OPEN }],
    expected: [{ operations: ['GET /a/'], severity: 'critical', confidence: 'firm' }],
  },
  {
    rule: 'broken-promise',
    name: 'the source rejects, the server admits: a contradiction is a finding',
    operations: [{ operation: 'GET /a/', predicted: GUARDED, promised: PROMISED, observed: OPEN }],
    expected: [{ operations: ['GET /a/'], severity: 'critical', confidence: 'firm' }],
  },
  {
    rule: 'broken-promise',
    name: 'a contradiction is no hole of one method, though the others are guarded',
    operations: [
      { operation: 'GET /a/', view: 'app.A', predicted: GUARDED, promised: PROMISED, observed: OPEN },
      { operation: 'POST /a/', view: 'app.A', predicted: GUARDED, promised: PROMISED },
    ],
    expected: [{ operations: ['GET /a/'], severity: 'critical', confidence: 'firm' }],
  },
  {
    rule: 'broken-promise',
    name: 'good: kept',
    operations: [{ operation: 'GET /a/', predicted: GUARDED, promised: PROMISED, observed: GUARDED }],
    expected: [],
  },
  ...ON_THE_DOCUMENT,
  ...ON_A_LOGIN,
  {
    rule: 'missing-throttle',
    name: 'seen at the server, without source',
    operations: [{ operation: LOGIN, promised: PUBLIC }],
    logins: [lived('no-throttle')],
    expected: [{ operations: [LOGIN], severity: 'high', confidence: 'firm' }],
  },
  {
    rule: 'missing-throttle',
    name: 'counts by a header, seen at a server on this machine',
    operations: [{ operation: LOGIN, promised: PUBLIC }],
    logins: [lived('throttle-by-header', { near: true })],
    expected: [{ operations: [LOGIN], severity: 'medium', confidence: 'firm' }],
  },
  {
    rule: 'missing-throttle',
    name: 'counts by a header, which a proxy may have overwritten',
    operations: [{ operation: LOGIN, promised: PUBLIC }],
    logins: [lived('throttle-by-header', { near: false })],
    expected: [{ operations: [LOGIN], severity: 'medium', confidence: 'tentative' }],
  },
  {
    rule: 'user-enumeration',
    name: 'at a registration',
    operations: [{ operation: LOGIN, promised: PUBLIC }],
    logins: [lived('user-told-at-registration')],
    expected: [{ operations: [LOGIN], severity: 'low', confidence: 'certain' }],
  },
  {
    rule: 'user-enumeration',
    name: 'by the time that it takes',
    operations: [{ operation: LOGIN, promised: PUBLIC }],
    logins: [lived('user-told-by-time')],
    expected: [{ operations: [LOGIN], severity: 'medium', confidence: 'firm' }],
  },
  {
    rule: 'missing-throttle',
    name: 'one request carries many',
    operations: [{ operation: LOGIN, promised: PUBLIC }],
    logins: [lived('batched-attempts')],
    expected: [{ operations: [LOGIN], severity: 'high', confidence: 'firm' }],
  },
  ...(['throttle-of-anonymous', 'throttle-by-spelling'] as const).map(
    (kind): Example => ({
      rule: 'missing-throttle',
      name: `gets past the limit: ${kind}`,
      operations: [{ operation: LOGIN, promised: PUBLIC }],
      logins: [lived(kind)],
      expected: [{ operations: [LOGIN], severity: 'medium', confidence: 'firm' }],
    }),
  ),
  {
    rule: 'missing-throttle',
    name: 'source and server say the same',
    operations: [{ operation: LOGIN, predicted: OPEN, entrance: {} }],
    logins: [lived('no-throttle')],
    expected: [{ operations: [LOGIN], severity: 'high', confidence: 'firm' }],
  },
  {
    rule: 'missing-throttle',
    name: 'good: the source has a throttle that eight attempts do not meet',
    operations: [
      {
        operation: LOGIN,
        predicted: OPEN,
        entrance: { guessing: { counters: [{ name: 'LoginThrottle', rate: '10/min', key: 'address' }], unknown: null } },
      },
    ],
    logins: [lived('no-throttle')],
    expected: [],
  },
  {
    rule: 'shared-cache',
    name: 'the answer to somebody else',
    operations: [
      {
        operation: 'GET /monthly/',
        predicted: GUARDED,
        promised: PROMISED,
        observed: { ...GUARDED, 'no-token': { verdict: 'admits', status: 200, stage: 'middleware', reasons: [] } },
      },
    ],
    expected: [{ operations: ['GET /monthly/'], severity: 'high', confidence: 'firm' }],
  },
  {
    rule: 'shared-cache',
    name: 'an answer of the handler comes from no cache',
    operations: [
      {
        operation: 'GET /weekly/',
        promised: PROMISED,
        observed: { ...OPEN, 'no-token': { verdict: 'admits', status: 200, stage: 'handler', reasons: [] } },
      },
    ],
    expected: [],
    others: ['broken-promise'],
  },
  {
    rule: 'open-operation',
    name: 'a handler that says nothing but that there is nothing here',
    operations: [
      { operation: 'GET /archive/', predicted: { ...OPEN, 'no-token': { verdict: 'admits', status: 404, stage: 'handler', reasons: [] } } },
    ],
    expected: [],
  },
  {
    rule: 'open-operation',
    name: 'a plain view that refuses in its own words, as the server shows',
    operations: [
      {
        operation: 'GET /overview/',
        kind: 'django-function',
        predicted: { ...OPEN, 'no-token': { verdict: 'admits', status: 200, stage: 'handler', reasons: [] } },
        observed: GUARDED,
        causes: { 'no-token': { kind: 'no-gate', implicit: true } },
      },
    ],
    expected: [],
  },
  {
    rule: 'expired-token',
    name: 'exp is not looked at',
    operations: [
      {
        operation: 'GET /shifts/',
        predicted: { ...GUARDED, 'expired-token': 'admits' },
        causes: { 'expired-token': { kind: 'authenticator', symbol: 'app.Decoded', implicit: true } },
      },
    ],
    expected: [{ operations: ['GET /shifts/'], severity: 'high', confidence: 'firm' }],
  },
  {
    rule: 'expired-token',
    name: 'good: exp is looked at',
    operations: [{ operation: 'GET /shifts/', predicted: { ...GUARDED, 'expired-token': 'rejects' } }],
    expected: [],
  },
  {
    rule: 'unsigned-token',
    name: 'none is believed',
    operations: [
      {
        operation: 'GET /shifts/',
        predicted: { ...GUARDED, 'unsigned-token': 'admits' },
        causes: { 'unsigned-token': { kind: 'authenticator', symbol: 'app.ByHand', implicit: true } },
      },
    ],
    expected: [{ operations: ['GET /shifts/'], severity: 'critical', confidence: 'firm' }],
  },
  {
    rule: 'unsigned-token',
    name: 'the token of the run has no signature, and the server takes it',
    operations: [{ operation: 'GET /shifts/', predicted: GUARDED, observed: GUARDED }],
    tokens: [{ kind: 'unsigned', text: 'the token carries no signature', scheme: null }],
    expected: [{ operations: [], severity: 'critical', confidence: 'certain' }],
  },
  {
    rule: 'unsigned-token',
    name: 'the token of the run has no signature, and no server was asked',
    operations: [{ operation: 'GET /shifts/', predicted: GUARDED }],
    tokens: [{ kind: 'unsigned', text: 'the token carries no signature', scheme: null }],
    expected: [{ operations: [], severity: 'critical', confidence: 'tentative' }],
  },
  {
    rule: 'unsigned-token',
    name: 'good: one algorithm is allowed',
    operations: [{ operation: 'GET /shifts/', predicted: { ...GUARDED, 'unsigned-token': 'rejects' } }],
    expected: [],
  },
  {
    rule: 'public-key-as-secret',
    name: 'both families with one key',
    operations: [
      {
        operation: 'GET /shifts/',
        predicted: { ...GUARDED, 'other-algorithm': 'admits' },
        causes: { 'other-algorithm': { kind: 'authenticator', symbol: 'app.Families', implicit: true } },
      },
    ],
    expected: [{ operations: ['GET /shifts/'], severity: 'critical', confidence: 'firm' }],
  },
  {
    rule: 'public-key-as-secret',
    name: 'good: one family',
    operations: [{ operation: 'GET /shifts/', predicted: { ...GUARDED, 'other-algorithm': 'rejects' } }],
    expected: [],
  },
  {
    rule: 'alternate-path',
    name: 'a spelling that the guard does not know, and pages that it leaves alone',
    operations: [
      { operation: 'GET /shifts/', promised: PROMISED, observed: { ...GUARDED, 'path-variant': 'admits' } },
      { operation: 'GET /wards/', promised: PROMISED, observed: { ...GUARDED, 'other-representation': 'admits' } },
    ],
    expected: [
      { operations: ['GET /shifts/'], severity: 'high', confidence: 'firm' },
      { operations: ['GET /wards/'], severity: 'high', confidence: 'firm' },
    ],
  },
  {
    rule: 'reflected-origin',
    name: 'by a server of which nothing else is known, and by one that has tokens only',
    operations: [{ operation: 'GET /shifts/', promised: PROMISED, observed: GUARDED }],
    answers: [{ kind: 'reflected-origin', exchange: 'x7', status: 200, local: false, operations: ['GET /shifts/'] }],
    expected: [{ operations: ['GET /shifts/'], severity: 'medium', confidence: 'certain' }],
  },
  {
    rule: 'reflected-origin',
    name: 'where the source has no log-in by cookie',
    operations: [{ operation: 'GET /shifts/', predicted: GUARDED, observed: GUARDED, authenticators: ['lib.JWTAuthentication'] }],
    answers: [{ kind: 'reflected-origin', exchange: 'x7', status: 200, local: false, operations: ['GET /shifts/'] }],
    expected: [{ operations: ['GET /shifts/'], severity: 'low', confidence: 'certain' }],
  },
  {
    rule: 'reflected-origin',
    name: 'good: other origins are not named',
    operations: [{ operation: 'GET /shifts/', promised: PROMISED, observed: GUARDED }],
    answers: [],
    expected: [],
  },
  {
    rule: 'refusal-without-challenge',
    name: 'no challenge, and 403 where the document lists 401',
    operations: [
      { operation: 'GET /shifts/', promised: LISTS_401, observed: { ...GUARDED, 'no-token': refusal(403) } },
      { operation: 'GET /wards/', promised: LISTS_401, observed: { ...GUARDED, 'no-token': refusal(401) } },
    ],
    answers: [{ kind: 'no-challenge', exchange: 'x7', status: 401, local: false, operations: ['GET /wards/'] }],
    expected: [
      { operations: ['GET /wards/'], severity: 'info', confidence: 'certain' },
      { operations: ['GET /shifts/'], severity: 'info', confidence: 'certain' },
    ],
  },
  {
    rule: 'refusal-without-challenge',
    name: 'good: 401 with a challenge, and 403 where the document lists no 401',
    operations: [
      { operation: 'GET /shifts/', promised: LISTS_401, observed: { ...GUARDED, 'no-token': refusal(401) } },
      { operation: 'GET /wards/', promised: PROMISED, observed: { ...GUARDED, 'no-token': refusal(403) } },
    ],
    answers: [],
    expected: [],
  },
  {
    rule: 'duplicate-header',
    name: 'the last of two lines, and the first',
    operations: [
      { operation: 'GET /shifts/', promised: PROMISED, observed: { ...GUARDED, 'token-after-garbage': 'admits' } },
      { operation: 'GET /wards/', promised: PROMISED, observed: { ...GUARDED, 'token-before-garbage': 'admits' } },
    ],
    expected: [
      { operations: ['GET /shifts/'], severity: 'low', confidence: 'firm' },
      { operations: ['GET /wards/'], severity: 'low', confidence: 'firm' },
    ],
  },
  {
    rule: 'duplicate-header',
    name: 'good: two lines are one too many',
    operations: [
      {
        operation: 'GET /shifts/',
        promised: PROMISED,
        observed: { ...GUARDED, 'token-after-garbage': 'rejects', 'token-before-garbage': 'rejects' },
      },
    ],
    expected: [],
  },
  {
    rule: 'alternate-path',
    name: 'good: turned away in other words too, or open in plain ones',
    operations: [
      {
        operation: 'GET /shifts/',
        promised: PROMISED,
        observed: { ...GUARDED, 'path-variant': 'rejects', 'other-representation': 'unknown' },
      },
      { operation: 'GET /news/', promised: PUBLIC, observed: { ...PUBLIC, 'path-variant': 'admits' } },
    ],
    expected: [],
  },
  {
    rule: 'debug-page',
    name: 'the page of DEBUG = True, at an address of others and on the own machine',
    operations: [{ operation: 'GET /shifts/', promised: PROMISED, observed: GUARDED }],
    answers: [
      { kind: 'debug-page', exchange: 'x7', status: 404, local: false, operations: [] },
      { kind: 'debug-page', exchange: 'x9', status: 500, local: true, operations: ['GET /shifts/'] },
    ],
    expected: [
      { operations: [], severity: 'medium', confidence: 'certain' },
      { operations: ['GET /shifts/'], severity: 'info', confidence: 'certain' },
    ],
  },
  {
    rule: 'address-fetched',
    name: 'by a token that is turned away; where it gets in, that says it all',
    operations: [
      { operation: 'GET /shifts/', promised: PROMISED, observed: { ...GUARDED, 'key-address-token': 'rejects' } },
      { operation: 'GET /wards/', promised: PROMISED, observed: { ...GUARDED, 'key-address-token': 'admits' } },
    ],
    answers: [{ kind: 'fetched-address', exchange: 'x7', status: 401, local: true, operations: ['GET /shifts/', 'GET /wards/'] }],
    expected: [{ operations: ['GET /shifts/'], severity: 'medium', confidence: 'certain' }],
    others: ['key-from-token'],
  },
  {
    rule: 'address-fetched',
    name: 'good: nobody asks',
    operations: [{ operation: 'GET /shifts/', promised: PROMISED, observed: { ...GUARDED, 'key-address-token': 'rejects' } }],
    answers: [],
    expected: [],
  },
  {
    rule: 'private-key-served',
    name: 'at the usual address, without an operation to name it',
    operations: [{ operation: 'GET /shifts/', promised: PROMISED, observed: GUARDED }],
    answers: [{ kind: 'private-key', exchange: 'x7', status: 200, local: true, operations: [], path: '/.well-known/jwks.json' }],
    expected: [{ operations: [], severity: 'critical', confidence: 'certain' }],
  },
  {
    rule: 'private-key-served',
    name: 'good: public keys only, and some other remark',
    operations: [{ operation: 'GET /shifts/', promised: PROMISED, observed: GUARDED }],
    answers: [{ kind: 'debug-page', exchange: 'x9', status: 404, local: true, operations: [] }],
    expected: [],
    others: ['debug-page'],
  },
  {
    rule: 'loose-authorization',
    name: 'without its scheme at one operation, with something behind it at another',
    operations: [
      { operation: 'GET /shifts/', promised: PROMISED, observed: { ...GUARDED, 'wrong-scheme': 'admits' } },
      { operation: 'GET /wards/', promised: PROMISED, observed: { ...GUARDED, 'token-with-junk': 'admits' } },
    ],
    expected: [
      { operations: ['GET /shifts/'], severity: 'low', confidence: 'firm' },
      { operations: ['GET /wards/'], severity: 'low', confidence: 'firm' },
    ],
  },
  {
    rule: 'loose-authorization',
    name: 'good: only the source takes it so, or any token gets in',
    operations: [
      { operation: 'GET /shifts/', promised: PROMISED, predicted: { ...GUARDED, 'wrong-scheme': 'admits' } },
      { operation: 'GET /wards/', promised: PROMISED, observed: { ...GUARDED, 'wrong-scheme': 'admits', 'null-token': 'admits' } },
    ],
    expected: [],
    others: ['token-not-validated'],
  },
  {
    rule: 'case-insensitive-token',
    name: 'capital and small letters are the same',
    operations: [{ operation: 'GET /shifts/', promised: PROMISED, observed: { ...GUARDED, 'token-in-other-case': 'admits' } }],
    expected: [{ operations: ['GET /shifts/'], severity: 'medium', confidence: 'firm' }],
  },
  {
    rule: 'case-insensitive-token',
    name: 'good: turned away',
    operations: [{ operation: 'GET /shifts/', promised: PROMISED, observed: { ...GUARDED, 'token-in-other-case': 'rejects' } }],
    expected: [],
  },
  {
    rule: 'crash-on-token',
    name: 'a made-up token breaks the check, and one finding says so',
    operations: [
      { operation: 'GET /shifts/', promised: PROMISED, observed: { ...GUARDED, 'garbage-token': 'crashes', 'null-token': 'crashes' } },
    ],
    expected: [{ operations: ['GET /shifts/'], severity: 'low', confidence: 'certain' }],
  },
  {
    rule: 'crash-on-token',
    name: 'good: the source alone says so, or the valid token fails as well',
    operations: [
      { operation: 'GET /shifts/', promised: PROMISED, predicted: { ...GUARDED, 'garbage-token': 'crashes' } },
      { operation: 'GET /wards/', promised: PROMISED, observed: { ...GUARDED, 'garbage-token': 'crashes', 'valid-token': 'crashes' } },
    ],
    expected: [],
  },
  {
    rule: 'traceback-shown',
    name: 'in the answer to a token that is none',
    operations: [{ operation: 'GET /shifts/', promised: PROMISED, observed: GUARDED }],
    answers: [{ kind: 'traceback', exchange: 'x7', status: 500, local: true, operations: ['GET /shifts/'] }],
    expected: [{ operations: ['GET /shifts/'], severity: 'medium', confidence: 'certain' }],
  },
  {
    rule: 'traceback-shown',
    name: 'good: errors say nothing of the program',
    operations: [{ operation: 'GET /shifts/', promised: PROMISED, observed: GUARDED }],
    answers: [],
    expected: [],
  },
  {
    rule: 'debug-page',
    name: 'good: errors say nothing',
    operations: [{ operation: 'GET /shifts/', promised: PROMISED, observed: GUARDED }],
    answers: [],
    expected: [],
  },
  {
    rule: 'key-from-token',
    name: 'the key stands in the header',
    operations: [
      {
        operation: 'GET /shifts/',
        promised: PROMISED,
        observed: { ...GUARDED, 'own-key-token': 'admits', 'unsigned-token': 'rejects' },
      },
      { operation: 'GET /wards/', promised: PROMISED, observed: { ...GUARDED, 'key-file-token': 'admits', 'public-file-token': 'admits' } },
      { operation: 'GET /beds/', promised: PROMISED, observed: { ...GUARDED, 'public-file-token': 'admits' } },
    ],
    expected: [
      { operations: ['GET /shifts/'], severity: 'critical', confidence: 'firm' },
      { operations: ['GET /wards/'], severity: 'critical', confidence: 'firm' },
      { operations: ['GET /beds/'], severity: 'critical', confidence: 'firm' },
    ],
  },
  {
    rule: 'key-from-token',
    name: 'good: the header chooses among known keys',
    operations: [
      {
        operation: 'GET /shifts/',
        promised: PROMISED,
        observed: { ...GUARDED, 'own-key-token': 'rejects', 'key-file-token': 'rejects' },
      },
    ],
    expected: [],
  },
  ...(
    [
      ['key-from-token', 'an address of the sender', 'key-address-token', 'critical', 'firm'],
      ['key-from-token', 'a query in the name of the key', 'key-query-token', 'critical', 'firm'],
      ['key-from-token', 'a certificate that nobody issued', 'certificate-token', 'critical', 'firm'],
      ['unsigned-token', 'the form in JSON', 'json-token', 'critical', 'firm'],
      ['unsigned-token', 'encrypted to the public key', 'encrypted-token', 'critical', 'firm'],
      ['blank-signature', 'a second secret that was never set', 'blank-signature-token', 'critical', 'firm'],
      ['critical-header-ignored', 'crit is passed over', 'critical-header-token', 'medium', 'firm'],
      ['start-not-checked', 'nbf is passed over', 'future-token', 'low', 'firm'],
      ['start-not-checked', 'iat is passed over', 'issued-later-token', 'info', 'firm'],
      ['user-not-looked-up', 'the claims are the user', 'unknown-user-token', 'low', 'firm'],
      ['user-not-looked-up', 'true is the first user', 'odd-user-token', 'info', 'firm'],
      ['scope-not-enforced', 'a token that was made without scopes', 'scopeless-token', 'high', 'firm'],
      ['refresh-as-access', 'another word in the claim, and nobody knows of refresh tokens', 'other-use-token', 'high', 'tentative'],
      ['refresh-as-access', 'no word in the claim', 'unclear-use-token', 'low', 'tentative'],
    ] as const
  ).flatMap(([rule, name, probe, severity, confidence]): Example[] => {
    const at = (verdict: 'admits' | 'rejects') => [
      { operation: 'GET /shifts/', promised: PROMISED, observed: { ...GUARDED, [probe]: verdict } },
    ];
    return [
      { rule, name, operations: at('admits'), expected: [{ operations: ['GET /shifts/'], severity, confidence }] },
      { rule, name: `good: not ${name}`, operations: at('rejects'), expected: [] },
    ];
  }),
  {
    rule: 'refresh-as-access',
    name: 'another word in the claim, where tokens are refreshed',
    operations: [
      {
        operation: 'GET /shifts/',
        promised: PROMISED,
        observed: { ...GUARDED, 'other-use-token': 'admits', 'unclear-use-token': 'admits' },
      },
      { operation: 'POST /token/refresh/', promised: PUBLIC },
    ],
    expected: [{ operations: ['GET /shifts/'], severity: 'high', confidence: 'firm' }],
  },
  {
    rule: 'refresh-as-access',
    name: 'good: the real refresh token is turned away',
    operations: [
      {
        operation: 'GET /shifts/',
        promised: PROMISED,
        observed: { ...GUARDED, 'other-use-token': 'admits', 'refresh-as-access': 'rejects' },
      },
    ],
    expected: [],
  },
  {
    rule: 'claimed-rights',
    name: 'is_staff stands in the token',
    operations: [
      {
        operation: 'GET /shifts/',
        promised: PROMISED,
        observed: { ...GUARDED, 'valid-token': 'rejects', 'raised-rights-token': 'admits' },
      },
    ],
    expected: [{ operations: ['GET /shifts/'], severity: 'medium', confidence: 'tentative' }],
  },
  {
    rule: 'claimed-rights',
    name: 'good: rights are looked up, and scopes are read from the token as they are meant to be',
    operations: [
      {
        operation: 'GET /shifts/',
        promised: PROMISED,
        observed: { ...GUARDED, 'valid-token': 'rejects', 'raised-rights-token': 'rejects', 'raised-scope-token': 'admits' },
      },
    ],
    expected: [],
  },
  {
    rule: 'unsigned-token',
    name: 'a header without an algorithm',
    operations: [
      {
        operation: 'GET /shifts/',
        promised: PROMISED,
        observed: { ...GUARDED, 'unsigned-token': 'rejects', 'no-algorithm-token': 'admits' },
      },
    ],
    expected: [{ operations: ['GET /shifts/'], severity: 'critical', confidence: 'firm' }],
  },
  {
    rule: 'known-signing-key',
    name: 'the key is a text in the settings',
    operations: [
      {
        operation: 'GET /shifts/',
        predicted: { ...GUARDED, 'weak-secret-token': 'admits' },
        causes: { 'weak-secret-token': { kind: 'authenticator', symbol: 'SIMPLE_JWT', implicit: true } },
      },
    ],
    expected: [{ operations: ['GET /shifts/'], severity: 'critical', confidence: 'firm' }],
  },
  {
    rule: 'known-signing-key',
    name: 'good: the key comes from the environment',
    operations: [{ operation: 'GET /shifts/', predicted: { ...GUARDED, 'weak-secret-token': 'rejects' } }],
    expected: [],
  },
  {
    rule: 'inactive-user',
    name: 'is_active is not asked',
    operations: [
      {
        operation: 'GET /shifts/',
        predicted: { ...GUARDED, 'inactive-user': 'admits' },
        causes: { 'inactive-user': { kind: 'authenticator', symbol: 'app.Decoded', implicit: true, principal: 'owner' } },
      },
    ],
    expected: [{ operations: ['GET /shifts/'], severity: 'high', confidence: 'firm' }],
  },
  {
    rule: 'inactive-user',
    name: 'good: is_active is asked',
    operations: [{ operation: 'GET /shifts/', predicted: { ...GUARDED, 'inactive-user': 'rejects' } }],
    expected: [],
  },
  {
    rule: 'foreign-audience',
    name: 'a key of an issuer that signs for others',
    operations: [
      {
        operation: 'GET /shifts/',
        predicted: { ...GUARDED, 'foreign-audience': 'admits' },
        causes: { 'foreign-audience': { kind: 'authenticator', symbol: 'app.Provider', implicit: true, tokenKey: 'shared' } },
      },
    ],
    expected: [{ operations: ['GET /shifts/'], severity: 'medium', confidence: 'firm' }],
  },
  {
    rule: 'foreign-audience',
    name: 'the server, and a secret of which nobody knows who else has it',
    operations: [
      {
        operation: 'GET /shifts/',
        promised: PROMISED,
        observed: {
          ...GUARDED,
          'foreign-audience': {
            verdict: 'admits',
            conditions: ['another service signs with the same secret (HS256)'],
            reasons: [{ text: '-' }],
          },
        },
      },
    ],
    expected: [{ operations: ['GET /shifts/'], severity: 'medium', confidence: 'tentative' }],
  },
  {
    rule: 'foreign-audience',
    name: 'the server, and a key pair',
    operations: [{ operation: 'GET /shifts/', promised: PROMISED, observed: { ...GUARDED, 'foreign-audience': 'admits' } }],
    expected: [{ operations: ['GET /shifts/'], severity: 'medium', confidence: 'firm' }],
  },
  {
    rule: 'scope-not-enforced',
    name: 'the server takes a token that says it lacks the scope',
    operations: [{ operation: 'GET /shifts/', promised: PROMISED, observed: { ...GUARDED, 'low-scope-token': 'admits' } }],
    expected: [{ operations: ['GET /shifts/'], severity: 'high', confidence: 'firm' }],
  },
  {
    rule: 'scope-not-enforced',
    name: 'the server takes a token of which only the user says that it lacks the scope',
    operations: [
      {
        operation: 'GET /shifts/',
        promised: PROMISED,
        observed: {
          ...GUARDED,
          'low-scope-token': { verdict: 'admits', conditions: ['the low token lacks it'], reasons: [{ text: '-' }] },
        },
      },
    ],
    expected: [{ operations: ['GET /shifts/'], severity: 'high', confidence: 'tentative' }],
  },
  {
    rule: 'scope-not-enforced',
    name: 'good: turned away',
    operations: [{ operation: 'GET /shifts/', promised: PROMISED, observed: { ...GUARDED, 'low-scope-token': 'rejects' } }],
    expected: [],
  },
  {
    rule: 'role-not-enforced',
    name: 'one of two operations for administrators takes any user',
    operations: [
      { operation: 'GET /admin/shifts/', promised: PROMISED, observed: { ...GUARDED, 'low-role-token': 'admits' } },
      {
        operation: 'GET /admin/wards/',
        promised: PROMISED,
        observed: { ...GUARDED, 'low-role-token': { verdict: 'rejects', status: 403, reasons: [{ text: '-' }] } },
      },
    ],
    expected: [{ operations: ['GET /admin/shifts/'], severity: 'high', confidence: 'firm' }],
  },
  {
    rule: 'role-not-enforced',
    name: 'nothing shows that the token has few rights',
    operations: [{ operation: 'GET /admin/shifts/', promised: PROMISED, observed: { ...GUARDED, 'low-role-token': 'admits' } }],
    expected: [{ operations: ['GET /admin/shifts/'], severity: 'high', confidence: 'tentative' }],
  },
  {
    rule: 'role-not-enforced',
    name: 'good: turned away',
    operations: [{ operation: 'GET /admin/shifts/', promised: PROMISED, observed: { ...GUARDED, 'low-role-token': 'rejects' } }],
    expected: [],
  },
  {
    rule: 'object-of-another-user',
    name: 'given to both, and each has objects of his own',
    operations: [{ operation: 'GET /shifts/{id}/', promised: PROMISED, observed: { ...GUARDED, 'second-user-token': 'admits' } }],
    expected: [{ operations: ['GET /shifts/{}/'], severity: 'high', confidence: 'firm' }],
  },
  {
    rule: 'object-of-another-user',
    name: 'given to both, and the second user has nothing of his own',
    operations: [
      {
        operation: 'GET /shifts/{id}/',
        promised: PROMISED,
        observed: { ...GUARDED, 'second-user-token': { verdict: 'admits', conditions: ['his list is empty'], reasons: [{ text: '-' }] } },
      },
    ],
    expected: [{ operations: ['GET /shifts/{}/'], severity: 'high', confidence: 'tentative' }],
  },
  {
    rule: 'object-of-another-user',
    name: 'good: turned away',
    operations: [{ operation: 'GET /shifts/{id}/', promised: PROMISED, observed: { ...GUARDED, 'second-user-token': 'rejects' } }],
    expected: [],
  },
  {
    rule: 'algorithm-not-fixed',
    name: 'the server takes a related algorithm',
    operations: [{ operation: 'GET /shifts/', promised: PROMISED, observed: { ...GUARDED, 'sibling-algorithm': 'admits' } }],
    expected: [{ operations: ['GET /shifts/'], severity: 'low', confidence: 'firm' }],
  },
  {
    rule: 'algorithm-not-fixed',
    name: 'good: one algorithm',
    operations: [{ operation: 'GET /shifts/', promised: PROMISED, observed: { ...GUARDED, 'sibling-algorithm': 'rejects' } }],
    expected: [],
  },
  {
    rule: 'expiry-not-required',
    name: 'the server takes a token without exp',
    operations: [
      { operation: 'GET /shifts/', promised: PROMISED, observed: { ...GUARDED, 'expired-token': 'rejects', 'no-expiry': 'admits' } },
    ],
    expected: [{ operations: ['GET /shifts/'], severity: 'info', confidence: 'firm' }],
  },
  {
    rule: 'expiry-not-required',
    name: 'good: nothing but the source says so, and the issuer writes exp',
    operations: [{ operation: 'GET /shifts/', predicted: { ...GUARDED, 'no-expiry': 'admits' } }],
    expected: [],
  },
  {
    rule: 'expiry-not-required',
    name: 'good: exp is not looked at, which is another finding',
    operations: [
      { operation: 'GET /shifts/', promised: PROMISED, observed: { ...GUARDED, 'expired-token': 'admits', 'no-expiry': 'admits' } },
    ],
    expected: [],
    others: ['expired-token'],
  },
  {
    rule: 'foreign-audience',
    name: 'good: the audience is looked at',
    operations: [{ operation: 'GET /shifts/', predicted: { ...GUARDED, 'foreign-audience': 'rejects' } }],
    expected: [],
  },
  {
    rule: 'foreign-audience',
    name: 'good: a key that nobody else signs with',
    operations: [
      {
        operation: 'GET /shifts/',
        predicted: { ...GUARDED, 'foreign-audience': 'admits' },
        causes: { 'foreign-audience': { kind: 'authenticator', symbol: 'app.Own', implicit: true, tokenKey: 'own' } },
      },
    ],
    expected: [],
  },
  {
    rule: 'expired-token',
    name: 'good: any signature gets in, which is another finding',
    operations: [{ operation: 'GET /shifts/', predicted: { ...GUARDED, 'tampered-token': 'admits', 'expired-token': 'admits' } }],
    expected: [],
    others: ['unverified-jwt'],
  },
  {
    rule: 'refresh-as-access',
    name: 'the project issues refresh tokens',
    operations: [
      {
        operation: 'GET /shifts/',
        predicted: { ...GUARDED, 'refresh-as-access': 'admits' },
        causes: { 'refresh-as-access': { kind: 'authenticator', symbol: 'app.Decoded', implicit: true } },
      },
      { operation: 'POST /auth/refresh/', predicted: GUARDED },
    ],
    expected: [{ operations: ['GET /shifts/'], severity: 'high', confidence: 'firm' }],
  },
  ...(
    [
      ['the project signs with a key pair as well', 'RS256', [{ operations: ['GET /shifts/'], severity: 'high', confidence: 'firm' }]],
      ['good: the key is that of another issuer, and the project signs with a secret', 'HS256', []],
    ] as const
  ).map(
    ([name, algorithm, expected]): Example => ({
      rule: 'refresh-as-access',
      name,
      operations: [
        {
          operation: 'GET /shifts/',
          predicted: { ...GUARDED, 'refresh-as-access': 'admits' },
          causes: { 'refresh-as-access': { kind: 'authenticator', symbol: 'app.OfTheProvider', implicit: true, tokenKey: 'shared' } },
        },
        { operation: 'POST /auth/refresh/', predicted: GUARDED },
      ],
      calls: [{ name: 'jwt.encode', inside: 'app.login', keywords: { algorithm: { kind: 'constant', value: algorithm } } }],
      expected,
    }),
  ),
  {
    rule: 'refresh-as-access',
    name: 'good: there is one kind of token only',
    operations: [{ operation: 'GET /shifts/', predicted: { ...GUARDED, 'refresh-as-access': 'admits' } }],
    expected: [],
  },
  {
    rule: 'inactive-user',
    name: 'good: a device is no user',
    operations: [
      {
        operation: 'GET /shifts/',
        predicted: { ...GUARDED, 'inactive-user': 'admits' },
        causes: { 'inactive-user': { kind: 'authenticator', symbol: 'app.Device', implicit: true, principal: 'other' } },
      },
    ],
    expected: [],
  },
  {
    rule: 'identity-header',
    name: 'whoever sends a name is that user',
    operations: [
      {
        operation: 'GET /shifts/',
        predicted: { ...GUARDED, 'no-token': NAMED, 'identity-header': 'admits' },
        causes: { 'identity-header': { kind: 'authenticator', symbol: 'app.Proxy', implicit: true } },
      },
    ],
    expected: [{ operations: ['GET /shifts/'], severity: 'high', confidence: 'firm' }],
  },
  {
    rule: 'identity-header',
    name: 'the server lets the named user in, without the source',
    operations: [{ operation: 'GET /shifts/', promised: PROMISED, observed: { ...GUARDED, 'identity-header': 'admits' } }],
    expected: [{ operations: ['GET /shifts/'], severity: 'high', confidence: 'firm' }],
  },
  {
    rule: 'identity-header',
    name: 'the header that is believed was not among those that the server was sent',
    operations: [
      {
        operation: 'GET /shifts/',
        predicted: { ...GUARDED, 'no-token': NAMED },
        observed: { ...GUARDED, 'identity-header': { ...REFUSED, conditions: ['no header names the user but Remote-User, X-User'] } },
      },
    ],
    expected: [{ operations: ['GET /shifts/'], severity: 'high', confidence: 'firm' }],
  },
  {
    rule: 'identity-header',
    name: 'the server turns it away',
    operations: [
      {
        operation: 'GET /shifts/',
        predicted: { ...GUARDED, 'no-token': NAMED },
        observed: { ...GUARDED, 'identity-header': { ...REFUSED, conditions: ['no header names the user but X-User, X-Forwarded-User'] } },
      },
    ],
    expected: [{ operations: ['GET /shifts/'], severity: 'medium', confidence: 'firm' }],
  },
  {
    rule: 'identity-header',
    name: 'good: the proxy says a secret as well, and the server turns away who does not',
    operations: [
      {
        operation: 'GET /shifts/',
        predicted: { ...GUARDED, 'no-token': { ...NAMED, conditions: [...NAMED.conditions!, "header:X-Proxy-Secret is 'q7'"] } },
        observed: { ...GUARDED, 'identity-header': { ...REFUSED, conditions: ['no header names the user but X-Forwarded-User'] } },
      },
    ],
    expected: [],
  },
  {
    rule: 'identity-header',
    name: 'good: the environment of the server is not a header',
    operations: [{ operation: 'GET /shifts/', predicted: { ...GUARDED, 'identity-header': 'rejects' } }],
    expected: [],
  },
  {
    rule: 'token-not-validated',
    name: 'any word in a cookie',
    operations: [
      {
        operation: 'GET /shifts/',
        predicted: { ...GUARDED, 'garbage-in-cookie': 'admits' },
        causes: { 'garbage-in-cookie': { kind: 'authenticator', symbol: 'app.Cookie', implicit: true } },
      },
    ],
    expected: [{ operations: ['GET /shifts/'], severity: 'critical', confidence: 'firm' }],
  },
];
