/** Logins of every usual kind and the server's own document, against a real Django server. */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, test, vi } from 'vitest';
import { defaultOptions, type ScanOptions } from '../../src/config/options.ts';
import { resolveOptions } from '../../src/config/resolve.ts';
import { Secret } from '../../src/config/secret.ts';
import type { Observation } from '../../src/model/witness.ts';
import { logIn } from '../../src/observed/login.ts';
import { observe } from '../../src/observed/observe.ts';
import { tryWrongPasswords } from '../../src/observed/wrong-passwords.ts';
import { toScanDocument } from '../../src/reports/json.ts';
import { runScan } from '../../src/scan/run.ts';
import { requestFor, target } from '../observed/request.ts';
import { type RunningTarget, serveTarget } from './serve.ts';

// A busy machine needs longer for the first request of a fresh worker.
vi.setConfig({ testTimeout: 240_000 });

const PASSWORD = 'marker-Pa55-of-ann';
let server: RunningTarget;
beforeAll(async () => {
  server = await serveTarget('doors', PASSWORD);
}, 600_000);
afterAll(() => server?.stop());

const kinds = (seen: Observation, id: string): Record<string, string> =>
  Object.fromEntries(['no-token', 'garbage-token', 'valid-token'].map((probe) => [probe, seen.verdicts.get(id)!.get(probe)!.verdict]));

const access = () => ({ url: server.url, headers: [], rate: null, timeout: 30, allowHosts: [], signal: new AbortController().signal });
const enter = (path: string, user = 'ann', password = PASSWORD) => logIn({ ...access(), login: { path, why: 'test' }, user, password });

const SIGN_IN = { operation: null, user: new Secret('ann'), password: new Secret(PASSWORD) };
const scanOptions = (more: Partial<ScanOptions>): ScanOptions => ({
  ...defaultOptions(server.folder),
  url: server.url,
  timeout: 30,
  login: SIGN_IN,
  ...more,
});

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

it('logs in at a page for people past its CSRF check, and takes the session cookie', async () => {
  const result = await enter('/accounts/sign-in/');
  expect(result.problem).toBeNull();
  expect(result.way).toEqual({ place: 'cookie', name: 'sessionid', word: 'none' });
  expect(result.exchanges.map(({ request, answerClass }) => [request.method, answerClass])).toEqual([
    ['POST', 'LOGIN-FAILED'],
    ['GET', 'LOGIN-PAGE'],
    ['POST', 'LOGIN'],
  ]);
  expect(JSON.stringify(result.exchanges)).not.toMatch(new RegExp(`${PASSWORD}|${result.token}`));
  const seen = await observe(
    requestFor(server.url, [target('GET /api/session-people/'), target('GET /api/people/')], {
      ...result,
      token: result.token,
      timeout: 30,
    }),
  );
  expect(seen.canary).toBe('held');
  expect(kinds(seen, 'GET /api/session-people/')).toEqual({ 'no-token': 'rejects', 'garbage-token': 'rejects', 'valid-token': 'admits' });
  expect(kinds(seen, 'GET /api/people/')['no-token']).toBe('unknown');
  expect((await enter('/accounts/sign-in/', 'ann', 'wrong-password-of-ann')).token).toBeNull();
});

const KEY = createHash('sha256').update(`key of ${PASSWORD}`).digest('hex');

test('each operation is asked with the token of its scheme, in the place that document or source name', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'unlatched-keys-'));
  const spec = join(folder, 'keys.json');
  const guarded = (scheme: string) => ({ get: { security: [{ [scheme]: [] }], responses: { 200: { description: 'people' } } } });
  writeFileSync(
    spec,
    JSON.stringify({
      openapi: '3.1.0',
      info: { title: 'Keys', version: '1' },
      components: {
        securitySchemes: {
          door: { type: 'apiKey', in: 'header', name: 'X-Door-Key' },
          session: { type: 'apiKey', in: 'cookie', name: 'sessionid' },
          jwt: { type: 'http', scheme: 'bearer' },
        },
      },
      paths: { '/api/key-people/': guarded('door'), '/api/session-people/': guarded('session'), '/api/people/': guarded('jwt') },
    }),
  );
  const session = (await enter('/accounts/sign-in/')).token!;
  const token = (scheme: string, value: string) => ({ scheme, secret: new Secret(value) });
  const tokens = [token('door', KEY), token('session', session), token('jwt', (await enter('/api/enter/')).token!)];
  const result = await runScan(scanOptions({ source: false, spec, login: null, tokens }), () => {});
  const row = (id: string) => result.matrix.rows.find((one) => one.id === id)!.cells;
  for (const id of ['GET /api/key-people/', 'GET /api/session-people/', 'GET /api/people/']) {
    expect(row(id).get('valid-token')!.observed!.verdict, id).toBe('admits');
    expect(row(id).get('no-token')!.observed!.verdict, id).toBe('rejects');
    expect(row(id).get('garbage-token')!.observed!.verdict, id).toBe('rejects');
  }
  const text = JSON.stringify(toScanDocument(result));
  for (const { secret } of tokens) expect(text).not.toContain(secret.reveal());
  // One token without a name: where it belongs is found out by what the source reads.
  const single = await runScan(scanOptions({ login: null, tokens: [{ scheme: null, secret: new Secret(KEY) }] }), () => {});
  const cells = single.matrix.rows.find((one) => one.id === 'GET /api/key-people/')!.cells;
  expect(cells.get('valid-token')!.observed!.verdict).toBe('admits');
  expect(cells.get('garbage-token')!.observed!.verdict).toBe('rejects');
  rmSync(folder, { recursive: true });
});

test('a login file of Web Fuzzing Commons: JSON Pointer, header and prefix, cookies, a second user', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'unlatched-login-'));
  const file = join(folder, 'auth.yaml');
  writeFileSync(
    file,
    [
      'auth:',
      '  - name: ann',
      '    loginEndpointAuth:',
      '      endpoint: /api/mail/',
      '      payloadUserPwd: { username: ann.meadow@example.org, usernameField: email, password: "env:DOORS_PASSWORD", passwordField: password }',
      '      token: { extractFromField: /tokens/access, httpHeaderName: Authorization, headerPrefix: "Bearer " }',
      '  - name: other',
      '    fixedHeaders: [{ name: X-Door-Key, value: "env:DOORS_KEY" }]',
      'authTemplate:',
      '  loginEndpointAuth: { verb: POST, contentType: application/json }',
    ].join('\n'),
  );
  vi.stubEnv('DOORS_PASSWORD', PASSWORD);
  vi.stubEnv('DOORS_KEY', KEY);
  const { scan } = resolveOptions(server.folder, { url: server.url, 'login-file': file, timeout: '30' }, null);
  const result = await runScan(scan, () => {});
  const cells = result.matrix.rows.find((one) => one.id === 'GET /api/people/')!.cells;
  expect(cells.get('valid-token')!.observed!.verdict).toBe('admits');
  expect(cells.get('no-token')!.observed!.verdict).toBe('rejects');
  expect(result.exchanges[0]!.curl).toContain('$LOGIN_PAYLOAD');
  expect(JSON.stringify(toScanDocument(result))).not.toMatch(new RegExp(`${PASSWORD}|${KEY}|eyJ(?!hbGciOiJub25lI|0eXAiOiJKV1QifQ)`));
  const dry = await runScan({ ...scan, dryRun: true }, () => {});
  expect(dry.plan![0]).toMatchObject({ method: 'POST', why: expect.stringContaining('the login of ann (--login-file)') });
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

it('takes a refusal for final, and never repeats a wrong password', async () => {
  const result = await enter('/api/enter/', 'ann', 'wrong-password-of-ann');
  expect(result).toMatchObject({ token: null, problem: expect.stringContaining('answered 401') });
  expect(result.exchanges).toHaveLength(1);
  expect((await enter('/api/enter')).problem).toMatch(/404|redirect|500/);
});

test('with source: the login is found by its class, the document by its view', async () => {
  const before = (await server.log()).length;
  const result = await runScan(scanOptions({ spec: 'auto' }), () => {});
  expect(result.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  const key = result.findings.find(({ rule }) => rule.id === 'known-signing-key')!;
  expect(key.confidence).toBe('certain');
  expect(key.reasons.map(({ text }) => text).join()).toContain('as SECRET_KEY: whoever knows it');
  expect(result.witnesses.promised?.document).toBe(`${server.url}/hidden/description/`);
  expect(result.witnesses.observed?.canary).toBe('held');
  const cells = result.matrix.rows.find(({ id }) => id === 'GET /api/people/')!.cells;
  expect(cells.get('valid-token')!.observed!.verdict).toBe('admits');
  expect(cells.get('no-token')!.observed!.verdict).toBe('rejects');
  const sent = (await server.log()).slice(before);
  // The login of the run, and one more whose life is looked at.
  expect(sent.filter((line) => !/^(GET|HEAD|OPTIONS) /.test(line))).toEqual(['POST /api/enter/', 'POST /api/enter/']);
  expect(sent).toHaveLength(result.witnesses.observed!.requests);
  expect(new Set(result.exchanges.map(({ id }) => id)).size).toBe(result.exchanges.length);
  expect(JSON.stringify(toScanDocument(result))).not.toMatch(
    new RegExp(`${PASSWORD}|eyJ(?!hbGciOiJub25lI|0eXAiOiJKV1QifQ)|doors-target-key`),
  );
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
  expect(dry.plan!.map(({ method, why }) => [method, /^the login|the OpenAPI document|^a login of its own|session id/.test(why)])).toEqual([
    ['POST', true],
    ['GET', true],
    ['POST', true],
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

test('with consent, wrong passwords for a user that cannot exist show whether the login slows guessing down', async () => {
  const login = { path: '/api/mail/', why: 'test', id: 'POST /api/mail/' };
  const slow = await tryWrongPasswords({ ...access(), login, maxRequests: null });
  expect(slow.remarks[0]).toMatchObject({
    kind: 'no-throttle',
    operation: 'POST /api/mail/',
    text: expect.stringContaining('alike (401)'),
  });
  expect(slow.remarks[0]!.reasons).toHaveLength(8);
  // The first one only found out that the user is called email.
  expect(slow.exchanges).toHaveLength(9);
  let asked = 0;
  const throttled = createServer((_request, response) => {
    asked += 1;
    response.writeHead(asked > 3 ? 429 : 401, { 'Content-Type': 'application/json' }).end('{"detail":"no"}');
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => throttled.once('listening', resolve));
  const url = `http://127.0.0.1:${(throttled.address() as AddressInfo).port}`;
  expect((await tryWrongPasswords({ ...access(), url, login, maxRequests: null })).remarks).toEqual([]);
  // With another address it is no other, nor at another path.
  expect(asked).toBe(9);
  throttled.close();
  const dry = await runScan(
    scanOptions({ source: false, login: { ...SIGN_IN, operation: '/api/mail/' }, allowLoginAttempts: true, dryRun: true }),
    () => {},
  );
  expect(dry.plan!.some(({ why }) => why.includes('eight wrong passwords'))).toBe(true);
});

describe('a login that slows down', () => {
  const slow = (path: string) => ({ path, why: 'test', id: `POST ${path}` });

  it.each([
    ['address, by all of X-Forwarded-For', {}, '/api/slow-mail/', 'throttle-by-header', 4 + 4 + 4],
    // DRF takes the address from the right, which is our own in both cases.
    ['address, by the one that a proxy has written', { DOORS_PROXIES: '1' }, '/api/slow-mail/', null, 4 + 1 + 4],
    ['address of the connection', { DOORS_PROXIES: '0' }, '/api/slow-mail/', null, 4 + 1 + 4],
    // The first one had another field, and so another name.
    ['name', {}, '/api/slow-name/', null, 5 + 1 + 4],
  ])('counts by %s', async (_what, env, path, kind, requests) => {
    const other = await serveTarget('doors', PASSWORD, { env });
    try {
      const asked = await tryWrongPasswords({ ...access(), url: other.url, login: slow(path), maxRequests: null });
      const {
        remarks: [remark],
        exchanges,
      } = asked;
      expect(remark?.kind ?? null).toBe(kind);
      expect(exchanges).toHaveLength(requests);
      if (remark === undefined) return;
      expect(remark).toMatchObject({ near: true, operation: `POST ${path}` });
      const seen = remark.reasons.map(({ exchange }) => exchanges.find(({ id }) => id === exchange)!);
      expect(seen.map(({ response }) => response!.status)).toEqual([429, 401, 401, 429, 401]);
      const addresses = seen.map(
        ({ curl }) => /X-Forwarded-For: (203\.0\.113\.\d+), 127\.0\.0\.1, 127\.0\.0\.1, 127\.0\.0\.1"/.exec(curl)?.[1],
      );
      expect(addresses.map((one) => one === undefined)).toEqual([true, false, false, true, false]);
      expect(new Set(addresses).size).toBe(4);
    } finally {
      await other.stop();
    }
  });

  it.each([
    // Three went out before; the address in a header serves nothing here.
    ['the anonymous only', '/api/slow-anonymous/', 'throttle-of-anonymous', [429, 401, 401, 401, 401, 429]],
    ['whoever has a token by it', '/api/slow-everybody/', null, []],
    ['each spelling of the path by itself', '/api/slow-path/', 'throttle-by-spelling', [429, 401, 401, 429, 401]],
    ['all spellings of the path together', '/api/slow-any-path/', null, []],
  ])('counts %s', async (_what, path, kind, statuses) => {
    const other = await serveTarget('doors', PASSWORD, { env: { DOORS_PROXIES: '0' } });
    try {
      const { token: value } = await logIn({ ...access(), url: other.url, login: slow('/api/enter/'), user: 'ann', password: PASSWORD });
      const token = { value: value!, way: { place: 'header', name: 'Authorization', word: 'Bearer' } } as const;
      const { remarks, exchanges } = await tryWrongPasswords({ ...access(), url: other.url, login: slow(path), token, maxRequests: null });
      expect(remarks.map((remark) => [remark.kind, remark.operation])).toEqual(kind === null ? [] : [[kind, `POST ${path}`]]);
      const seen = remarks.flatMap(({ reasons }) => reasons.map(({ exchange }) => exchanges.find(({ id }) => id === exchange)!));
      expect(seen.map(({ response }) => response!.status)).toEqual(statuses);
      expect(JSON.stringify(exchanges)).not.toContain(value);
    } finally {
      await other.stop();
    }
  });

  /** Answers by the number of the request, and by whether it names an address. */
  const guarded = async (statusOf: (count: number, forwarded: boolean) => number) => {
    let count = 0;
    const proxy = createServer((request, response) => {
      count += 1;
      const status = statusOf(count, request.headers['x-forwarded-for'] !== undefined);
      const detail = status === 401 ? 'No active account.' : 'Not here.';
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify({ detail, request: `r-${count}` }));
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => proxy.once('listening', resolve));
    const url = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
    const { remarks } = await tryWrongPasswords({ ...access(), url, login: slow('/api/mail/'), maxRequests: null });
    proxy.close();
    return remarks.map(({ kind }) => kind);
  };

  it.each([
    ['lets every second request through', (count: number) => (count % 2 === 1 ? 401 : 429), []],
    // Addresses that a caller writes are refused by themselves.
    ['refuses the header', (count: number, forwarded: boolean) => (forwarded ? 403 : count > 3 ? 429 : 401), []],
    ['counts by the header', (count: number, forwarded: boolean) => (forwarded || count <= 3 ? 401 : 429), ['throttle-by-header']],
  ])('in front of which something %s', async (_what, statusOf, expected) => {
    expect(await guarded(statusOf)).toEqual(expected);
  });

  it('is told by a scan that lets those with a token through', async () => {
    const other = await serveTarget('doors', PASSWORD, { env: { DOORS_PROXIES: '0' } });
    const folder = mkdtempSync(join(tmpdir(), 'unlatched-anonymous-'));
    const spec = join(folder, 'openapi.json');
    const operation = { responses: { 200: { description: 'a token' } } };
    const paths = { '/api/slow-anonymous/': { post: operation }, '/api/people/': { get: { ...operation, security: [{ jwt: [] }] } } };
    const components = { securitySchemes: { jwt: { type: 'http', scheme: 'bearer' } } };
    writeFileSync(spec, JSON.stringify({ openapi: '3.1.0', info: { title: 'Slow', version: '1' }, components, paths }));
    const login = { ...SIGN_IN, user: new Secret('ann.meadow@example.org'), operation: '/api/slow-anonymous/' };
    const asked = scanOptions({ url: other.url, login, spec, source: false, allowLoginAttempts: true });
    const { findings } = await runScan(asked, () => {});
    await other.stop();
    rmSync(folder, { recursive: true });
    expect(findings.filter(({ rule }) => rule.id === 'missing-throttle')).toMatchObject([
      {
        title: 'a throttle passes over everybody who has a token',
        severity: 'medium',
        confidence: 'firm',
        operations: ['POST /api/slow-anonymous/'],
      },
    ]);
  });

  it('is told by a scan, with and without the source', async () => {
    const told = async (more: Partial<ScanOptions>) => {
      const other = await serveTarget('doors', PASSWORD);
      const login = { ...SIGN_IN, user: new Secret('ann.meadow@example.org'), operation: '/api/slow-mail/' };
      const { findings } = await runScan(scanOptions({ url: other.url, login, allowLoginAttempts: true, ...more }), () => {});
      await other.stop();
      return findings
        .filter(({ rule, operations }) => rule.id === 'missing-throttle' && operations.includes('POST /api/slow-mail/'))
        .map(({ title, severity, confidence, proof }) => [title, severity, confidence, proof.length]);
    };
    const title = 'a throttle counts by an address that the caller chooses';
    expect(await told({})).toEqual([[title, 'medium', 'firm', 5]]);
    const folder = mkdtempSync(join(tmpdir(), 'unlatched-slow-'));
    const spec = join(folder, 'openapi.json');
    const operation = { responses: { 200: { description: 'a token' } } };
    const paths = { '/api/slow-mail/': { post: operation }, '/api/people/': { get: { ...operation, security: [{ jwt: [] }] } } };
    const components = { securitySchemes: { jwt: { type: 'http', scheme: 'bearer' } } };
    writeFileSync(spec, JSON.stringify({ openapi: '3.1.0', info: { title: 'Slow', version: '1' }, components, paths }));
    expect(await told({ source: false, spec })).toEqual([[title, 'medium', 'firm', 5]]);
    rmSync(folder, { recursive: true });
  });
});
