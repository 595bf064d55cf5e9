/** Scan results for the tests of the reports: a rich one and the awkward ones, written as data. */
import type { Exchange } from '../../src/model/exchange.ts';
import type { Finding, RuleWords } from '../../src/model/finding.ts';
import type { Cell, Coverage, MatrixRow, SourceOperation } from '../../src/model/matrix.ts';
import { operationId } from '../../src/model/operation.ts';
import type { Place } from '../../src/model/place.ts';
import type { ScanResult } from '../../src/model/scan-result.ts';
import type { Reason, Verdict, VerdictKind } from '../../src/model/verdict.ts';

export const PROBES = ['no-token', 'garbage-token', 'tampered-token', 'token-in-query', 'valid-token'];

const FILES: Record<string, string> = {
  'core/auth.py': `import jwt
from rest_framework import authentication

from accounts.models import User


class GatewayAuthentication(authentication.BaseAuthentication):
    """Tokens of the mobile gateway."""

    def authenticate(self, request):
        token = request.META.get("HTTP_AUTHORIZATION", "").removeprefix("Bearer ")
        if not token:
            token = request.GET.get("token")
        if not token:
            return None
        payload = jwt.decode(
            token,
            options={"verify_signature": False},
        )
        return User.objects.get(pk=payload["sub"]), payload
`,
  'patients/api.py': `from rest_framework import permissions, viewsets
from rest_framework.decorators import api_view, permission_classes

from patients.models import Patient
from patients.serializers import PatientSerializer


class PatientViewSet(viewsets.ModelViewSet):
\tqueryset = Patient.objects.all()
\tserializer_class = PatientSerializer
\tpermission_classes = []


class NoteViewSet(viewsets.ModelViewSet):
    def get_permissions(self):
        if self.action in ("create", "destroy"):
            return [permissions.IsAuthenticated()]
        return []
`,
  'reports/api.py': `from acme_sso.permissions import HasSeat
from rest_framework import generics


class ReportList(generics.ListAPIView):
    # monthly numbers
    permission_classes = [HasSeat]
`,
  'config/settings.py': `DEBUG = False
INSTALLED_APPS = ["rest_framework", "patients"]
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["core.auth.GatewayAuthentication"],
}
`,
  'openapi.yaml': `openapi: 3.0.3
info: {title: Clinic, version: "1"}
security:
  - bearer: []
paths:
  /api/patients/:
    get:
      operationId: listPatients
      security:
        - bearer: []
`,
};

export function rule(id: string, over: Partial<RuleWords> = {}): RuleWords {
  return {
    id,
    title: `Title of ${id}`,
    family: 'bypass',
    severity: 'high',
    cwe: 'CWE-306',
    owasp: ['API2:2023'],
    why: 'A request without a valid token reaches data that belongs to somebody.',
    bad: 'class A(APIView):\n    permission_classes = []\n',
    good: 'class A(APIView):\n    permission_classes = [IsAuthenticated]\n',
    refute: 'Show that another layer in front of Django turns the request away, e.g. with the curl line of the proof.',
    references: ['https://cwe.mitre.org/data/definitions/306.html'],
    ...over,
  };
}

export const RULES: readonly RuleWords[] = [
  rule('open-operation', { title: 'An operation is open to anyone', severity: 'critical' }),
  rule('unverified-jwt', { title: 'A JWT is read without checking its signature', family: 'token', severity: 'critical', cwe: 'CWE-347' }),
  rule('token-in-query', { title: 'A token is accepted in the query string', family: 'token', severity: 'medium', cwe: 'CWE-598' }),
  rule('method-hole', { title: 'One method of a view is not guarded', severity: 'high' }),
  rule('broken-promise', { title: 'The document promises protection that is not there', family: 'drift', severity: 'high' }),
  rule('no-default-permission', { title: 'No default permission is set', family: 'hardening', severity: 'low', cwe: 'CWE-1188' }),
];

export function finding(ruleId: string, over: Partial<Finding> = {}): Finding {
  const words = over.rule ?? RULES.find((each) => each.id === ruleId) ?? rule(ruleId);
  return {
    id: `${ruleId}:3f9c2a71`,
    rule: words,
    severity: words.severity,
    confidence: 'firm',
    title: words.title,
    message: `${words.title}.`,
    cause: 'permission_classes is empty',
    operations: ['GET /api/patients/'],
    verdicts: { 'no-token': { predicted: 'admits' } },
    place: null,
    symbol: 'patients.api.PatientViewSet',
    reasons: [{ text: 'permission_classes = []', place: { file: 'patients/api.py', line: 11 } }],
    proof: [],
    gates: true,
    suppressed: null,
    baseline: null,
    ...over,
  };
}

interface RowSpec {
  readonly method: string;
  readonly path: string;
  readonly view?: string;
  readonly place?: Place;
  readonly cells?: Record<string, Cell>;
  readonly public?: string;
  readonly documented?: boolean;
  readonly source?: Partial<SourceOperation>;
}

let rowCount = 0;

export function row(spec: RowSpec): MatrixRow {
  rowCount += 1;
  const view = spec.view ?? 'patients.api.PatientViewSet';
  const place = spec.place ?? { file: 'patients/api.py', line: 8 };
  return {
    id: operationId(spec.method, spec.path),
    method: spec.method,
    path: spec.path,
    documented:
      spec.documented === false
        ? null
        : {
            method: spec.method,
            path: spec.path,
            pointer: `/paths/${spec.path.replaceAll('/', '~1')}/${spec.method.toLowerCase()}`,
            place: { file: 'openapi.yaml', line: 7 },
            schemes: ['bearer'],
          },
    source: {
      rowId: `r${rowCount}`,
      method: spec.method,
      path: spec.path,
      formatSuffix: false,
      kind: 'drf',
      name: null,
      view,
      action: null,
      place,
      routePlace: { file: 'config/urls.py', line: 12 },
      reachable: true,
      authenticators: ['core.auth.GatewayAuthentication'],
      permissions: ['rest_framework.permissions.IsAuthenticated'],
      throttles: [],
      provenance: {
        authenticators: [{ text: "REST_FRAMEWORK['DEFAULT_AUTHENTICATION_CLASSES']", place: { file: 'config/settings.py', line: 4 } }],
        permissions: [{ text: `permission_classes of ${view}`, place }],
      },
      unknown: null,
      ...spec.source,
    },
    intendedPublic: spec.public ? { why: spec.public } : null,
    sensitive: false,
    throttledInFront: false,
    cells: new Map(Object.entries(spec.cells ?? {})),
  };
}

/** A verdict with one reason. */
export function verdict(kind: VerdictKind, text: string, over: Partial<Verdict> = {}): Verdict {
  return { verdict: kind, reasons: [{ text }], ...over };
}

const promise = (kind: VerdictKind): Verdict =>
  verdict(kind, kind === 'rejects' ? 'security: bearer is required' : 'the scheme accepts it', {
    reasons: [{ text: 'security: bearer', place: { file: 'openapi.yaml', line: 9 }, pointer: '/paths/~1api~1patients~1/get/security' }],
  });

const rejected = (status = 401): Verdict => verdict('rejects', 'IsAuthenticated: request.user is AnonymousUser', { status, stage: 'gate' });

/** Every probe gets the same three answers, but for those given. */
function cells(over: Record<string, Cell> = {}): Record<string, Cell> {
  const guarded: Record<string, Cell> = {};
  for (const probe of PROBES) {
    const kind: VerdictKind = probe === 'valid-token' ? 'admits' : 'rejects';
    guarded[probe] = {
      promised: promise(kind),
      predicted: kind === 'admits' ? verdict('admits', 'the token names a user', { status: 200, stage: 'handler' }) : rejected(),
      observed: verdict(kind, kind === 'admits' ? 'answered 200' : 'answered 401', {
        status: kind === 'admits' ? 200 : 401,
        reasons: [{ text: kind === 'admits' ? 'answered 200' : 'answered 401', exchange: 'x2' }],
      }),
    };
  }
  return { ...guarded, ...over };
}

const openChain: Reason = {
  text: 'check_permissions: the list is empty, nothing is asked',
  place: { file: 'patients/api.py', line: 11, column: 2 },
  because: [
    { text: 'permission_classes = []', place: { file: 'patients/api.py', line: 11, column: 2 } },
    { text: 'DEFAULT_PERMISSION_CLASSES is not consulted, the class has its own', place: { file: 'config/settings.py', line: 3 } },
  ],
};

const open = (observed = true): Cell => ({
  promised: promise('rejects'),
  predicted: { verdict: 'admits', status: 200, stage: 'handler', reasons: [openChain], effect: 'db-read Patient' },
  ...(observed
    ? {
        observed: verdict('admits', 'answered 200 with 3 rows', {
          status: 200,
          reasons: [{ text: 'answered 200 with 3 rows', exchange: 'x1' }],
        }),
      }
    : {}),
});

const forged = (): Cell => ({
  promised: promise('rejects'),
  predicted: verdict('admits', 'jwt.decode does not verify', {
    status: 200,
    stage: 'handler',
    conditions: ['env:GATEWAY is unset'],
    reasons: [{ text: 'options={"verify_signature": False}: any signature passes', place: { file: 'core/auth.py', line: 18, column: 13 } }],
  }),
  observed: verdict('unknown', 'no token was given', { next: 'add --token env:TOKEN' }),
});

export const EXCHANGES: readonly Exchange[] = [
  {
    id: 'x1',
    probe: 'no-token',
    operation: 'GET /api/patients/',
    request: { method: 'GET', url: 'http://127.0.0.1:8000/api/patients/', headers: [['Accept', 'application/json']] },
    response: { status: 200, headers: [['Content-Type', 'application/json']], excerpt: '[{"id": 1, "name": "<redacted>"}, ...]' },
    answerClass: 'REACHED',
    curl: "curl -i -H 'Accept: application/json' http://127.0.0.1:8000/api/patients/",
    duration: 12,
  },
  {
    id: 'x2',
    probe: 'no-token',
    operation: 'GET /api/notes/',
    request: { method: 'GET', url: 'http://127.0.0.1:8000/api/notes/', headers: [['Accept', 'application/json']] },
    response: {
      status: 401,
      headers: [['WWW-Authenticate', 'Bearer']],
      excerpt: '{"detail": "Authentication credentials were not provided."}',
    },
    answerClass: 'DENIED',
    curl: "curl -i -H 'Accept: application/json' http://127.0.0.1:8000/api/notes/",
    duration: 4,
  },
];

export function coverage(over: Partial<Coverage> = {}): Coverage {
  return { operations: 0, inScope: 0, judged: 0, tested: 0, percent: 0, floor: 80, met: true, notJudged: [], ...over };
}

/** A result with nothing in it: no operation was found. */
export function emptyResult(over: Partial<ScanResult> = {}): ScanResult {
  return {
    tool: { name: 'unlatched', version: '0.1.0' },
    started: '2026-11-24T10:00:00Z',
    durationMs: 120,
    interrupted: false,
    witnesses: {
      predicted: {
        root: '.',
        settings: 'config.settings',
        settingsFrom: { file: 'config/wsgi.py', line: 5 },
        django: '5.2.8',
        drf: '3.16.1',
        versionsFrom: { file: 'requirements.txt', line: 1 },
      },
    },
    matrix: { rows: [], probes: PROBES, coverage: coverage({ met: false }) },
    exchanges: [],
    rules: RULES,
    findings: [],
    facts: null,
    problems: [],
    baseline: null,
    grade: null,
    exitCode: 3,
    gate: { failOn: 'high', minConfidence: 'firm' },
    linesOf: (file) => FILES[file]?.split('\n') ?? null,
    ...over,
  };
}

/** Fifteen operations, eight findings, three witnesses. */
export function richResult(over: Partial<ScanResult> = {}): ScanResult {
  const patients = ['/api/patients/', '/api/patients/{id}/'];
  const unknownHasSeat: Verdict = {
    verdict: 'unknown',
    reasons: [
      {
        text: 'acme_sso is not in the project, the stubs or a virtual environment',
        place: { file: 'reports/api.py', line: 7, column: 27, endLine: 7, endColumn: 34 },
      },
    ],
    next: 'unlatched scan . --venv .venv',
  };
  const rows = [
    row({ method: 'GET', path: patients[0]!, cells: cells({ 'no-token': open(), 'garbage-token': open(), 'tampered-token': open() }) }),
    row({
      method: 'POST',
      path: patients[0]!,
      cells: cells({ 'no-token': open(false), 'garbage-token': open(false), 'tampered-token': open(false) }),
    }),
    row({ method: 'GET', path: patients[1]!, cells: cells({ 'no-token': open(), 'garbage-token': open(), 'tampered-token': open() }) }),
    row({
      method: 'GET',
      path: '/api/notes/',
      view: 'patients.api.NoteViewSet',
      place: { file: 'patients/api.py', line: 14 },
      cells: cells({ 'no-token': open() }),
    }),
    row({ method: 'POST', path: '/api/notes/', view: 'patients.api.NoteViewSet', cells: cells() }),
    row({ method: 'GET', path: '/api/visits/', view: 'visits.api.VisitViewSet', cells: cells({ 'tampered-token': forged() }) }),
    row({
      method: 'GET',
      path: '/api/visits/{id}/',
      view: 'visits.api.VisitViewSet',
      cells: cells({ 'tampered-token': forged(), 'token-in-query': forged() }),
    }),
    row({ method: 'PATCH', path: '/api/visits/{id}/', view: 'visits.api.VisitViewSet', cells: cells({ 'tampered-token': forged() }) }),
    row({
      method: 'GET',
      path: '/api/reports/',
      view: 'reports.api.ReportList',
      place: { file: 'reports/api.py', line: 5 },
      source: { permissions: null, unknown: 'acme_sso is not in the project, the stubs or a virtual environment' },
      cells: cells({
        'no-token': { promised: promise('rejects'), predicted: unknownHasSeat },
        'garbage-token': { predicted: unknownHasSeat },
      }),
    }),
    row({
      method: 'POST',
      path: '/api/token/',
      view: 'rest_framework_simplejwt.views.TokenObtainPairView',
      public: 'issues tokens',
      cells: cells({ 'no-token': open(false) }),
    }),
    row({
      method: 'GET',
      path: '/api/schema/',
      view: 'drf_spectacular.views.SpectacularAPIView',
      public: 'the API document',
      cells: cells({ 'no-token': open(false) }),
    }),
    row({
      method: 'GET',
      path: '/api/clinics/',
      view: 'clinics.api.ClinicList',
      public: 'AllowAny is written down',
      cells: cells({ 'no-token': open() }),
    }),
    row({ method: 'GET', path: '/api/invoices/', view: 'billing.api.InvoiceList', cells: cells() }),
    row({ method: 'GET', path: '/api/invoices/{id}/', view: 'billing.api.InvoiceDetail', cells: cells() }),
    row({ method: 'DELETE', path: '/api/invoices/{id}/', view: 'billing.api.InvoiceDetail', documented: false, cells: cells() }),
  ];
  const findings: Finding[] = [
    finding('unverified-jwt', {
      id: 'unverified-jwt:0a1b2c3d',
      title: 'a token with any signature logs in',
      message: 'GatewayAuthentication reads the payload of a JWT without checking its signature: whoever writes a token is whom it names.',
      cause: 'jwt.decode is called with verify_signature False',
      operations: ['GET /api/visits/', 'GET /api/visits/{}/', 'PATCH /api/visits/{}/'],
      verdicts: { 'tampered-token': { promised: 'rejects', predicted: 'admits', observed: 'unknown' } },
      place: { file: 'core/auth.py', line: 18, column: 21, endLine: 18, endColumn: 48 },
      symbol: 'core.auth.GatewayAuthentication',
      caption: 'nothing is verified',
      reasons: forged().predicted!.reasons,
    }),
    finding('open-operation', {
      id: 'open-operation:11112222',
      confidence: 'certain',
      title: 'patients are open to anyone',
      message: 'PatientViewSet asks for nothing: its permission list is empty, so every request is let in.',
      operations: ['GET /api/patients/', 'POST /api/patients/', 'GET /api/patients/{}/'],
      verdicts: { 'no-token': { promised: 'rejects', predicted: 'admits', observed: 'admits' } },
      place: { file: 'patients/api.py', line: 11, column: 2, endLine: 11, endColumn: 25 },
      caption: 'an empty list asks for nothing',
      reasons: [openChain],
      proof: ['x1'],
    }),
    finding('method-hole', {
      id: 'method-hole:33334444',
      title: 'GET of notes is not guarded, POST is',
      operations: ['GET /api/notes/'],
      verdicts: { 'no-token': { promised: 'rejects', predicted: 'admits', observed: 'admits' } },
      place: { file: 'patients/api.py', line: 18, column: 16, endLine: 18, endColumn: 18 },
      symbol: 'patients.api.NoteViewSet.get_permissions',
      caption: 'list and retrieve end here',
      proof: ['x1'],
    }),
    finding('token-in-query', {
      id: 'token-in-query:55556666',
      gates: false,
      title: 'a token in the query string is accepted',
      operations: ['GET /api/visits/{}/'],
      verdicts: { 'token-in-query': { predicted: 'admits', observed: 'unknown' } },
      place: { file: 'core/auth.py', line: 13, column: 21, endLine: 13, endColumn: 45 },
      symbol: 'core.auth.GatewayAuthentication',
    }),
    finding('broken-promise', {
      id: 'broken-promise:77778888',
      gates: false,
      severity: 'medium',
      title: 'the document says bearer, the source admits anyone',
      place: null,
      documentPlace: { file: 'openapi.yaml', line: 9, column: 7, pointer: '/paths/~1api~1patients~1/get/security' },
    }),
    finding('no-default-permission', {
      id: 'no-default-permission:9999aaaa',
      gates: false,
      title: 'DEFAULT_PERMISSION_CLASSES is not set',
      operations: [],
      verdicts: {},
      place: { file: 'config/settings.py', line: 3, column: 1, endLine: 3, endColumn: 15 },
      symbol: 'config.settings.REST_FRAMEWORK',
    }),
    finding('open-operation', {
      id: 'open-operation:bbbbcccc',
      gates: false,
      title: 'the status page is open to anyone',
      operations: ['GET /api/clinics/'],
      place: { file: 'patients/api.py', line: 8 },
      symbol: 'clinics.api.ClinicList',
      suppressed: { reason: 'public list, agreed with the clinics', by: 'unlatched.toml:9' },
    }),
    finding('method-hole', {
      id: 'method-hole:ddddeeee',
      gates: false,
      title: 'OPTIONS is not guarded',
      operations: ['GET /api/invoices/'],
      place: { file: 'patients/api.py', line: 14 },
      symbol: 'billing.api.InvoiceList',
      baseline: 'known',
    }),
  ];
  return emptyResult({
    durationMs: 612,
    witnesses: {
      promised: { document: 'openapi.yaml', derivedFrom: null },
      predicted: emptyResult().witnesses.predicted!,
      observed: { url: 'http://127.0.0.1:8000', requests: 48, canary: 'held' },
    },
    matrix: {
      rows,
      probes: PROBES,
      coverage: coverage({
        operations: 15,
        inScope: 15,
        judged: 14,
        tested: 9,
        percent: 93.3,
        notJudged: [
          {
            reason: 'acme_sso is not in the project, the stubs or a virtual environment',
            operations: ['GET /api/reports/'],
            next: 'unlatched scan . --venv .venv',
          },
        ],
      }),
    },
    exchanges: EXCHANGES,
    findings,
    problems: [{ severity: 'warning', text: 'a module could not be parsed: invalid syntax', place: { file: 'legacy/old.py', line: 3 } }],
    baseline: { file: 'unlatched-baseline.json', new: 6, known: 1, fixed: ['open-operation:12345678'] },
    grade: { letter: 'D', score: 41 },
    exitCode: 1,
    ...over,
  });
}

/** The source alone: no document, no server, nothing found. */
export function sourceOnlyResult(): ScanResult {
  const rich = richResult();
  const rows = rich.matrix.rows.slice(12);
  return richResult({
    witnesses: { predicted: rich.witnesses.predicted! },
    matrix: {
      probes: PROBES,
      rows: rows.map((each) => ({
        ...each,
        documented: null,
        cells: new Map([...each.cells].map(([probe, cell]) => [probe, cell.predicted ? { predicted: cell.predicted } : {}])),
      })),
      coverage: coverage({ operations: 3, inScope: 3, judged: 3, percent: 100 }),
    },
    exchanges: [],
    findings: [],
    problems: [],
    baseline: null,
    grade: { letter: 'A', score: 100 },
    exitCode: 0,
  });
}

/** Interrupted in the middle. */
export function interruptedResult(): ScanResult {
  return richResult({ interrupted: true, exitCode: 130, grade: null });
}

/** The coverage floor was missed, nothing gates. */
export function uncoveredResult(): ScanResult {
  const rich = richResult();
  return richResult({
    findings: [],
    grade: null,
    exitCode: 3,
    matrix: { ...rich.matrix, coverage: { ...rich.matrix.coverage, judged: 6, percent: 40, met: false } },
  });
}

export const HOSTILE_TEXT =
  '</script><img src=x onerror=alert(1)>\u001b[31mred\u001b]0;title\u0007\u202eevil\u0000 <!-- ]]> 患者 \u{1f600}';

/** Everything that a scanned project may say to break a page, a terminal or a CI log. */
export function hostileResult(): ScanResult {
  const file = `very/long/${'directory/'.repeat(20)}患者/\u001b[2Jviews.py`;
  const place = { file, line: 2, column: 13, endLine: 2, endColumn: 18 };
  const hostileRow = row({
    method: 'GET',
    path: `/api/${'segment/'.repeat(30)}${HOSTILE_TEXT}/{id}/`,
    view: `app.${HOSTILE_TEXT}`,
    place,
    cells: {
      'no-token': {
        predicted: { verdict: 'admits', reasons: [{ text: HOSTILE_TEXT, place }], conditions: [HOSTILE_TEXT], effect: HOSTILE_TEXT },
      },
    },
  });
  return emptyResult({
    witnesses: {
      promised: { document: `https://user.example/${HOSTILE_TEXT}`, derivedFrom: HOSTILE_TEXT },
      predicted: { ...emptyResult().witnesses.predicted!, settings: HOSTILE_TEXT },
      observed: { url: 'http://127.0.0.1:8000', requests: 1, canary: 'failed' },
    },
    matrix: {
      rows: [hostileRow],
      probes: PROBES,
      coverage: coverage({
        operations: 1,
        inScope: 1,
        notJudged: [{ reason: HOSTILE_TEXT, operations: [hostileRow.id], next: HOSTILE_TEXT }],
        met: false,
      }),
    },
    exchanges: [
      { ...EXCHANGES[0]!, curl: HOSTILE_TEXT, response: { status: 200, headers: [[HOSTILE_TEXT, HOSTILE_TEXT]], excerpt: HOSTILE_TEXT } },
    ],
    findings: [
      finding('open-operation', {
        title: HOSTILE_TEXT,
        message: HOSTILE_TEXT,
        cause: HOSTILE_TEXT,
        operations: [hostileRow.id],
        place,
        symbol: HOSTILE_TEXT,
        caption: HOSTILE_TEXT,
        reasons: hostileRow.cells.get('no-token')!.predicted!.reasons,
        proof: ['x1'],
      }),
    ],
    problems: [{ severity: 'error', text: `${HOSTILE_TEXT}\n::error::injected`, place }],
    exitCode: 1,
    linesOf: (name) =>
      name === file ? [`# 患者 ${HOSTILE_TEXT}`, `\t患者 = \u001b[31m"${'長'.repeat(3)}x" + ${'a'.repeat(300)}`, ''] : null,
  });
}

export const ALL_RESULTS: Record<string, () => ScanResult> = {
  rich: richResult,
  empty: () => emptyResult(),
  'source only': sourceOnlyResult,
  interrupted: interruptedResult,
  uncovered: uncoveredResult,
  hostile: hostileResult,
};
