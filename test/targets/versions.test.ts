/** Other versions of a documented path, on a real Django server: a mount without the gate is told, one with it or none is not. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { defaultOptions, type ScanOptions } from '../../src/config/options.ts';
import { Secret } from '../../src/config/secret.ts';
import { observe } from '../../src/observed/observe.ts';
import { runScan } from '../../src/scan/run.ts';
import { requestFor, target } from '../observed/request.ts';
import { operationOf } from './live.ts';
import { type RunningTarget, serveTarget } from './serve.ts';

// A busy machine needs longer for the first request of a fresh worker.
vi.setConfig({ testTimeout: 240_000 });

let server: RunningTarget;
beforeAll(async () => {
  server = await serveTarget('around', 'marker-Pa55-of-the-one-around');
}, 600_000);
afterAll(() => server?.stop());

const ask = (ids: readonly string[], more: object = {}, known: object = {}) =>
  observe(
    requestFor(
      server.url,
      ids.map((id) => target(id, known)),
      { token: server.seeded.trim(), timeout: 30, ...more },
    ),
  );
const pathsAsked = (seen: Awaited<ReturnType<typeof ask>>): string[] =>
  seen.exchanges.filter(({ probe }) => probe === 'version-path').map(({ request }) => new URL(request.url).pathname);

it.each([
  ['forgotten', 'admits: as v1: 2 records'],
  ['bare', 'admits: without the version in the path: 2 records'],
  ['kept', 'rejects'],
  ['alone', 'rejects'],
  ['off', 'unknown: the server answers made-up paths alike'],
  ['moved', 'unknown: no token, as v1: GET answered 200 with an object with 1 field (REACHED)'],
])('%s: %s', async (name, expected) => {
  const id = `GET /${name}/v2/stock/`;
  const seen = await ask([id]);
  const { verdict, effect, reasons } = seen.verdicts.get(id)!.get('version-path')!;
  expect(verdict === 'rejects' ? verdict : `${verdict}: ${effect ?? reasons[0]!.text.replace(/, x\d+$/, '')}`).toBe(expected);
  expect(seen.verdicts.get(id)!.get('no-token')!.verdict).toBe('rejects');
});

it('a few operations of a version are asked until one is known elsewhere, those of the document and the source never', async () => {
  const extra = 'GET /forgotten/v2/extra/';
  const seen = await ask([extra, 'GET /forgotten/v2/stock/', 'GET /forgotten/v2/zebra/']);
  expect(pathsAsked(seen).slice(0, 4)).toEqual([
    '/forgotten/v1/extra/',
    '/forgotten/v3/extra/',
    '/forgotten/extra/',
    '/forgotten/v1/stock/',
  ]);
  const listed = await ask(['GET /forgotten/v2/stock/', 'GET /forgotten/v1/stock/']);
  expect(pathsAsked(listed)).not.toContain('/forgotten/v1/stock/');
  const bySource = await ask(['GET /forgotten/v2/stock/'], {}, { doorsByDocument: false });
  expect(pathsAsked(bySource)).toEqual([]);
});

it('a dry run lists them', async () => {
  const { plan } = await ask(['GET /forgotten/v2/stock/'], { dryRun: true });
  const planned = plan.filter(({ why }) => why.startsWith('version-path, ')).map(({ url }) => url.replace(server.url, ''));
  expect(planned).toEqual(['/forgotten/v1/stock/', '/forgotten/v3/stock/', '/forgotten/stock/']);
});

it('is one finding, at the operation that is guarded', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'unlatched-versions-'));
  const spec = join(folder, 'openapi.json');
  const components = { securitySchemes: { jwt: { type: 'http', scheme: 'bearer' } } };
  const paths = Object.fromEntries(['forgotten', 'kept', 'off'].map((name) => [`/${name}/v2/stock/`, { get: operationOf() }]));
  writeFileSync(spec, JSON.stringify({ openapi: '3.1.0', info: { title: 'Versions', version: '2' }, components, paths }));
  const tokens = [{ scheme: null, secret: new Secret(server.seeded.trim()) }];
  const { findings } = await runScan(
    { ...defaultOptions(server.folder), source: false, spec, url: server.url, timeout: 30, tokens },
    () => {},
  );
  rmSync(folder, { recursive: true });
  expect(findings.map(({ rule, operations, severity, title, message }) => [rule.id, operations, severity, title, message])).toEqual([
    [
      'alternate-path',
      ['GET /forgotten/v2/stock/'],
      'high',
      'another version of the path is not guarded',
      'GET /forgotten/v2/stock/: turns away a request without a token, and answers it as v1.',
    ],
  ]);
});

describe('a version that the request names', () => {
  const scan = async (options: Partial<ScanOptions>) => {
    const tokens = [{ scheme: null, secret: new Secret(server.seeded.trim()) }];
    const result = await runScan({ ...defaultOptions(server.folder), url: server.url, timeout: 30, tokens, ...options }, () => {});
    const found = result.findings.filter(({ title }) => title === 'another version of the API needs no token');
    return {
      result,
      messages: found
        .map(({ severity, message }) => `${severity} ${message.replace('turns away a request without a token, and answers it ', '')}`)
        .sort(),
    };
  };

  it('is the other one of the settings', async () => {
    const { result, messages } = await scan({});
    expect(messages).toEqual(['high GET /named/accept/: as application/json; version=1.']);
    const firm = result.matrix.rows.find(({ path }) => path === '/named/firm/')!;
    expect(firm.cells.get('other-version')!.observed!.verdict).toBe('rejects');
  });

  it('is the one beside that of the document: by media type, header or query parameter', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'unlatched-versions-'));
    const spec = join(folder, 'openapi.json');
    const components = { securitySchemes: { jwt: { type: 'http', scheme: 'bearer' } } };
    const parameter = (place: string, name: string) => ({ parameters: [{ in: place, name, schema: { type: 'string', default: '2' } }] });
    const typed = { responses: { 200: { description: 'stock', content: { 'application/json; version=2': {} } } } };
    const named = {
      accept: typed,
      firm: typed,
      query: parameter('query', 'version'),
      header: parameter('header', 'X-API-Version'),
    };
    const paths = Object.fromEntries(
      Object.entries(named).map(([name, more]) => [`/named/${name}/`, { get: { ...operationOf(), ...more } }]),
    );
    writeFileSync(spec, JSON.stringify({ openapi: '3.1.0', info: { title: 'Versions', version: '2' }, components, paths }));
    const { messages } = await scan({ source: false, spec });
    const { result: dry } = await scan({ source: false, spec, dryRun: true });
    rmSync(folder, { recursive: true });
    expect(messages).toEqual([
      'high GET /named/accept/: as application/json; version=1.',
      'high GET /named/header/: with 1 as X-API-Version.',
      'high GET /named/query/: with ?version=1.',
    ]);
    const planned = (dry.plan ?? []).filter(({ why }) => why.startsWith('other-version, '));
    expect(planned.map(({ url, headers }) => [url.replace(server.url, ''), headers.at(-1)])).toEqual(
      expect.arrayContaining([
        ['/named/query/?version=1', ['Accept', 'application/json']],
        ['/named/header/', ['X-API-Version', '1']],
        ['/named/accept/', ['Accept', 'application/json; version=1']],
      ]),
    );
  });
});
