/** Logins of every usual kind and the server's own document, against a real Django server. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it, test, vi } from 'vitest';
import { defaultOptions, type ScanOptions } from '../../src/config/options.ts';
import { Secret } from '../../src/config/secret.ts';
import { logIn } from '../../src/observed/login.ts';
import { observe } from '../../src/observed/observe.ts';
import { toScanDocument } from '../../src/reports/json.ts';
import { runScan } from '../../src/scan/run.ts';
import { requestFor, target } from '../observed/request.ts';
import { type RunningTarget, serveTarget } from './serve.ts';

// A busy machine needs longer for the first request of a fresh worker.
vi.setConfig({ testTimeout: 60_000 });

const PASSWORD = 'marker-Pa55-of-ann';
let server: RunningTarget;
beforeAll(async () => {
  server = await serveTarget('doors', PASSWORD);
}, 120_000);
afterAll(() => server?.stop());

const access = () => ({ url: server.url, headers: [], rate: null, timeout: 30, allowHosts: [], signal: new AbortController().signal });
const enter = (path: string, user = 'ann', password = PASSWORD) => logIn({ ...access(), login: { path, why: 'test' }, user, password });

it.each([
  ['/api/enter/', 'ann', 1],
  ['/api/opaque-token/', 'ann', 1],
  ['/api/knox/', 'ann', 2],
  ['/api/form/', 'ann', 2],
  ['/api/mail/', 'ann.meadow@example.org', 2],
])('finds the token of %s', async (path, user, requests) => {
  const result = await enter(path, user);
  expect(result.problem).toBeNull();
  expect(result.token).toMatch(/^[\w.-]{30,}$/);
  expect(result.exchanges).toHaveLength(requests);
  const text = JSON.stringify(result.exchanges);
  for (const secret of [PASSWORD, result.token!, Buffer.from(`ann:${PASSWORD}`).toString('base64')]) expect(text).not.toContain(secret);
});

it('takes a refusal for final, and never repeats a wrong password', async () => {
  const result = await enter('/api/enter/', 'ann', 'wrong-password-of-ann');
  expect(result).toMatchObject({ token: null, problem: expect.stringContaining('answered 401') });
  expect(result.exchanges).toHaveLength(1);
  expect((await enter('/api/enter')).problem).toMatch(/404|redirect|500/);
});

const scanOptions = (more: Partial<ScanOptions>): ScanOptions => ({
  ...defaultOptions(server.folder),
  url: server.url,
  timeout: 30,
  login: { operation: null, user: new Secret('ann'), password: new Secret(PASSWORD) },
  ...more,
});

test('with source: the login is found by its class, the document by its view', async () => {
  const before = (await server.log()).length;
  const result = await runScan(scanOptions({ spec: 'auto' }), () => {});
  expect(result.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(result.problems.map(({ text }) => text).join()).toContain('as SECRET_KEY: whoever knows it');
  expect(result.witnesses.promised?.document).toBe(`${server.url}/hidden/description/`);
  expect(result.witnesses.observed?.canary).toBe('held');
  const cells = result.matrix.rows.find(({ id }) => id === 'GET /api/people/')!.cells;
  expect(cells.get('valid-token')!.observed!.verdict).toBe('admits');
  expect(cells.get('no-token')!.observed!.verdict).toBe('rejects');
  const sent = (await server.log()).slice(before);
  expect(sent.filter((line) => !/^(GET|HEAD) /.test(line))).toEqual(['POST /api/enter/']);
  expect(sent).toHaveLength(result.witnesses.observed!.requests);
  expect(new Set(result.exchanges.map(({ id }) => id)).size).toBe(result.exchanges.length);
  expect(JSON.stringify(toScanDocument(result))).not.toMatch(new RegExp(`${PASSWORD}|eyJ|doors-target-key`));
});

test('without source: named login, document by URL; a dry run says what it would send and sends nothing', async () => {
  const named = { operation: '/api/enter/', user: new Secret('ann'), password: new Secret(PASSWORD) };
  const more = { source: false, spec: `${server.url}/hidden/description/`, login: named };
  const result = await runScan(scanOptions(more), () => {});
  const open = result.matrix.rows.find(({ id }) => id === 'GET /api/open-people/')!;
  expect(open.cells.get('no-token')!.observed!.verdict).toBe('admits');
  const before = (await server.log()).length;
  const dry = await runScan(scanOptions({ ...more, dryRun: true }), () => {});
  expect(await server.log()).toHaveLength(before);
  expect(dry.plan!.map(({ method, why }) => [method, /the one POST|document/.test(why)])).toEqual([
    ['POST', true],
    ['GET', true],
  ]);
  await expect(runScan(scanOptions({ source: false, spec: 'https://example.org/openapi.json' }), () => {})).rejects.toThrow(/same origin/);
});

test('a token that dies is renewed, and what was asked meanwhile is asked again', async () => {
  let alive = 'token-number-1';
  let served = 0;
  const short = createServer((request, response) => {
    served += 1;
    if (served === 70) alive = 'token-number-2';
    const status = request.headers.authorization === `Bearer ${alive}` ? 200 : 401;
    response.writeHead(status, { 'Content-Type': 'application/json', Allow: 'GET', 'WWW-Authenticate': 'Bearer' });
    response.end(JSON.stringify(status === 200 ? [{ id: 1 }] : { detail: 'no' }));
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => short.once('listening', resolve));
  const url = `http://127.0.0.1:${(short.address() as AddressInfo).port}`;
  const targets = Array.from({ length: 20 }, (_, index) => target(`GET /things-${index}/`, { authenticator: 'One' }));
  let renewals = 0;
  const renew = async () => {
    renewals += 1;
    return alive;
  };
  const seen = await observe(requestFor(url, targets, { token: 'token-number-1', renew }));
  short.close();
  expect(renewals).toBe(1);
  expect(seen.canary).toBe('held');
  for (const { id } of targets) {
    expect(seen.verdicts.get(id)!.get('valid-token')!.verdict, id).toBe('admits');
    expect(seen.verdicts.get(id)!.get('no-token')!.verdict, id).toBe('rejects');
  }
});
