/** Accounts of a run's own at a real Django: which passwords are taken, what a change of the password ends, and what is left (catalogue R30, R23). */
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';
import { defaultOptions, type ScanOptions } from '../../src/config/options.ts';
import { Secret } from '../../src/config/secret.ts';
import { liveAccount } from '../../src/observed/own-account/live-account.ts';
import { toScanDocument } from '../../src/reports/json.ts';
import { runScan } from '../../src/scan/run.ts';
import { folderWith } from '../support/folder.ts';
import { type RunningTarget, serveTarget } from './serve.ts';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 600_000 });

const PASSWORD = 'marker-Pa55-of-the-accounts';
const servers = new Map<string, Promise<RunningTarget>>();
const serve = (urls: string): Promise<RunningTarget> => {
  const server = servers.get(urls) ?? serveTarget('accounts', PASSWORD, { env: { ACCOUNTS_URLS: urls } });
  servers.set(urls, server);
  return server;
};
afterAll(async () => {
  for (const server of servers.values()) await (await server).stop();
});

const LOGINS: Readonly<Record<string, string>> = { weak_urls: '/api/token/', strict_urls: '/api/token/', knox_urls: '/api/login/' };

async function scan(urls: string, more: Partial<ScanOptions> = {}) {
  const server = await serve(urls);
  const login = { operation: LOGINS[urls]!, user: new Secret('ann'), password: new Secret(PASSWORD) };
  const options = {
    ...defaultOptions(server.folder),
    env: { ACCOUNTS_URLS: urls },
    url: server.url,
    timeout: 30,
    login,
    allowWrites: true,
  };
  const result = await runScan({ ...options, ...more }, () => {});
  const found = result.findings
    .filter(({ rule }) => ['weak-password', 'token-after-password-change'].includes(rule.id))
    .map(({ rule, severity, confidence, operations }) => [rule.id, severity, confidence, ...operations]);
  const notes = result.problems.map(({ severity, text }) => `${severity}: ${text}`).filter((text) => /account/.test(text));
  const own = result.exchanges.filter(({ probe }) => /^own-account|^password-change|-after-change|-before-change/.test(probe));
  const users = (await accounts(server)).length;
  return { result, found, notes, own, users };
}

/** Names of the accounts in the database. */
const accounts = async (server: RunningTarget): Promise<string[]> =>
  server.rows().flatMap((row) => /INSERT INTO "?auth_user"? VALUES\([^)]*?'(unlatched-[^']*)'/.exec(row)?.[1] ?? []);

it('weak passwords and tokens that outlive the password are told, and what is left is named', async () => {
  const { result, found, notes, own, users } = await scan('weak_urls');
  expect(found.sort()).toEqual([
    ['token-after-password-change', 'high', 'certain', 'POST /api/change-password/'],
    ['token-after-password-change', 'medium', 'certain', 'POST /api/change-password/'],
    ['weak-password', 'medium', 'certain', 'POST /api/register/'],
  ]);
  // The strong one, and the first weak one that was taken.
  const names = await accounts(await serve('weak_urls'));
  expect(names).toHaveLength(2);
  expect(users).toBe(2);
  for (const name of names)
    expect(notes).toContainEqual(
      expect.stringMatching(`^warning: the account ${name} was made at POST /api/register/ and is left behind: neither source`),
    );
  const weak = result.findings.find(({ rule }) => rule.id === 'weak-password')!;
  expect(weak.message).toContain('an account was made with the password "12345678", and logs in with it');
  expect(weak.proof).toHaveLength(2);
  // Once without the field for the repeated password, then with it.
  expect(own.filter(({ probe }) => probe === 'own-account').map(({ answerClass }) => answerClass)).toEqual([
    'NOT-REGISTERED',
    'REGISTERED',
    'REGISTERED',
  ]);
  const text = JSON.stringify(toScanDocument(result));
  expect(text).not.toContain(PASSWORD);
  expect(text).not.toMatch(/-aZ9!/);
  // Headers of tokens that were made of the run's own are everybody's.
  expect(JSON.stringify(own)).not.toMatch(/eyJ[\w-]{20}/);
});

it('sound ones are not, and the account is deleted', async () => {
  const before = (await serve('strict_urls')).rows();
  const { result, found, notes, own } = await scan('strict_urls');
  expect(found).toEqual([]);
  expect(own.filter(({ probe }) => probe === 'own-account').map(({ answerClass }) => answerClass)).toEqual([
    'REGISTERED',
    'NOT-REGISTERED',
    'NOT-REGISTERED',
    'NOT-REGISTERED',
  ]);
  expect(own.filter(({ probe }) => /change/.test(probe)).map(({ probe, answerClass }) => `${probe} ${answerClass}`)).toEqual(
    expect.arrayContaining(['token-before-change REACHED', 'password-change CHANGED', 'token-after-change DENIED']),
  );
  expect(own.at(-1)).toMatchObject({ probe: 'own-account-deleted', answerClass: 'DELETED' });
  const { plan } = (await scan('strict_urls', { dryRun: true })).result;
  const planned = plan!.filter(({ why }) => why.includes('at a server on this machine only')).map(({ method, url }) => `${method} ${url}`);
  for (const { request } of own) expect(planned).toContain(`${request.method} ${request.url}`);
  expect(notes).toEqual([]);
  const users = (rows: readonly string[]) => rows.filter((row) => /"?auth_user"? /.test(row)).length;
  expect(users((await serve('strict_urls')).rows())).toBe(users(before));
  expect(result.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
});

it('the login that changes the password may stay', async () => {
  const { found, own } = await scan('knox_urls');
  expect(found).toEqual([]);
  expect(own.filter(({ probe }) => /change/.test(probe)).map(({ probe, answerClass }) => `${probe} ${answerClass}`)).toEqual([
    'token-before-change REACHED',
    'token-before-change DENIED',
    'password-change CHANGED',
    'token-after-change DENIED',
  ]);
});

it('is asked by the document alone as well, and not where it says that only others make accounts', async () => {
  const folder = folderWith({});
  const operation = (status: number, open = false) => ({
    security: open ? [] : [{ jwt: [] }],
    responses: { [status]: { description: '-' } },
  });
  const spec = (isOpen: boolean): string => {
    const file = join(folder, `${isOpen}.json`);
    const paths = {
      '/api/token/': { post: operation(200, true) },
      '/api/register/': { post: operation(201, isOpen) },
      '/api/people/': { get: operation(200) },
    };
    const components = { securitySchemes: { jwt: { type: 'http', scheme: 'bearer' } } };
    writeFileSync(file, JSON.stringify({ openapi: '3.1.0', info: { title: 'People', version: '1' }, components, paths }));
    return file;
  };
  const guarded = await scan('weak_urls', { source: false, spec: spec(false) });
  expect(guarded.own).toEqual([]);
  const open = await scan('weak_urls', { source: false, spec: spec(true) });
  expect(open.found).toEqual([['weak-password', 'medium', 'certain', 'POST /api/register/']]);
});

const operation = (path: string) => ({ path, why: 'test', id: null });
const access = {
  headers: [],
  rate: null,
  timeout: 30,
  signal: new AbortController().signal,
  secrets: [],
  maxRequests: null,
  emit: () => {},
};
const none = { changePassword: null, remove: null, refresh: null, sign: null };

it('an account of a registration that fails is named as well', async () => {
  const server = await serve('weak_urls');
  const before = await accounts(server);
  const paths = { register: operation('/api/join-and-fail/'), login: operation('/api/token/') };
  const { problems, exchanges, remarks } = await liveAccount({ ...access, ...none, ...paths, url: server.url, allowHosts: [] });
  const [name, ...others] = (await accounts(server)).filter((one) => !before.includes(one));
  expect(others).toEqual([]);
  expect(exchanges.map(({ response }) => response!.status)).toEqual([400, 500]);
  expect(remarks).toEqual([]);
  expect(problems.map(({ severity, text }) => `${severity}: ${text}`)).toEqual([
    'note: the life of an account of its own: POST /api/join-and-fail/ made no account with a strong password (500), so weak ones were not tried',
    expect.stringMatching(`^warning: the account ${name} may have been made at POST /api/join-and-fail/ and may be left behind: neither`),
  ]);
});

it('nothing is told by a login that takes any password', async () => {
  const server = await serve('weak_urls');
  const paths = { register: operation('/api/register/'), login: operation('/api/any-password/') };
  const { problems, remarks } = await liveAccount({ ...access, ...none, ...paths, url: server.url, allowHosts: [] });
  expect(remarks).toEqual([]);
  expect(problems.map(({ text }) => text)).toContain(
    'the life of an account of its own: POST /api/any-password/ does not turn a wrong password away, so a login shows nothing',
  );
});

it.each([
  [401, []],
  // Whoever is slowed down does not learn whether the account is gone.
  [429, ['and is left behind: nothing shows that it is gone after DELETE /me/ (204)']],
])('an account is gone when its login is refused, by %i', async (refusal, left) => {
  const names = new Map<string, string>();
  let isDeleted = false;
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      const { username, password } = JSON.parse(body || '{}');
      const answer = (status: number, json: object) =>
        response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(json));
      if (request.method === 'DELETE') isDeleted = true;
      if (request.method === 'DELETE') return answer(204, {});
      if (request.url === '/register/' && (password.length < 20 || password === username)) return answer(400, { password: ['Too weak.'] });
      if (request.url === '/register/') names.set(username, password);
      if (request.url === '/register/') return answer(201, {});
      if (isDeleted) return answer(refusal, { detail: 'No.' });
      return names.get(username) === password ? answer(200, { token: 'token-of-an-account' }) : answer(401, { detail: 'No.' });
    });
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const paths = { register: operation('/register/'), login: operation('/login/'), remove: { ...operation('/me/'), method: 'DELETE' } };
  const { problems } = await liveAccount({ ...access, ...none, ...paths, url, allowHosts: [] });
  server.close();
  const warnings = problems.filter(({ severity }) => severity === 'warning').map(({ text }) => text);
  expect(warnings).toEqual(left.map((text) => expect.stringContaining(text)));
});

it('makes no account elsewhere than on this machine', async () => {
  // An address for documents (RFC 5737).
  const away = { url: 'http://192.0.2.1:8000', allowHosts: ['192.0.2.1'] };
  const result = await liveAccount({ ...access, ...away, ...none, register: operation('/api/register/'), login: operation('/api/token/') });
  expect(result.exchanges).toEqual([]);
  expect(result.problems.map(({ text }) => text)).toEqual([
    'the life of an account of its own: no account was made: only at a server on this machine',
  ]);
});

it('needs consent and a registration that is for everybody, and is planned', async () => {
  const server = await serve('strict_urls');
  const before = server.rows();
  const quiet = await scan('strict_urls', { allowWrites: false });
  expect(quiet.own).toEqual([]);
  const { result } = await scan('strict_urls', { dryRun: true });
  expect(server.rows().filter((row) => row.includes('unlatched-'))).toEqual(before.filter((row) => row.includes('unlatched-')));
  const planned = result
    .plan!.filter(({ why }) => why.includes('at a server on this machine only'))
    .map(({ method, url }) => `${method} ${url.replace(server.url, '')}`);
  expect(planned).toEqual([
    'POST /api/auth/users/',
    'POST /api/token/',
    'POST /api/auth/users/',
    'POST /api/auth/users/set_password/',
    // Its root is guarded like the rest.
    'GET /api/auth/',
    'POST /api/token/refresh/',
    'DELETE /api/auth/users/me/',
  ]);
});
