/** WebSockets that the document names (101 among the answers of a GET) are opened with and without a token, and nothing is sent (catalogue R39). */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { defaultOptions, type ScanOptions } from '../../src/config/options.ts';
import { Secret } from '../../src/config/secret.ts';
import { toScanDocument } from '../../src/reports/json.ts';
import { runScan } from '../../src/scan/run.ts';
import { type RunningTarget, serveTarget } from './serve.ts';

vi.setConfig({ testTimeout: 240_000 });

let server: RunningTarget;
let folder: string;
let spec: string;

/** no-token, garbage-token, valid-token. */
const EXPECTED = {
  'GET /api/me/': 'rejects rejects admits',
  'GET /ws/closes-late/': 'rejects rejects admits',
  'GET /ws/guarded/': 'rejects rejects admits',
  'GET /ws/open/': 'admits admits admits',
  'GET /ws/presence/': 'rejects admits admits',
  'GET /ws/refuses/': 'rejects rejects admits',
  'GET /ws/silent/': 'unknown unknown admits',
  'GET /ws/silent-optional/': 'admits rejects admits',
};

beforeAll(async () => {
  server = await serveTarget('live', 'marker-Pa55-of-the-live-one', { server: 'uvicorn' });
  folder = mkdtempSync(join(tmpdir(), 'unlatched-sockets-'));
  spec = join(folder, 'openapi.json');
  const answers = (path: string) => ({ [path.startsWith('/ws/') ? 101 : 200]: { description: 'answer' } });
  const paths = Object.keys(EXPECTED).map((id) => id.slice('GET '.length));
  writeFileSync(
    spec,
    JSON.stringify({
      openapi: '3.1.0',
      info: { title: 'Live', version: '1' },
      components: { securitySchemes: { jwt: { type: 'http', scheme: 'bearer' } } },
      paths: Object.fromEntries(paths.map((path) => [path, { get: { security: [{ jwt: [] }], responses: answers(path) } }])),
    }),
  );
}, 600_000);
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await server?.stop();
});

const scan = (more: Partial<ScanOptions>) =>
  runScan(
    {
      ...defaultOptions(server.folder),
      source: false,
      spec,
      url: server.url,
      timeout: 30,
      tokens: [{ scheme: null, secret: new Secret(server.seeded.trim()) }],
      ...more,
    },
    () => {},
  );
type Result = Awaited<ReturnType<typeof scan>>;
const rowOf = (result: Result, id: string) => {
  const { cells } = result.matrix.rows.find((row) => row.id === id)!;
  return ['no-token', 'garbage-token', 'valid-token'].map((probe) => cells.get(probe)!.observed!.verdict).join(' ');
};

it('tells open sockets from guarded ones, by what the server does after the handshake', async () => {
  const result = await scan({});
  expect(Object.fromEntries(result.matrix.rows.map(({ id }) => [id, rowOf(result, id)]))).toEqual(EXPECTED);
  const found = result.findings.map(({ rule, severity, operations }) => [rule.id, severity, operations]);
  expect(found).toEqual([
    ['token-not-validated', 'critical', ['GET /ws/presence/']],
    ['broken-promise', 'critical', ['GET /ws/open/']],
    ['broken-promise', 'critical', ['GET /ws/silent-optional/']],
  ]);
  const handshake = result.exchanges.find(({ operation, probe }) => operation === 'GET /ws/closes-late/' && probe === 'no-token')!;
  expect(handshake.request.headers).toContainEqual(['Upgrade', 'websocket']);
  expect(handshake.response!.status).toBe(101);
  expect(JSON.stringify(toScanDocument(result))).not.toContain(server.seeded.trim());
  expect(result.exchanges.length / result.matrix.rows.length).toBeLessThanOrEqual(8);
});

it('keeps to the budget of requests, and says in a dry run what it would open', async () => {
  expect((await scan({ maxRequests: 5 })).exchanges).toHaveLength(5);
  const { plan } = await scan({ dryRun: true });
  const planned = plan!.filter(({ url }) => url.endsWith('/ws/open/'));
  expect(planned[0]!.why).toBe('GET /ws/open/: no-token, before the valid token; a WebSocket handshake, after which nothing is sent');
  expect(planned.every(({ method, headers }) => method === 'GET' && headers.some(([name]) => name === 'Upgrade'))).toBe(true);
});
