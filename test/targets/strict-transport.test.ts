/** Strict-Transport-Security of a real Django server over TLS, looked at where an http address is given as well. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';
import { defaultOptions } from '../../src/config/options.ts';
import { Secret } from '../../src/config/secret.ts';
import { runScan } from '../../src/scan/run.ts';
import { TEST_CERTIFICATE, TEST_KEY } from '../observed/certificate.ts';
import { operationOf } from './live.ts';
import { serveTarget } from './serve.ts';

vi.setConfig({ testTimeout: 240_000 });

const folder = mkdtempSync(join(tmpdir(), 'unlatched-strict-'));
const files = { cert: join(folder, 'cert.pem'), key: join(folder, 'key.pem') };
writeFileSync(files.cert, TEST_CERTIFICATE);
writeFileSync(files.key, TEST_KEY);
const spec = join(folder, 'openapi.json');
const components = { securitySchemes: { jwt: { type: 'http', scheme: 'bearer' } } };
const paths = { '/api/view/stock/': { get: operationOf() } };
writeFileSync(spec, JSON.stringify({ openapi: '3.1.0', info: { title: 'Strict', version: '1' }, components, paths }));
afterAll(() => rmSync(folder, { recursive: true }));

it.each([
  ['600', true, []],
  ['0', true, ['note']],
  // Whoever gives no http address is asked nothing of it.
  ['0', false, []],
])('SECURE_HSTS_SECONDS = %s, an http address: %s', async (seconds, given, expected) => {
  const server = await serveTarget('around', 'marker-Pa55-of-the-strict', { tls: files, env: { TARGET_HSTS: seconds } });
  const { port } = new URL(server.url);
  const url = `https://localhost:${port}`;
  // The same port does not speak http: the twin gives no answer.
  const httpOrigin = given ? `http://localhost:${port}` : null;
  const tokens = [{ scheme: null, secret: new Secret(server.seeded.trim()) }];
  const options = { ...defaultOptions(folder), source: false, spec, url, httpOrigin, ca: TEST_CERTIFICATE, timeout: 30, tokens };
  const { problems, witnesses } = await runScan(options, () => {});
  await server.stop();
  expect(witnesses.observed!.canary).toBe('held');
  expect(problems.filter(({ text }) => text.includes('Strict-Transport-Security')).map(({ severity }) => severity)).toEqual(expected);
});
