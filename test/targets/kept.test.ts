/** An empty Authorization header where a cache keeps answers, against a real Django server before 5.2.19 (CVE-2026-113593). */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { defaultOptions } from '../../src/config/options.ts';
import { Secret } from '../../src/config/secret.ts';
import { observe } from '../../src/observed/observe.ts';
import { runScan } from '../../src/scan/run.ts';
import { requestFor, target } from '../observed/request.ts';
import { type RunningTarget, serveTarget } from './serve.ts';

vi.setConfig({ testTimeout: 240_000 });

let server: RunningTarget;
beforeAll(async () => {
  server = await serveTarget('around', 'marker-Pa55-of-the-cache');
}, 600_000);
afterAll(() => server?.stop());

const WAY = { place: 'header', name: 'X-API-Key', word: 'none' } as const;
const ask = (path: string, more: object = {}) =>
  observe(requestFor(server.url, [target(`GET ${path}`)], { token: server.seeded.trim(), timeout: 30, way: WAY, ...more }));
const isEmpty = ({ request }: { request: { headers: readonly (readonly [string, string])[] } }) =>
  request.headers.some(([name, value]) => name === 'Authorization' && value === '');

it.each([
  ['/api/kept/stock/', 'admits', 2],
  // Kept for each caller.
  ['/api/kept/apart/', 'rejects', 1],
  // Nothing says that it is kept, so nothing is asked.
  ['/api/kept/plain/', 'rejects', 0],
])('%s: %s', async (path, verdict, asked) => {
  const seen = await ask(path);
  const found = seen.verdicts.get(`GET ${path}`)!.get('no-token')!;
  expect(found.verdict).toBe(verdict);
  expect(seen.exchanges.filter((one) => one.probe === 'no-token' && isEmpty(one))).toHaveLength(asked);
  if (verdict === 'admits') {
    expect(found).toMatchObject({ stage: 'middleware', conditions: [expect.anything(), 'the request has an empty Authorization header'] });
    const statuses = found.reasons.map(({ exchange }) => seen.exchanges.find(({ id }) => id === exchange)!.response!.status);
    expect(statuses).toEqual([200, 401, 401, 200]);
  }
});

it('is one finding, and stands in the plan of a dry run', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'unlatched-kept-'));
  const spec = join(folder, 'openapi.json');
  const components = { securitySchemes: { key: { type: 'apiKey', in: 'header', name: 'X-API-Key' } } };
  const guarded = { get: { security: [{ key: [] }], responses: { 200: { description: 'stock' } } } };
  const paths = { '/api/kept/stock/': guarded, '/api/kept/apart/': guarded };
  writeFileSync(spec, JSON.stringify({ openapi: '3.1.0', info: { title: 'Kept', version: '1' }, components, paths }));
  // What the first test had kept is another server's.
  const other = await serveTarget('around', 'marker-Pa55-of-the-cache');
  const tokens = [{ scheme: null, secret: new Secret(other.seeded.trim()), way: WAY }];
  const { findings } = await runScan({ ...defaultOptions(folder), source: false, spec, url: other.url, timeout: 30, tokens }, () => {});
  await other.stop();
  rmSync(folder, { recursive: true });
  expect(
    findings
      .filter(({ severity }) => severity !== 'info')
      .map(({ rule, operations, message }) => [rule.id, operations, message.split(': ').at(-1)]),
  ).toEqual([['shared-cache', ['GET /api/kept/stock/'], 'then the cache answers whoever sends an empty Authorization header.']]);
  const { plan } = await ask('/api/kept/stock/', { dryRun: true });
  expect(plan.filter(({ why }) => why.includes('no-token with an empty header')).map(({ headers }) => headers.at(-1))).toEqual([
    ['Authorization', ''],
  ]);
});
