/** Requests without a token in other words, against a real Django server whose gates stand in front of the views. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { defaultOptions, type ScanOptions } from '../../src/config/options.ts';
import { Secret } from '../../src/config/secret.ts';
import type { Observation } from '../../src/model/witness.ts';
import { observe } from '../../src/observed/observe.ts';
import { admissionOf } from '../../src/reports/digest/who-gets-in.ts';
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

const ask = (ids: readonly string[], more: object = {}): Promise<Observation> =>
  observe(
    requestFor(
      server.url,
      ids.map((id) => target(id)),
      { token: server.seeded.trim(), timeout: 30, ...more },
    ),
  );

/** What the witness says of a probe: its verdict, and what it got or why it cannot tell. */
const told = (seen: Observation, id: string, probe: string): string => {
  const { verdict, effect, reasons } = seen.verdicts.get(id)!.get(probe)!;
  return verdict === 'rejects' ? verdict : `${verdict}: ${effect ?? reasons[0]!.text.replace(/, x\d+$/, '')}`;
};

/** Where single paths are guarded, pages are no exception. */
const BEHIND = 'unknown: not sent: a made-up path beside it is not refused, so no gate stands in front of the routes';

describe('without a token', () => {
  it.each([
    ['/api/case/stock/', 'admits: with capital letters: 2 records', 'rejects'],
    ['/api/suffix/', 'admits: with the suffix .json: 2 records', BEHIND],
    ['/api/slash/', 'admits: without the final slash: 2 records', BEHIND],
    ['/api/encoded/stock/', 'admits: with a letter of each name percent-encoded: 2 records', 'rejects'],
    ['/api/folded/stock/', 'admits: with two slashes in front: 2 records', 'rejects'],
    ['/api/pages/plain/', 'rejects', 'admits: as HTML: 2 records'],
    ['/api/docs/stock/', 'rejects', 'admits: with ?format=api: an HTML page'],
    ['/api/strict/stock/', 'rejects', 'rejects'],
    // A shell for browsers, a page that sends people elsewhere, a list that is empty without a token, a gateway that answers whatever path there is.
    ['/api/strict/shell/', 'rejects', 'unknown: no token, as HTML: GET answered 200 with an HTML page (REACHED)'],
    ['/api/strict/account/', 'rejects', 'unknown: no token, as HTML: GET answered 200 with an HTML page (REACHED)'],
    ['/api/own/stock/', 'unknown: no token, with capital letters: GET answered 200 with 0 records (REACHED)', 'rejects'],
    ['/api/gateway/stock/', 'unknown: the server answers made-up paths alike', BEHIND],
  ])('%s: %s; as a page %s', async (path, spelt, page) => {
    const id = `GET ${path}`;
    const seen = await ask([id]);
    expect(['no-token', 'path-variant', 'other-representation'].map((probe) => told(seen, id, probe))).toEqual(['rejects', spelt, page]);
    expect(seen.canary).toBe('held');
  });

  it('a view that refuses by itself is asked in plain words only', async () => {
    const id = 'GET /api/view/stock/';
    const seen = await ask([id]);
    expect(told(seen, id, 'path-variant')).toContain('the refusal comes out of the view itself');
    expect(seen.exchanges.filter(({ probe }) => probe === 'path-variant' || probe === 'other-representation')).toEqual([]);
  });

  it('an admission is asked for twice, between them in plain words and for a path that is none', async () => {
    const seen = await ask(['GET /api/case/stock/']);
    const { reasons } = seen.verdicts.get('GET /api/case/stock/')!.get('path-variant')!;
    const asked = reasons.map(({ exchange }) => {
      const { request, response } = seen.exchanges.find(({ id }) => id === exchange)!;
      return [
        new URL(request.url).pathname.replace(/[0-9a-f]{12}/, '*'),
        response!.status,
        request.headers.some(([name]) => name === 'Authorization'),
      ];
    });
    expect(asked).toEqual([
      ['/Api/Case/Stock/', 200, false],
      ['/Api/Case/Stock/', 200, false],
      ['/api/case/stock/', 401, false],
      ['/Api/Case/Unlatched-*/', 404, false],
      ['/api/case/stock/', 200, true],
    ]);
  });

  it('one operation of a folder speaks for those that are refused alike', async () => {
    const ids = ['GET /api/strict/stock/', 'GET /api/strict/shell/'];
    const seen = await ask(ids);
    expect(ids.map((id) => told(seen, id, 'path-variant'))).toEqual([
      'rejects',
      'unknown: not sent here: asked once for operations that are denied alike, at GET /api/strict/stock/',
    ]);
  });
});

describe('two lines of Authorization', () => {
  const ORDERS = ['token-before-garbage', 'token-after-garbage'];

  it.each([
    ['/api/first/', ['admits', 'rejects']],
    ['/api/last/', ['rejects', 'admits']],
    ['/api/view/stock/', ['rejects', 'rejects']],
  ])('%s', async (path, expected) => {
    const seen = await ask([`GET ${path}`]);
    const row = seen.verdicts.get(`GET ${path}`)!;
    expect(ORDERS.map((probe) => row.get(probe)!.verdict)).toEqual(expected);
    expect(JSON.stringify(seen.exchanges)).not.toContain(server.seeded.trim().split('.')[2]);
  });

  it('under ASGI, where whoever makes a dictionary of the headers keeps the last', async () => {
    const other = await serveTarget('around', 'marker-Pa55-of-the-one-around', { server: 'uvicorn' });
    const kinds = async (id: string) => {
      const seen = await observe(requestFor(other.url, [target(id)], { token: other.seeded.trim(), timeout: 30 }));
      return ORDERS.map((probe) => seen.verdicts.get(id)!.get(probe)!.verdict);
    };
    const found = [await kinds('GET /api/last/'), await kinds('GET /api/view/stock/')];
    await other.stop();
    expect(found).toEqual([
      ['rejects', 'admits'],
      ['rejects', 'rejects'],
    ]);
  });

  it('are two lines on the wire, and are not sent where the token travels otherwise', async () => {
    const lines: string[][] = [];
    const listener = createServer(({ url, headers, rawHeaders }, response) => {
      const own = rawHeaders.flatMap((name, at) => (at % 2 === 0 && /^(authorization|cookie)$/i.test(name) ? [rawHeaders[at + 1]!] : []));
      lines.push(own);
      const taken = own.length === 1 && (headers.authorization === 'Bearer the-valid-token' || headers.cookie === 'key=the-valid-token');
      response.writeHead(taken && url === '/things/' ? 200 : 401, { 'Content-Type': 'application/json', Allow: 'GET' });
      response.end(JSON.stringify(taken ? [{ id: 1 }] : { detail: 'no' }));
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => listener.once('listening', resolve));
    const url = `http://127.0.0.1:${(listener.address() as AddressInfo).port}`;
    const things = (more: object) => observe(requestFor(url, [target('GET /things/')], { token: 'the-valid-token', ...more }));
    const row = (await things({})).verdicts.get('GET /things/')!;
    expect(ORDERS.map((probe) => row.get(probe)!.verdict)).toEqual(['rejects', 'rejects']);
    const twice = lines.filter(({ length }) => length === 2);
    expect(twice.map((pair) => pair.indexOf('Bearer the-valid-token')).sort()).toEqual([0, 1]);
    lines.length = 0;
    const inCookie = await things({ way: { place: 'cookie', name: 'key', word: 'none' } });
    listener.close();
    expect(inCookie.verdicts.get('GET /things/')!.get('valid-token')!.verdict).toBe('admits');
    expect(inCookie.verdicts.get('GET /things/')!.get(ORDERS[0]!)!.reasons[0]!.text).toBe(
      'not sent: the token does not travel in a header',
    );
    expect(lines.every(({ length }) => length < 2)).toBe(true);
  });
});

it('a dry run names each of these requests, and sends none', async () => {
  const before = (await server.log()).length;
  const { plan } = await ask(['GET /api/case/stock/'], { dryRun: true });
  const planned = plan.filter(({ why }) => /^(path-variant|other-representation), .*when no-token is denied/.test(why));
  expect(planned.map(({ url, headers }) => [url.replace(server.url, ''), headers.find(([name]) => name === 'Accept')![1]])).toEqual(
    expect.arrayContaining([
      ['/api/case/stock/', 'text/html'],
      ['/api/case/stock/?format=api', '*/*'],
      ['/api/case/stock.json', 'application/json'],
      ['/api/case/stock', 'application/json'],
      ['/Api/Case/Stock/', 'application/json'],
      ['/%61pi/%63ase/%73tock/', 'application/json'],
      ['//api/case/stock/', 'application/json'],
    ]),
  );
  expect(await server.log()).toHaveLength(before);
});

describe('a page of a foreign origin', () => {
  const scan = (of: RunningTarget, secret: string, more: Partial<ScanOptions> = {}) =>
    runScan(
      { ...defaultOptions(of.folder), url: of.url, timeout: 30, tokens: [{ scheme: null, secret: new Secret(secret) }], ...more },
      () => {},
    );

  it('is asked for once, by the canary; where that is refused the token has not died', async () => {
    const seen = await ask(['GET /api/homely/']);
    const abroad = seen.exchanges.filter(({ request }) => request.headers.some(([name]) => name === 'Origin'));
    expect(abroad.map(({ probe, response }) => [probe, response!.status])).toEqual([['valid-token', 403]]);
    expect(abroad[0]!.curl).toContain('-H "Origin: https://canary.invalid"');
    expect(seen.canary).toBe('held');
    expect(seen.verdicts.get('GET /api/homely/')!.get('no-token')!.verdict).toBe('rejects');
  });

  it.each([
    ['any', 'medium'],
    ['few', null],
  ])('%s origin is named: %s', async (cors, severity) => {
    const other = await serveTarget('around', 'marker-Pa55-of-the-one-around', { env: { TARGET_CORS: cors } });
    try {
      const told = async (more: Partial<ScanOptions>) => {
        const { findings } = await scan(other, other.seeded.trim(), { env: { TARGET_CORS: cors }, ...more });
        return findings
          .filter(({ rule }) => rule.id === 'reflected-origin')
          .map((finding) => [finding.severity, finding.confidence, finding.place?.file ?? null, finding.proof.length]);
      };
      const found = (...rest: unknown[]) => (severity === null ? [] : [[severity, ...rest]]);
      expect(await told({})).toEqual(found('certain', 'settings.py', 1));
      expect(await told({ url: null, tokens: [] })).toEqual(found('firm', 'settings.py', 0));
    } finally {
      await other.stop();
    }
  });
});

it('each hole is one finding with the requests that show it; a sound operation has none', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'unlatched-around-'));
  const spec = join(folder, 'openapi.json');
  const components = { securitySchemes: { jwt: { type: 'http', scheme: 'bearer' } } };
  const guarded = ['case', 'docs', 'view'].map((name) => [`/api/${name}/stock/`, { get: operationOf() }] as const);
  const forbidden = { ...operationOf(), responses: { 200: { description: 'stock' }, 401: { description: 'no token' } } };
  const paths = { ...Object.fromEntries(guarded), '/api/forbidden/': { get: forbidden } };
  writeFileSync(spec, JSON.stringify({ openapi: '3.1.0', info: { title: 'Around', version: '1' }, components, paths }));
  const tokens = [{ scheme: null, secret: new Secret(server.seeded.trim()) }];
  const result = await runScan({ ...defaultOptions(server.folder), source: false, spec, url: server.url, timeout: 30, tokens }, () => {});
  rmSync(folder, { recursive: true });
  expect(result.findings.map(({ rule, operations, severity, message }) => [rule.id, operations, severity, message.split(': ')[1]])).toEqual(
    [
      ['alternate-path', ['GET /api/case/stock/'], 'high', 'turns away a request without a token, and answers it with capital letters.'],
      ['alternate-path', ['GET /api/docs/stock/'], 'high', 'turns away a request without a token, and answers it with ?format=api.'],
      ['refusal-without-challenge', ['GET /api/case/stock/', 'GET /api/docs/stock/'], 'info', 'answers 401 without WWW-Authenticate.'],
      [
        'refusal-without-challenge',
        ['GET /api/forbidden/'],
        'info',
        'answers 403 to a request without a token, where the document lists 401.',
      ],
    ],
  );
  const proof = new Set(result.findings.flatMap((finding) => finding.proof));
  expect(result.exchanges.filter(({ id }) => proof.has(id)).map(({ curl }) => curl)).toEqual(
    expect.arrayContaining([
      `curl -sSi -H "Accept: application/json" "${server.url}/Api/Case/Stock/"`,
      `curl -sSi -H "Accept: */*" "${server.url}/api/docs/stock/?format=api"`,
    ]),
  );
  expect(['case', 'docs', 'view'].map((name) => admissionOf(result.matrix.rows.find(({ path }) => path.includes(name))!, result))).toEqual([
    'anyone',
    'anyone',
    'valid-only',
  ]);
});
