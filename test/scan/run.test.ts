/** The run from outside: a document on disk, a server on a loopback port, and a source that answers from a table. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { defaultOptions, type ScanOptions } from '../../src/config/options.ts';
import { Secret } from '../../src/config/secret.ts';
import { writeBaseline } from '../../src/findings/baseline.ts';
import { UsageError } from '../../src/model/errors.ts';
import type { ScanEvent } from '../../src/model/events.ts';
import { scanDocumentSchema } from '../../src/model/scan-document.ts';
import { toScanDocument } from '../../src/reports/json.ts';
import { DOORS, type Doors } from '../../src/scan/doors.ts';
import { runRoutes } from '../../src/scan/routes.ts';
import { runScan } from '../../src/scan/run.ts';
import { GUARDED, OPEN, predictedOf, type SmallOperation } from '../rules/small-matrix.ts';

const TOKEN = 'tok-5f1e0c7a9b2d4e8f';
const KEY = 'key-77aa01bb35cc9d2e';
const DOCUMENT = `openapi: 3.0.3
info: {title: t, version: '1'}
security: [{bearerAuth: []}]
paths:
  /guarded/: {get: {responses: {'200': {description: ok}}}}
  /open/: {get: {responses: {'200': {description: ok}}}}
  /machines/: {get: {security: [{machine: []}], responses: {'200': {description: ok}}}}
  /write/: {post: {responses: {'201': {description: ok}}}}
components:
  securitySchemes:
    bearerAuth: {type: http, scheme: bearer}
    machine: {type: http, scheme: bearer}
`;

let folder: string;
let server: Server;
let url: string;
const asked: string[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'unlatched-scan-'));
  writeFileSync(join(folder, 'openapi.yaml'), DOCUMENT);
  server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://x').pathname;
    asked.push(`${request.method} ${path}`);
    const wanted = path === '/machines/' ? KEY : TOKEN;
    const known = ['/guarded/', '/open/', '/machines/'].includes(path);
    // Node itself hands on the first of several lines.
    const given = request.headersDistinct.authorization ?? [];
    const allowed = path === '/open/' || (given.length === 1 && given[0] === `Bearer ${wanted}`);
    const status = !known ? 404 : allowed ? 200 : 401;
    response.writeHead(status, { 'Content-Type': 'application/json', Allow: 'GET, HEAD', 'WWW-Authenticate': 'Bearer' });
    response.end(JSON.stringify(status === 200 ? [{ id: 1, name: 'Eva', mail: 'eva@example.org' }] : { detail: 'no' }));
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

const nothing = (): void => {};

function options(overrides: Partial<ScanOptions> = {}): ScanOptions {
  return { ...defaultOptions(folder), source: false, spec: join(folder, 'openapi.yaml'), ...overrides };
}

const tokens = [
  { scheme: null, secret: new Secret(TOKEN) },
  { scheme: 'machine', secret: new Secret(KEY) },
];

/** A source that answers from a table; document and server are the real ones. */
function withSource(operations: readonly SmallOperation[]): Doors {
  return { ...DOORS, loadSource: async () => predictedOf(operations)! };
}

test('a document alone proves nothing: exit 3', async () => {
  const result = await runScan(options(), nothing);
  expect(result.exitCode).toBe(3);
  expect(result.findings).toEqual([]);
  expect(result.grade).toBeNull();
  expect(result.matrix.coverage).toMatchObject({ operations: 4, inScope: 3, judged: 0 });
});

test('document and server: the open operation is a broken promise, each token goes where it belongs', async () => {
  const events: ScanEvent[] = [];
  const result = await runScan(options({ url, tokens }), (event) => events.push(event));
  expect(result.findings.map(({ rule, operations, severity, confidence }) => [rule.id, operations, severity, confidence])).toEqual([
    ['broken-promise', ['GET /open/'], 'critical', 'firm'],
  ]);
  expect(result.exitCode).toBe(1);
  expect(result.witnesses.observed).toMatchObject({ url, canary: 'held' });
  const row = result.matrix.rows.find(({ id }) => id === 'GET /machines/')!;
  expect(row.cells.get('no-token')!.observed!.verdict).toBe('rejects');
  expect(row.cells.get('valid-token')!.observed!.verdict).toBe('admits');
  expect(result.matrix.coverage).toMatchObject({ judged: 3, tested: 3, percent: 100, met: true });
  expect(asked.filter((line) => line.includes('/write/') || !/^(GET|HEAD|OPTIONS) /.test(line))).toEqual([]);
  expect(events.some((event) => event.type === 'phase' && event.witness === 'observed')).toBe(true);
  // Exchanges of both tokens are numbered through, and every proof is there.
  const ids = result.exchanges.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(result.findings[0]!.proof.length).toBeGreaterThan(0);
  for (const id of result.findings[0]!.proof) expect(ids).toContain(id);
  const document = toScanDocument(result);
  expect(() => scanDocumentSchema.parse(document)).not.toThrow();
  expect(JSON.stringify(document)).not.toMatch(new RegExp(`${TOKEN}|${KEY}`));
});

test('a wrong token: nothing is verified', async () => {
  const wrong = [{ scheme: null, secret: new Secret('tok-nobody-issued-this') }];
  const result = await runScan(options({ url, tokens: wrong }), nothing);
  expect(result.matrix.rows.find(({ id }) => id === 'GET /guarded/')!.cells.get('no-token')!.observed!.verdict).toBe('unknown');
  expect(result.matrix.coverage.met).toBe(false);
});

test('a dry run sends nothing and fails nothing', async () => {
  asked.length = 0;
  const result = await runScan(options({ url, tokens, dryRun: true }), nothing);
  expect(asked).toEqual([]);
  expect(result.plan!.length).toBeGreaterThan(0);
  expect(JSON.stringify(result.plan)).not.toContain(TOKEN);
  expect(result.exitCode).toBe(0);
  expect(result.witnesses.observed).toBeUndefined();
});

const SOURCE: readonly SmallOperation[] = [
  { operation: 'GET /guarded/', predicted: GUARDED },
  { operation: 'POST /write/', predicted: OPEN, causes: { 'no-token': { implicit: true, symbol: 'app.Write', origin: 'class' } } },
];

test('source alone judges writes as well, and a baseline quiets what is known', async () => {
  const doors = withSource(SOURCE);
  const result = await runScan(options({ source: true, spec: null }), nothing, doors);
  expect(result.exitCode).toBe(1);
  expect(result.findings.map(({ rule, severity }) => [rule.id, severity])).toEqual([['open-operation', 'critical']]);
  expect(result.grade).toEqual({ letter: 'C', score: 72 });
  const baseline = join(folder, 'baseline.json');
  writeFileSync(baseline, writeBaseline(result.findings));
  const again = await runScan(options({ source: true, spec: null, baseline }), nothing, doors);
  expect(again.exitCode).toBe(0);
  expect(again.baseline).toMatchObject({ new: 0, known: 1, fixed: [] });
  const zero = await runScan(options({ source: true, spec: null, exitZero: true }), nothing, doors);
  expect(zero.exitCode).toBe(0);
  expect(zero.findings[0]!.gates).toBe(true);
});

test('--only and --skip choose rules; a wrong name is told with the nearest', async () => {
  const doors = withSource(SOURCE);
  expect((await runScan(options({ source: true, spec: null, skip: ['CWE-306'] }), nothing, doors)).findings).toEqual([]);
  expect((await runScan(options({ source: true, spec: null, only: ['open-operation'] }), nothing, doors)).findings).toHaveLength(1);
  await expect(runScan(options({ only: ['open-operations'] }), nothing)).rejects.toThrow(/did you mean open-operation\?/);
});

test('configuration that means nothing is reported', async () => {
  const place = { file: 'pyproject.toml', line: 3 };
  const result = await runScan(
    options({
      source: true,
      spec: null,
      public: [
        { operation: 'GET /nowhere/', reason: 'r', place },
        { operation: 'POST /write/', reason: 'a drop box', place },
        { operation: 'write', reason: 'r', place },
      ],
    }),
    nothing,
    withSource(SOURCE),
  );
  expect(result.findings).toEqual([]);
  expect(result.problems.map(({ text }) => text)).toEqual([
    expect.stringContaining('write is not METHOD /path'),
    expect.stringContaining('no operation is GET /nowhere/'),
  ]);
});

test('a witness that breaks is a problem, the others go on: exit 4', async () => {
  const broken: Doors = {
    ...DOORS,
    loadSource: async () => {
      throw new TypeError('cannot read\n  properties');
    },
  };
  const result = await runScan(options({ source: true, url, tokens }), nothing, broken);
  expect(result.exitCode).toBe(4);
  expect(result.findings.map(({ rule }) => rule.id)).toEqual(['broken-promise']);
  const problem = result.problems.find(({ severity }) => severity === 'error')!;
  expect(problem.text).toMatch(/^Unlatched failed on the source \(cannot read properties\)[^\n]*report/);
});

test('interrupted: what is known is there, exit 130', async () => {
  const controller = new AbortController();
  const result = await runScan(
    options({ source: true, spec: null, signal: controller.signal }),
    (event) => {
      if (event.type === 'phase' && event.witness === 'matrix') controller.abort();
    },
    withSource(SOURCE),
  );
  expect(result).toMatchObject({ interrupted: true, exitCode: 130 });
  expect(result.matrix.rows).toHaveLength(2);
});

test('what the user can mend is one line', async () => {
  await expect(runScan(options({ spec: join(folder, 'missing.yaml') }), nothing)).rejects.toBeInstanceOf(UsageError);
  await expect(runScan(options({ spec: 'https://example.org/openapi.json' }), nothing)).rejects.toThrow(/--spec URL/);
  await expect(runScan(options({ baseline: join(folder, 'openapi.yaml') }), nothing)).rejects.toThrow(/not JSON/);
  const found = await runScan(options({ spec: 'auto' }), nothing);
  expect(found.witnesses.promised!.document).toContain('openapi.yaml');
});

test('routes: every row, with or without verdicts', async () => {
  const doors = withSource(SOURCE);
  const base = { ...defaultOptions(folder), source: true };
  const plain = await runRoutes({ ...base, verdicts: false }, nothing, doors);
  expect(plain.operations.map(({ method, path }) => `${method} ${path}`)).toEqual(['GET /guarded/', 'POST /write/']);
  expect(plain.verdicts).toBeNull();
  const judged = await runRoutes({ ...base, verdicts: true }, nothing, doors);
  expect(judged.verdicts!.get('r1')!.get('no-token')!.verdict).toBe('admits');
});
