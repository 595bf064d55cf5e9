import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { ALL_RESULTS, emptyResult, HOSTILE_TEXT, hostileResult, RULES, richResult, verdict } from '../../test/reports/fixtures.ts';
import type { SourceOperation } from '../model/matrix.ts';
import { routesDocumentSchema, routesJsonSchema } from '../model/routes-document.ts';
import type { RoutesResult } from '../model/routes-result.ts';
import { explain } from './explain.ts';
import { routesJson, routesTable, toRoutesDocument } from './routes-table.ts';
import { ruleMarkdown, rulePage, rulesList, rulesMarkdown } from './rules-page.ts';
import { cells } from './text/width.ts';

const OPTIONS = { color: false, width: 80, all: false };

function routes(over: Partial<RoutesResult> = {}): RoutesResult {
  const operations = richResult()
    .matrix.rows.map((row) => row.source!)
    .slice(0, 9);
  const twin: SourceOperation = { ...operations[0]!, rowId: 'twin', path: '/api/patients.{format}', formatSuffix: true };
  const expression: SourceOperation = {
    ...operations[0]!,
    rowId: 'expression',
    path: '/api/old/',
    reachable: false,
    view: 'old.api.Old',
    permissions: ['a.A', { or: ['b.B', { and: ['c.C', { not: 'd.D' }] }] }],
  };
  const rows = [...operations, twin, expression];
  return {
    tool: { name: 'unlatched', version: '0.1.0' },
    project: emptyResult().witnesses.predicted!,
    operations: rows,
    verdicts: new Map(
      rows.map((row, index) => [
        row.rowId,
        new Map([['no-token', index === 0 ? verdict('admits', 'open', { status: 200 }) : verdict('rejects', 'asked', { status: 401 })]]),
      ]),
    ),
    problems: [{ severity: 'warning', text: 'a module could not be parsed', place: { file: 'legacy/old.py', line: 3 } }],
    ...over,
  };
}

/** The width and the absence of control characters. */
function expectTidy(text: string, width: number): void {
  expect(text.split('\n').filter((line) => cells(line) > width)).toEqual([]);
  expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
}

describe('routes', () => {
  it('obeys its schema with and without verdicts', () => {
    const validate = new Ajv2020({ allErrors: true }).compile(routesJsonSchema({ closed: true }));
    for (const result of [routes(), routes({ verdicts: null })]) {
      const document = JSON.parse(routesJson(result));
      validate(document);
      expect(validate.errors ?? []).toEqual([]);
      expect(routesDocumentSchema.parse(document)).toEqual(document);
    }
    expect(validate({ ...toRoutesDocument(routes()), routes: [{}] })).toBe(false);
  });

  it('tells undecided from empty, and counts what decides', () => {
    const document = toRoutesDocument(routes());
    const undecided = document.routes.find((route) => route.unknown !== null)!;
    expect(undecided.permissions).toBeNull();
    expect(undecided.id).toBe('GET /api/reports/');
    expect(document.coverage).toEqual({
      operations: 11,
      decided: 10,
      undecided: [{ reason: 'acme_sso is not in the project, the stubs or a virtual environment', operations: 1, next: null }],
    });
    expect(document.routes[0]!.verdicts!['no-token']).toEqual({
      verdict: 'admits',
      status: 200,
      stage: null,
      conditions: [],
      reasons: [{ text: 'open' }],
    });
    expect(toRoutesDocument(routes({ verdicts: null })).routes[0]).not.toHaveProperty('verdicts');
  });

  it('prints a block for each view and policy', () => {
    expect(routesTable(routes(), OPTIONS)).toMatchInlineSnapshot(`
      "Unlatched 0.1  config.settings (from config/wsgi.py:5), Django 5.2.8, DRF 3.16.1

      patients.api.PatientViewSet                                    patients/api.py:8
        GatewayAuthentication -> IsAuthenticated
        GET     /api/patients/                                                anyone !
        POST    /api/patients/                                        valid token only
        GET     /api/patients/{id}/                                   valid token only

      patients.api.NoteViewSet                                      patients/api.py:14
        GatewayAuthentication -> IsAuthenticated
        GET     /api/notes/                                           valid token only
        POST    /api/notes/                                           valid token only

      visits.api.VisitViewSet                                        patients/api.py:8
        GatewayAuthentication -> IsAuthenticated
        GET     /api/visits/                                          valid token only
        GET     /api/visits/{id}/                                     valid token only
        PATCH   /api/visits/{id}/                                     valid token only

      reports.api.ReportList                                          reports/api.py:5
        GatewayAuthentication -> permissions undecided
        GET     /api/reports/                                         valid token only

      old.api.Old                                                    patients/api.py:8
        GatewayAuthentication -> A & (B | (C & ~D))
        GET     /api/old/                                   hidden by an earlier route

      ? 1 operation undecided: acme_sso is not in the project, the stubs or a virtual
        environment

      warning: legacy/old.py:3: a module could not be parsed

      10 operations, 9 decided; 1 more with a format suffix: --all
      "
    `);
  });

  it('stays within any width, whatever the project says', () => {
    const hostile = hostileResult().matrix.rows[0]!.source!;
    for (const width of [40, 80, 120]) {
      for (const all of [false, true])
        expectTidy(
          routesTable(routes({ operations: [{ ...hostile, unknown: HOSTILE_TEXT, next: HOSTILE_TEXT }] }), { color: false, width, all }),
          width,
        );
    }
  });
});

describe('explain', () => {
  const text = (query: string, result = richResult()): string => {
    const explanation = explain(result, query, OPTIONS);
    if ('notFound' in explanation) throw new Error(explanation.notFound);
    return explanation.text;
  };

  it('walks from the policy to the proof', () => {
    const parts = [
      'Policy',
      'Probe',
      'How no-token is answered (predicted: ADMITS)',
      'The other witnesses',
      'Proof',
      'To refute it',
      'next  ',
    ];
    const found = text('1');
    expect(parts.map((part) => found.indexOf(part))).toEqual(
      [...parts.map((part) => found.indexOf(part))].sort((left, right) => left - right),
    );
    expect(found).not.toContain('undefined');
    expect(found.slice(found.indexOf('How'), found.indexOf('The other'))).toMatchInlineSnapshot(`
      "How no-token is answered (predicted: ADMITS)
         1  permission_classes = []  patients/api.py:11
            11 |     permission_classes = []
         2  DEFAULT_PERMISSION_CLASSES is not consulted, the class has its own
            config/settings.py:3
             3 | REST_FRAMEWORK = {
         3  check_permissions: the list is empty, nothing is asked  patients/api.py:11
            11 |     permission_classes = []
        so  ADMITS with 200 in the handler, and the request reaches db-read Patient

      "
    `);
  });

  it('takes a number, an id, and an operation in every way of writing it', () => {
    expect(text('unverified-jwt:0a1b2c3d')).toBe(text('2'));
    expect(text('unverified-jwt')).toBe(text('2'));
    for (const query of ['GET /api/invoices/{id}/', 'get /api/invoices/7', 'GET /api/invoices/<int:pk>/', 'GET /api/invoices/{}']) {
      expect(text(query)).toBe(text('GET /api/invoices/{}/'));
    }
    expect(text('* /api/invoices/7').match(/^Policy$/gm)).toHaveLength(2);
  });

  it('explains what could not be judged and what holds', () => {
    expect(text('GET /api/reports/')).toContain('How no-token is answered (predicted: unknown)');
    expect(text('GET /api/reports/')).toMatch(/next {2}unlatched scan \. --venv \.venv\n$/);
    expect(text('GET /api/invoices/')).toContain('so  rejects with 401 in the gate');
    expect(text('6')).toContain('no-default-permission');
  });

  it('says in one line what it does not know', () => {
    expect(explain(richResult(), 'GET /api/invoces/', OPTIONS)).toEqual({
      notFound: 'no operation GET /api/invoces/ in this scan; did you mean "GET /api/invoices/"?',
    });
    expect(explain(richResult(), '99', OPTIONS)).toHaveProperty('notFound', expect.stringContaining('numbers 1 to 8'));
    expect(explain(emptyResult(), 'open-operation', OPTIONS)).toHaveProperty('notFound', expect.stringContaining('has none'));
  });

  it('stays within any width, for every finding and operation of every result', () => {
    for (const build of Object.values(ALL_RESULTS)) {
      const result = build();
      const queries = [
        ...result.findings.map((_each, index) => String(index + 1)),
        ...result.matrix.rows.map((row) => `${row.method} ${row.path.replaceAll(/\s/g, '')}`),
      ];
      for (const query of queries) {
        for (const width of [40, 80]) {
          const explanation = explain(result, query, { color: false, width, all: true });
          expectTidy('text' in explanation ? explanation.text : explanation.notFound, 'text' in explanation ? width : 1000);
        }
      }
    }
  });
});

describe('rules', () => {
  it('has a list, a page and Markdown from the words of the rules', () => {
    const list = rulesList(RULES, OPTIONS);
    expectTidy(list, 80);
    for (const rule of RULES) {
      expect(list).toContain(rule.id);
      const page = rulePage(rule, OPTIONS);
      expectTidy(page, 80);
      for (const part of [rule.cwe, rule.severity, 'Bad', 'Good', 'How to refute']) expect(page).toContain(part);
      expect(ruleMarkdown(rule)).toContain(`# ${rule.id}\n`);
      expect(ruleMarkdown(rule)).toContain(`\`\`\`python\n${rule.bad.trimEnd()}\n\`\`\``);
      expect(rulesMarkdown(RULES)).toContain(`[${rule.id}](${rule.id}.md)`);
    }
  });
});
