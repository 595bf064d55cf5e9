import { expect, test } from 'vitest';
import { GUARDED, OPEN, PROMISED, smallWorld } from '../../test/rules/small-matrix.ts';
import type { Verdict } from '../model/verdict.ts';
import { joinOperations } from './join.ts';

const source = (method: string, path: string, extra: object = {}) => ({
  rowId: `${method}${path}`,
  method,
  path,
  formatSuffix: false,
  kind: 'drf' as const,
  name: null,
  view: 'v.V',
  action: null,
  place: null,
  routePlace: null,
  reachable: true,
  authenticators: [],
  permissions: [],
  throttles: [],
  provenance: {},
  unknown: null,
  ...extra,
});
const documented = (method: string, path: string) => ({
  method,
  path,
  pointer: `/paths${path}`,
  place: { file: 'o.yaml', line: 1 },
  schemes: [],
});

test('parameter names, the final slash and a base path do not keep operations apart', () => {
  const { rows, mount } = joinOperations({
    source: [source('GET', '/api/users/{pk}/'), source('POST', '/api/users/')],
    documented: [documented('GET', '/users/{id}'), documented('POST', '/users/')],
    basePaths: ['/api'],
    mount: null,
  });
  expect(rows.map((row) => [row.id, row.source !== null, row.documented !== null])).toEqual([
    ['POST /api/users/', true, true],
    ['GET /api/users/{}/', true, true],
  ]);
  expect(mount).toBe('');
});

test('a base path that Django does not know is where it is mounted', () => {
  const { rows, mount } = joinOperations({
    source: [source('GET', '/users/')],
    documented: [documented('GET', '/users/')],
    basePaths: ['/backend'],
    mount: null,
  });
  expect(rows).toHaveLength(1);
  expect(mount).toBe('/backend');
});

test('--mount is cut from documented paths', () => {
  const { rows } = joinOperations({
    source: [source('GET', '/users/')],
    documented: [documented('GET', '/backend/users/')],
    basePaths: [],
    mount: '/backend/',
  });
  expect(rows.map((row) => row.id)).toEqual(['GET /users/']);
  expect(rows[0]!.documented).not.toBeNull();
});

test('suffix twins and hidden rows are left out', () => {
  const { rows } = joinOperations({
    source: [source('GET', '/a/'), source('GET', '/a.{format}', { formatSuffix: true }), source('GET', '/b/', { reachable: false })],
    documented: [],
    basePaths: [],
    mount: null,
  });
  expect(rows.map((row) => row.id)).toEqual(['GET /a/']);
});

test('a documented GET stands for a view that takes any method; without one the view keeps its own row', () => {
  const any = source('*', '/hook/');
  const ids = (methods: string[]) =>
    joinOperations({
      source: [any],
      documented: methods.map((method) => documented(method, '/hook/')),
      basePaths: [],
      mount: null,
    }).rows.map((row) => row.id);
  expect(ids(['GET', 'POST'])).toEqual(['GET /hook/', 'POST /hook/']);
  expect(ids(['POST'])).toEqual(['* /hook/', 'POST /hook/']);
});

test('a rejection without its positive control is unknown, and says why', async () => {
  const { matrix } = await smallWorld([
    { operation: 'GET /a/', predicted: { ...GUARDED, 'valid-token': 'unknown' } },
    { operation: 'GET /b/', predicted: { ...GUARDED, 'valid-token': 'rejects' } },
    { operation: 'GET /c/', predicted: GUARDED },
  ]);
  const verdict = (index: number): Verdict => matrix.rows[index]!.cells.get('no-token')!.predicted!;
  expect(verdict(0)).toMatchObject({ verdict: 'unknown' });
  expect(verdict(0).reasons[0]!.text).toContain('unknown whether a valid token');
  expect(verdict(1).reasons[0]!.text).toContain('so is the valid token');
  expect(verdict(2).verdict).toBe('rejects');
  expect(matrix.coverage).toMatchObject({ operations: 3, inScope: 3, judged: 1, percent: 33.3, met: false });
});

test('a rejection that rests on nothing modelled stands', async () => {
  const alone: Verdict = { verdict: 'rejects', status: 403, standsAlone: true, reasons: [{ text: 'raises at once' }] };
  const { matrix } = await smallWorld([{ operation: 'GET /a/', predicted: { 'no-token': alone, 'garbage-token': alone } }]);
  expect(matrix.rows[0]!.cells.get('no-token')!.predicted!.verdict).toBe('rejects');
  expect(matrix.coverage.judged).toBe(1);
});

test('the control of one witness does not serve the other', async () => {
  const { matrix } = await smallWorld([
    { operation: 'GET /a/', predicted: GUARDED, observed: { 'no-token': 'rejects', 'garbage-token': 'rejects' } },
  ]);
  expect(matrix.rows[0]!.cells.get('no-token')!.observed!.verdict).toBe('unknown');
  expect(matrix.coverage).toMatchObject({ judged: 1, tested: 0 });
});

test('--min-tested reads the server alone', async () => {
  const { matrix } = await smallWorld([{ operation: 'GET /a/', predicted: GUARDED }], { minTested: 50 });
  expect(matrix.coverage).toMatchObject({ percent: 100, tested: 0, met: false });
});

test('without source an unsafe operation is out of scope, and is told', async () => {
  const { matrix } = await smallWorld([
    { operation: 'GET /a/', promised: PROMISED, observed: OPEN },
    { operation: 'POST /a/', promised: PROMISED },
  ]);
  expect(matrix.coverage).toMatchObject({ operations: 2, inScope: 1 });
  expect(matrix.coverage.notJudged.map(({ operations }) => operations)).toContainEqual(['POST /a/']);
});

test('what was not judged is grouped by reason, the reason that unlocks most first', async () => {
  const because = (text: string, next: string): Verdict => ({ verdict: 'unknown', reasons: [{ text }], next });
  const { matrix } = await smallWorld([
    { operation: 'GET /a/', predicted: { 'no-token': because('one library', '--venv A') } },
    { operation: 'GET /b/', predicted: { 'no-token': because('acme_sso is not here', '--venv .venv') } },
    { operation: 'GET /c/', predicted: { 'no-token': because('acme_sso is not here', '--venv .venv') } },
  ]);
  expect(matrix.coverage.notJudged).toEqual([
    { reason: 'acme_sso is not here', operations: ['GET /b/', 'GET /c/'], next: '--venv .venv' },
    { reason: 'one library', operations: ['GET /a/'], next: '--venv A' },
  ]);
});

test('nothing in scope is never enough', async () => {
  const { matrix } = await smallWorld([], { minCoverage: 0 });
  expect(matrix.coverage).toMatchObject({ operations: 0, percent: 0, met: false });
});

test('a witness that throws becomes an unknown that says so', async () => {
  const thrower = {
    get 'no-token'(): never {
      throw new Error('boom');
    },
  } as never;
  const { matrix } = await smallWorld([{ operation: 'GET /a/', predicted: thrower }]);
  expect(matrix.rows[0]!.cells.get('no-token')!.predicted).toMatchObject({
    verdict: 'unknown',
    reasons: [{ text: expect.stringContaining('boom') }],
  });
});
