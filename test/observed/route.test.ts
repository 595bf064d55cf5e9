/** The way to the server: a certificate authority of the user's own, and proxies. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, connect, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { defaultOptions } from '../../src/config/options.ts';
import { resolveOptions } from '../../src/config/resolve.ts';
import { Secret } from '../../src/config/secret.ts';
import { observe } from '../../src/observed/observe.ts';
import { runScan } from '../../src/scan/run.ts';
import { TEST_CERTIFICATE, TEST_KEY } from './certificate.ts';
import { requestFor, target } from './request.ts';

const TOKEN = 'route-token-71c2-of-the-test';
const answer = (request: { headers: { authorization?: string | undefined } }): [number, string] =>
  request.headers.authorization === `Bearer ${TOKEN}` ? [200, '[{"id":1}]'] : [401, '{"detail":"no"}'];
const headers: Record<string, string> = { 'Content-Type': 'application/json', 'WWW-Authenticate': 'Bearer', Allow: 'GET' };
const plain = createServer((request, response) => {
  const [status, body] = answer(request);
  response.writeHead(status, headers).end(body);
});
const secure = createTlsServer({ key: TEST_KEY, cert: TEST_CERTIFICATE }, (request, response) => {
  const [status, body] = answer(request);
  response.writeHead(status, headers).end(body);
});

/** What the proxy was asked for: `METHOD target`, and whether user and password were right. */
const seenByProxy: { readonly asked: string; readonly allowed: boolean }[] = [];
const PASSWORD = 'marker-proxy-Pa55';
const CREDENTIALS = `Basic ${Buffer.from(`ann:${PASSWORD}`).toString('base64')}`;
const proxy = createServer(async (request, response) => {
  const allowed = request.headers['proxy-authorization'] === CREDENTIALS;
  seenByProxy.push({ asked: `${request.method} ${request.url}`, allowed });
  if (!allowed) return void response.writeHead(407).end();
  const got = await fetch(request.url!, { headers: { authorization: request.headers.authorization ?? '' } });
  response.writeHead(got.status, headers).end(await got.text());
});
proxy.on('connect', (request, socket) => {
  const allowed = request.headers['proxy-authorization'] === CREDENTIALS;
  seenByProxy.push({ asked: `CONNECT ${request.url}`, allowed });
  if (!allowed) return void socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
  const server = connect(Number(request.url!.split(':')[1]), '127.0.0.1', () => {
    socket.write('HTTP/1.1 200 OK\r\n\r\n');
    server.pipe(socket).pipe(server);
  });
  server.on('error', () => socket.destroy());
  socket.on('error', () => server.destroy());
});

const portOf = (server: Server): number => (server.address() as AddressInfo).port;
beforeAll(async () => {
  for (const server of [plain, secure, proxy]) await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  for (const server of [plain, secure, proxy]) {
    server.closeAllConnections();
    server.close();
  }
});

const ask = (url: string, more: object) => observe(requestFor(url, [target('GET /things/')], { token: TOKEN, timeout: 20, ...more }));
const verdicts = (seen: Awaited<ReturnType<typeof ask>>) =>
  ['no-token', 'garbage-token', 'valid-token'].map((probe) => seen.verdicts.get('GET /things/')!.get(probe)!.verdict);
const GUARDED = ['rejects', 'rejects', 'admits'];

test('a certificate authority that the user names is trusted, and only then', async () => {
  const url = `https://localhost:${portOf(secure)}`;
  expect(verdicts(await ask(url, { ca: TEST_CERTIFICATE }))).toEqual(GUARDED);
  const stranger = await ask(url, {});
  expect(verdicts(stranger)).toEqual(['unknown', 'unknown', 'unknown']);
  expect(JSON.stringify([...stranger.verdicts.values()].map((row) => [...row]))).toContain('certificate');
});

test('plain and secure servers are asked through a proxy, with its password, which stays secret', async () => {
  const through = `http://ann:${PASSWORD}@127.0.0.1:${portOf(proxy)}`;
  const seen = [
    await ask(`http://127.0.0.1:${portOf(plain)}`, { proxy: through }),
    await ask(`https://localhost:${portOf(secure)}`, { proxy: through, ca: TEST_CERTIFICATE }),
  ];
  for (const one of seen) expect(verdicts(one)).toEqual(GUARDED);
  expect(seenByProxy.some(({ asked }) => asked === `GET http://127.0.0.1:${portOf(plain)}/things/`)).toBe(true);
  expect(seenByProxy.some(({ asked }) => asked === `CONNECT localhost:${portOf(secure)}`)).toBe(true);
  expect(seenByProxy.every(({ allowed }) => allowed)).toBe(true);
  const text = JSON.stringify(seen.map(({ exchanges, problems }) => [exchanges, problems]));
  expect(text).not.toContain(PASSWORD);
  expect(text).not.toContain(CREDENTIALS.slice(6));
});

test('a proxy that refuses is told as such', async () => {
  const seen = await ask(`https://localhost:${portOf(secure)}`, { proxy: `http://127.0.0.1:${portOf(proxy)}`, ca: TEST_CERTIFICATE });
  expect(verdicts(seen)).toEqual(['unknown', 'unknown', 'unknown']);
  expect(JSON.stringify([...seen.verdicts.values()].map((row) => [...row]))).toContain('the proxy answered 407');
});

test('the plain-http twin is asked once, with a token that nobody issued and no header of the user', async () => {
  const seen: (readonly [string | undefined, string | undefined])[] = [];
  let status = 301;
  const twin = createServer((request, response) => {
    seen.push([request.headers.authorization, request.headers['x-extra-key'] as string | undefined]);
    response.writeHead(status, { Location: `https://localhost:${portOf(secure)}${request.url}` }).end();
  });
  await new Promise<void>((resolve) => twin.listen(0, '127.0.0.1', resolve));
  const folder = mkdtempSync(join(tmpdir(), 'unlatched-twin-'));
  const spec = join(folder, 'openapi.json');
  writeFileSync(
    spec,
    JSON.stringify({ openapi: '3.1.0', info: { title: 'T', version: '1' }, paths: { '/things/': { get: { responses: {} } } } }),
  );
  const url = `https://localhost:${portOf(secure)}`;
  const httpOrigin = `http://localhost:${portOf(twin)}`;
  const options = {
    ...defaultOptions(folder),
    ...{ source: false, spec, url, httpOrigin, ca: TEST_CERTIFICATE, timeout: 20 },
    headers: [['X-Extra-Key', 'marker-extra-key']] as const,
    tokens: [{ scheme: null, secret: new Secret(TOKEN) }],
  };
  const told = async () =>
    (await runScan(options, () => {})).problems.map(({ text }) => text).filter((text) => text.startsWith('--http-origin'));
  headers['Strict-Transport-Security'] = 'max-age=31536000';
  expect(await told()).toEqual([expect.stringContaining('/things/ redirects (301 to https)')]);
  status = 200;
  expect(await told()).toEqual([expect.stringContaining('/things/ answers 200')]);
  for (const [authorization, extra] of seen) {
    expect(authorization).toMatch(/^Bearer .+/);
    expect(authorization).not.toContain(TOKEN);
    expect(extra).toBeUndefined();
  }
  expect(seen).toHaveLength(2);
  // Whether the https address is told to browsers is seen beside.
  delete headers['Strict-Transport-Security'];
  const { problems, exchanges } = await runScan(options, () => {});
  expect(problems.filter(({ text }) => text.includes('Strict-Transport-Security'))).toEqual([
    { severity: 'note', text: expect.stringContaining(`no answer of ${url} has`) },
  ]);
  expect(exchanges.filter(({ request }) => request.url.startsWith(httpOrigin))).toHaveLength(1);
  const dry = await runScan({ ...options, dryRun: true }, () => {});
  expect(dry.plan!.at(-1)).toMatchObject({ url: `${httpOrigin}/things/`, why: expect.stringContaining('plain-http twin') });
  twin.closeAllConnections();
  await new Promise((resolve) => twin.close(resolve));
  headers['Strict-Transport-Security'] = 'max-age=31536000';
  expect(await told()).toEqual([]);
  rmSync(folder, { recursive: true });
  expect(() => resolveOptions('.', { url, 'http-origin': 'http://example.org' }, null)).toThrow(/must name the host of --url/);
});
