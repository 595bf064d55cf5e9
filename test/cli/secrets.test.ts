/** Secrets that are given everywhere, to a server that sends all of them back, occur in no output, log or file. */
import { spawn } from 'node:child_process';
import { createHmac, randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { REPORTS } from '../../src/reports/index.generated.ts';
import { BIN } from './support.ts';

vi.setConfig({ testTimeout: 240_000 });

const MARKERS: Readonly<Record<string, string>> = {
  TOKEN: 'markerTokenA1b2C3d4E5f6',
  KEY_TOKEN: 'marker-key-token-0987654321',
  SECOND: 'markerSecondZ9y8X7w6V5',
  LOW: 'markerLowQ1w2E3r4T5',
  REFRESH: 'markerRefreshP0o9I8u7',
  SIGNING: 'marker signing key, with spaces & signs',
  HEADER: 'markerHeaderM1n2B3v4',
  PASSWORD: 'marker-Pa55word/with=signs',
  PROXY_PASSWORD: 'markerProxyPa55word',
};

/** A signed token, so that tokens are signed anew with the key. */
const SIGNED = signedToken({ user_id: 7, aud: 'marker', exp: 4102444800 }, MARKERS.SIGNING!);
/** Signatures of all tokens that reached the server. */
const signatures = new Set<string>();

/** What logins and exchanges of a refresh token gave; the first login gives the token of the run. */
const gained = new Set<string>();
const everGained: string[] = [];

function gain(): string {
  const value = gained.size === 0 ? MARKERS.TOKEN! : randomBytes(20).toString('hex');
  gained.add(value);
  everGained.push(value);
  return value;
}

function signedToken(claims: object, key: string): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const text = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}`;
  return `${text}.${createHmac('sha256', key).update(text).digest('base64url')}`;
}

/** Answers with everything that it was sent, in every way: headers, cookies, JSON, forms, HTML, base64. */
const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const body = Buffer.concat(chunks).toString();
    const all = JSON.stringify({ url: request.url, headers: request.rawHeaders, body });
    const signature = /^Bearer eyJ[^.]*\.[^.]*\.([^. ]+)/.exec(request.headers.authorization ?? '')?.[1];
    if (signature) signatures.add(signature);
    const token = request.headers.authorization?.slice(7);
    const right = [MARKERS.TOKEN, SIGNED].includes(token) || gained.has(token ?? '') || request.headers['x-door'] === MARKERS.KEY_TOKEN;
    const echo = {
      you_sent: all,
      encoded: encodeURIComponent(all),
      base64: Buffer.from(all).toString('base64'),
      upper: all.toUpperCase(),
      gained: [...gained].join(' '),
    };
    const path = request.url!.split('?', 1)[0]!;
    if (path === '/login/' || path === '/token/refresh/') {
      const known = path === '/login/' || [...gained].some((value) => body.includes(value));
      response.writeHead(known ? 200 : 401, {
        'Content-Type': 'application/json',
        ...(known ? { 'Set-Cookie': `sessionid=${gain()}; Path=/` } : {}),
        'X-Echo': encodeURI(body),
      });
      return response.end(JSON.stringify(known ? { access: [...gained].at(-1), refresh: gain(), ...echo } : { detail: 'no', ...echo }));
    }
    if (path === '/logout/') {
      response.writeHead(200, { 'Content-Type': 'application/json', 'X-Gained': encodeURI([...gained].join(' ')) });
      return response.end(JSON.stringify(echo));
    }
    if (path === '/crash/') {
      response.writeHead(500, { 'Content-Type': 'text/html', 'X-Echo': encodeURI(all).slice(0, 2000) });
      return response.end(`<html><pre>${all.replace(/</g, '&lt;')}</pre></html>`);
    }
    const open = path === '/open/';
    response.writeHead(right || open ? 200 : 401, {
      'Content-Type': 'application/json',
      Allow: 'GET',
      'WWW-Authenticate': `Bearer realm="${encodeURI(all).slice(0, 500)}"`,
    });
    response.end(JSON.stringify(right || open ? [{ id: 1, ...echo }] : { detail: 'no', ...echo }));
  });
});

let folder: string;
let url: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'unlatched-secrets-'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const guarded = (scheme: string) => ({ get: { security: [{ [scheme]: ['some:thing'] }], responses: { 200: { description: 'ok' } } } });
  const document = {
    openapi: '3.1.0',
    info: { title: 'Echo', version: '1' },
    components: { securitySchemes: { jwt: { type: 'http', scheme: 'bearer' }, door: { type: 'apiKey', in: 'header', name: 'X-Door' } } },
    paths: {
      '/things/': guarded('jwt'),
      '/things/{id}/': guarded('jwt'),
      '/doors/': guarded('door'),
      '/crash/': guarded('jwt'),
      '/open/': { get: { responses: {} } },
      '/token/refresh/': { post: { security: [], responses: {} } },
      '/logout/': { post: { security: [{ jwt: [] }], responses: {} } },
    },
  };
  writeFileSync(join(folder, 'openapi.json'), JSON.stringify(document));
  writeFileSync(
    join(folder, 'login.yaml'),
    `auth:\n  - name: ann\n    loginEndpointAuth:\n      endpoint: /login/\n      verb: POST\n      payloadRaw: '{"user": "ann", "pass": "${MARKERS.PASSWORD}"}'\n      token: { extractFromField: /access, httpHeaderName: Authorization, headerPrefix: "Bearer " }\n`,
  );
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs a scan in a folder of its own; gives everything that it wrote, anywhere. */
async function everythingOf(name: string, more: readonly string[]): Promise<string> {
  const cwd = join(folder, name);
  mkdirSync(cwd);
  const reports = Object.keys(REPORTS).flatMap((format) => ['--report', `${format}=report.${format}`]);
  const args = [
    'scan',
    '.',
    '--no-source',
    '--spec',
    '../openapi.json',
    '--url',
    url,
    '--verbose',
    '--all',
    '--timeout',
    '30',
    ...reports,
    ...more,
  ];
  const child = spawn(BIN, args, { cwd, env: { ...process.env, ...MARKERS, SIGNED } });
  let out = '';
  child.stdout.on('data', (chunk) => (out += chunk));
  child.stderr.on('data', (chunk) => (out += chunk));
  await new Promise((resolve) => child.once('close', resolve));
  const files = readdirSync(cwd, { recursive: true, encoding: 'utf8' }).filter((file) => statSync(join(cwd, file)).isFile());
  expect(files.length).toBeGreaterThanOrEqual(Object.keys(REPORTS).length);
  return out + files.map((file) => readFileSync(join(cwd, file), 'utf8')).join('\n');
}

/** A secret as servers echo it. */
function spellings(secret: string): string[] {
  const bytes = Buffer.from(secret);
  return [
    secret,
    secret.toUpperCase(),
    encodeURIComponent(secret),
    bytes.toString('base64').replace(/=+$/, ''),
    bytes.toString('hex'),
    secret.slice(0, 12),
  ];
}

function found(text: string): string[] {
  return Object.entries(MARKERS).flatMap(([name, secret]) => (spellings(secret).some((spelling) => text.includes(spelling)) ? [name] : []));
}

it('given as tokens, keys, headers and in the URL of a proxy', async () => {
  const proxy = createServer(async (request, response) => {
    const headers = Object.entries(request.headers).filter(([name]) => !/^(host|connection|proxy-.*|content-length)$/.test(name));
    const got = await fetch(request.url!, { method: request.method!, headers: headers as [string, string][] });
    response.writeHead(got.status, { ...Object.fromEntries(got.headers), 'X-Proxy-Echo': request.headers['proxy-authorization'] ?? '' });
    response.end(Buffer.from(await got.arrayBuffer()));
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => proxy.once('listening', resolve));
  vi.stubEnv('PROXY', `http://ann:${MARKERS.PROXY_PASSWORD}@127.0.0.1:${(proxy.address() as AddressInfo).port}`);
  const text = await everythingOf('tokens', [
    ...['--token', 'env:TOKEN', '--token', 'door=env:KEY_TOKEN', '--header', 'X-Extra-Key: env:HEADER', '--proxy', 'env:PROXY'],
    ...SECRET_OPTIONS.flatMap(([option, name]) => [option, `env:${name}`]),
  ]);
  proxy.closeAllConnections();
  proxy.close();
  expect(text).toContain('GET /doors/');
  expect(found(text)).toEqual([]);
});

it('given as the key of a signed token, and in all tokens that are signed with it', async () => {
  const text = await everythingOf('signed', [
    '--token',
    'env:SIGNED',
    ...SECRET_OPTIONS.flatMap(([option, name]) => [option, `env:${name}`]),
  ]);
  for (const name of ['$EXPIRED_TOKEN', '$LOW_TOKEN', '$SECOND_TOKEN', '$REFRESH_TOKEN']) expect(text).toContain(name);
  expect(found(text)).toEqual([]);
  expect(signatures.size).toBeGreaterThan(6);
  expect([...signatures].filter((signature) => text.includes(signature.slice(0, 12)))).toEqual([]);
});

it('given as user and password of a login, and in a login file', async () => {
  vi.stubEnv('USER_NAME', 'ann');
  const named = await everythingOf('login', [
    '--login',
    'POST /login/',
    '--login-user',
    'env:USER_NAME',
    '--login-password',
    'env:PASSWORD',
    '--allow-writes',
  ]);
  gained.clear();
  const filed = await everythingOf('file', ['--login-file', '../login.yaml', '--allow-writes']);
  for (const text of [named, filed]) {
    expect(text).toContain('GET /things/');
    expect(found(text)).toEqual([]);
    for (const rule of ['refresh-token-reuse', 'token-after-logout']) expect(text).toMatch(new RegExp(`${rule}:[0-9a-f]{8}`));
    expect(everGained.filter((secret) => spellings(secret).some((spelling) => text.includes(spelling)))).toEqual([]);
  }
  expect(everGained.length).toBeGreaterThan(12);
});

/** Options that hold one secret each, with the variable that it stands in. */
const SECRET_OPTIONS: readonly (readonly [string, string])[] = [
  ['--refresh-token', 'REFRESH'],
  ['--signing-key', 'SIGNING'],
  ['--low-token', 'LOW'],
  ['--second-token', 'SECOND'],
];
