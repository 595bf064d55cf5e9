/** WebSockets that the document (101 among the answers of a GET) or the source (Channels) names are opened with and without a token, and nothing is sent (catalogue R39). */
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { ScanOptions } from '../../src/config/options.ts';
import { toScanDocument } from '../../src/reports/json.ts';
import { confirmationsOf } from '../support/confirmations.ts';
import { type Live, operationOf, rowOf, serveLive } from './live.ts';

vi.setConfig({ testTimeout: 240_000 });

let live: Live;

/** no-token, garbage-token, valid-token. */
const EXPECTED = {
  'GET /api/me/': 'rejects rejects admits',
  'GET /ws/anonymous/': 'admits admits admits',
  'GET /ws/breaks/': 'crashes crashes admits',
  'GET /ws/closes-late/': 'rejects rejects admits',
  'GET /ws/desk/': 'rejects rejects admits',
  'GET /ws/guarded/': 'rejects rejects admits',
  'GET /ws/members/': 'rejects rejects admits',
  'GET /ws/open/': 'admits admits admits',
  'GET /ws/presence/': 'rejects admits admits',
  'GET /ws/refuses/': 'rejects rejects admits',
  'GET /ws/rooms/{}/': 'rejects rejects admits',
  'GET /ws/silent/': 'unknown unknown admits',
  'GET /ws/silent-optional/': 'admits rejects admits',
};

beforeAll(async () => {
  const paths = Object.keys(EXPECTED).map((id) => id.slice('GET '.length));
  live = await serveLive(
    Object.fromEntries(paths.map((path) => [path.replace('{}', '{room}'), { get: operationOf(path.startsWith('/ws/') ? 101 : 200) }])),
  );
}, 600_000);
afterAll(() => live?.stop());

const scan = (more: Partial<ScanOptions>) => live.scan({ source: false, spec: live.spec, ...more });

it('tells open sockets from guarded ones, by what the server does after the handshake', async () => {
  const result = await scan({});
  expect(Object.fromEntries(result.matrix.rows.map(({ id }) => [id, rowOf(result.matrix, id)]))).toEqual(EXPECTED);
  const found = result.findings.map(({ rule, severity, operations }) => [rule.id, severity, operations]);
  expect(found).toEqual([
    ['token-in-query', 'medium', ['GET /ws/desk/']],
    ['token-in-query', 'medium', ['GET /ws/members/']],
    ['token-in-query', 'medium', ['GET /ws/rooms/{}/']],
    ['token-not-validated', 'critical', ['GET /ws/presence/']],
    ['broken-promise', 'critical', ['GET /ws/anonymous/']],
    ['broken-promise', 'critical', ['GET /ws/open/']],
    ['broken-promise', 'critical', ['GET /ws/silent-optional/']],
  ]);
  const handshake = result.exchanges.find(({ operation, probe }) => operation === 'GET /ws/closes-late/' && probe === 'no-token')!;
  expect(handshake.request.headers).toContainEqual(['Upgrade', 'websocket']);
  expect(handshake.response!.status).toBe(101);
  expect(JSON.stringify(toScanDocument(result))).not.toContain(live.server.seeded.trim());
  // Some are sent once in a run (keys, made-up paths), however few the operations are.
  const ofOperations = result.exchanges.filter(({ operation }) => operation !== null);
  expect(ofOperations.length - confirmationsOf(result)).toBeLessThanOrEqual(8 * result.matrix.rows.length);
});

it('finds them in the source, says of the source what the server does, and asks the server without any document', async () => {
  const { matrix } = await live.scan({ spec: null });
  const rows = matrix.rows.filter(({ id }) => id in EXPECTED);
  const all = (witness: 'observed' | 'predicted') => Object.fromEntries(rows.map(({ id }) => [id, rowOf(matrix, id, witness)]));
  expect(all('observed')).toEqual(EXPECTED);
  // What a socket gives that says nothing by itself is not known from the source, so there is no control either.
  const silent = { 'GET /ws/silent/': 'unknown unknown unknown', 'GET /ws/silent-optional/': 'unknown unknown unknown' };
  expect(all('predicted')).toEqual({ ...EXPECTED, ...silent });
});

it('keeps to the budget of requests, and says in a dry run what it would open', async () => {
  expect((await scan({ maxRequests: 5 })).exchanges).toHaveLength(5);
  const { plan } = await scan({ dryRun: true });
  const planned = plan!.filter(({ url }) => url.endsWith('/ws/open/'));
  expect(planned[0]!.why).toBe('GET /ws/open/: no-token, before the valid token; a WebSocket handshake, after which nothing is sent');
  expect(planned.every(({ method, headers }) => method === 'GET' && headers.some(([name]) => name === 'Upgrade'))).toBe(true);
});
