/** Logins by GraphQL: one request with many passwords, against what counts requests, what counts passwords and what counts nothing (R40). */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { defaultOptions } from '../../src/config/options.ts';
import type { AttemptsRequest } from '../../src/model/witness.ts';
import { tryBatchedPasswords } from '../../src/observed/batched-passwords.ts';
import { runScan } from '../../src/scan/run.ts';
import { operationOf } from './live.ts';
import { type RunningTarget, serveTarget } from './serve.ts';

vi.setConfig({ testTimeout: 120_000 });

let server: RunningTarget;
beforeAll(async () => {
  server = await serveTarget('live', 'marker-Pa55-of-the-live-one', { server: 'uvicorn', env: { LIVE_URLS: 'enter_urls' } });
}, 600_000);
afterAll(() => server?.stop());

const asked = (path: string) => {
  const request: AttemptsRequest = {
    url: server.url,
    headers: [],
    rate: null,
    timeout: 30,
    allowHosts: [],
    signal: new AbortController().signal,
    login: { path, why: 'test', id: `POST ${path}` },
    maxRequests: null,
  };
  return tryBatchedPasswords(request);
};

// All of them wait for the same seconds to pass.
it.concurrent.each([
  ['slow', 'batched-attempts', 'tokenAuth 4 wrong passwords are answered one by one', [200, 200, 200, 200, 429, 429, 200, 200]],
  ['input', 'batched-attempts', 'signIn 4 wrong passwords are answered one by one', [200, 200, 200, 200, 429, 429, 200, 200]],
  ['free', 'no-throttle', '8 wrong passwords for one user by the mutation tokenAuth', [200, 200, 200, 200, 200, 200, 200, 200]],
])('tells that the login of %s is open to guessing: %s', async (path, kind, text, statuses) => {
  const { remarks, exchanges } = await asked(`/${path}/graphql`);
  expect(remarks).toMatchObject([{ kind, operation: `POST /${path}/graphql`, text: expect.stringContaining(text) }]);
  const seen = remarks[0]!.reasons.map(({ exchange }) => exchanges.find(({ id }) => id === exchange)!.response!.status);
  expect(seen).toEqual(statuses);
  // The schema, and then nobody but a user that cannot exist.
  expect(exchanges).toHaveLength(1 + statuses.length);
  for (const { curl } of exchanges.slice(1)) expect(curl).toMatch(/unlatched-[0-9a-f]{16}/);
});

it.concurrent.each([
  // One at a time, until it is too many.
  ['locked', 1 + 4 + 1 + 2],
  ['resolver', 1 + 4 + 1],
  ['other', 1],
  // In the payload, and in a field of it that is not asked for.
  ['told', 1 + 5],
  ['listed', 1 + 1],
])('tells nothing of %s, which counts passwords or has no login', async (path, requests) => {
  const { remarks, exchanges } = await asked(`/${path}/graphql`);
  expect(remarks).toEqual([]);
  expect(exchanges).toHaveLength(requests);
});

it('is asked with consent only, and told by a scan', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'unlatched-enter-'));
  const spec = join(folder, 'openapi.json');
  const paths = { '/api/me/': { get: operationOf() }, '/free/graphql': { post: { responses: { 200: { description: 'answer' } } } } };
  const components = { securitySchemes: { jwt: { type: 'http', scheme: 'bearer' } } };
  writeFileSync(spec, JSON.stringify({ openapi: '3.1.0', info: { title: 'Enter', version: '1' }, components, paths }));
  const options = { ...defaultOptions(server.folder), source: false, url: server.url, spec, timeout: 30 };
  const posts = async () => (await server.log()).filter((line) => line.startsWith('POST ')).length;
  const before = await posts();
  expect((await runScan(options, () => {})).findings.filter(({ rule }) => rule.id === 'missing-throttle')).toEqual([]);
  const planned = await runScan({ ...options, allowLoginAttempts: true, dryRun: true }, () => {});
  expect(planned.plan!.filter(({ method }) => method === 'POST')).toMatchObject([
    {
      url: `${server.url}/free/graphql`,
      why: expect.stringMatching(/where one is a login: eight wrong passwords .* \(--allow-login-attempts\)$/),
    },
  ]);
  expect(await posts()).toBe(before);
  const told = await runScan({ ...options, allowLoginAttempts: true }, () => {});
  const findings = told.findings.filter(({ rule }) => rule.id === 'missing-throttle');
  expect(findings).toMatchObject([{ severity: 'high', operations: ['POST /free/graphql'], title: 'passwords may be tried without end' }]);
  expect(findings[0]!.proof).toHaveLength(8);
  rmSync(folder, { recursive: true });
});
