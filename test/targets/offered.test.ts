/** Methods that a real Django server tells of (Allow) and its document does not name: reads are asked, writes are not. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { defaultOptions, type ScanOptions } from '../../src/config/options.ts';
import { Secret } from '../../src/config/secret.ts';
import { runScan } from '../../src/scan/run.ts';
import { operationOf } from './live.ts';
import { type RunningTarget, serveTarget } from './serve.ts';

vi.setConfig({ testTimeout: 240_000 });

let server: RunningTarget;
const folder = mkdtempSync(join(tmpdir(), 'unlatched-offered-'));
beforeAll(async () => {
  server = await serveTarget('around', 'marker-Pa55-of-the-till');
}, 600_000);
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await server?.stop();
});

async function scan(paths: Readonly<Record<string, readonly string[]>>, more: Partial<ScanOptions> = {}) {
  const spec = join(folder, 'openapi.json');
  const documented = Object.entries(paths).map(([path, methods]) => [
    `/api/people/${path}/`,
    Object.fromEntries(methods.map((method) => [method, operationOf(method === 'post' ? 201 : 200)])),
  ]);
  const components = { securitySchemes: { jwt: { type: 'http', scheme: 'bearer' } } };
  writeFileSync(
    spec,
    JSON.stringify({ openapi: '3.1.0', info: { title: 'Till', version: '1' }, components, paths: Object.fromEntries(documented) }),
  );
  const tokens = [{ scheme: null, secret: new Secret(server.seeded.trim()) }];
  const consent = { allowInertWrites: true, allowWrites: true };
  const options = { ...defaultOptions(server.folder), source: false, spec, url: server.url, timeout: 30, tokens, ...consent, ...more };
  return runScan(options, () => {});
}
type Result = Awaited<ReturnType<typeof scan>>;
const notes = ({ problems }: Result) =>
  problems.map(({ severity, text }) => `${severity}: ${text}`).filter((text) => text.includes('Allow'));

it('a read that nobody documented is asked for, and told where it is open', async () => {
  const before = server.rows();
  const result = await scan({ till: ['post'], safe: ['post'], clerks: ['post'] });
  expect(server.rows()).toEqual(before);
  const row = (id: string) => result.matrix.rows.find((one) => one.id === id)!.cells;
  const told = (id: string) => ['no-token', 'valid-token'].map((probe) => row(id).get(probe)!.observed!.verdict);
  expect(told('GET /api/people/till/')).toEqual(['admits', 'admits']);
  expect(told('GET /api/people/safe/')).toEqual(['rejects', 'admits']);
  // Whom the token does not serve either is not known, and the token is no worse for it.
  expect(told('GET /api/people/clerks/')).toEqual(['unknown', 'rejects']);
  expect(result.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  const opened = result.findings.filter(({ operations }) => operations.some((id) => id.startsWith('GET ')));
  expect(opened.map(({ rule, operations, confidence }) => [rule.id, operations, confidence])).toEqual([
    ['method-hole', ['GET /api/people/till/'], 'tentative'],
  ]);
  expect(opened[0]!.proof.length).toBeGreaterThan(0);
  expect(notes(result)).toEqual([expect.stringContaining('DELETE /api/people/safe/')]);
  expect(result.exchanges.length).toBeLessThanOrEqual(8 * result.matrix.rows.length);
  const asked = result.exchanges.filter(({ operation, request }) => operation === 'GET /api/people/till/' && request.method !== 'GET');
  expect(asked).toEqual([]);
});

it('a token that may not read it is no worse for that', async () => {
  const result = await scan({ clerks: ['post'] });
  const { observed } = result.matrix.rows.find(({ id }) => id === 'GET /api/people/clerks/')!.cells.get('valid-token')!;
  expect(observed!.verdict).toBe('rejects');
  expect(result.witnesses.observed!.canary).not.toBe('failed');
  expect(result.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
});

it('writes that nobody documented are a note, and none where the document names them', async () => {
  const drift = await scan({ safe: ['get'], till: ['get', 'post'] });
  expect(notes(drift)).toEqual([
    'note: the server offers 2 methods (Allow) that the document does not name: DELETE /api/people/safe/, POST /api/people/safe/; not asked, since they write: describe them, or scan with the source',
  ]);
  expect(drift.matrix.rows.map(({ id }) => id)).toEqual(['GET /api/people/safe/', 'GET /api/people/till/', 'POST /api/people/till/']);
  const whole = await scan({ safe: ['get', 'post', 'delete'] });
  expect(notes(whole)).toEqual([]);
});

it('keeps to the budget, and a dry run says what it would ask', async () => {
  expect((await scan({ till: ['post'], safe: ['post'] }, { maxRequests: 12 })).exchanges.length).toBeLessThanOrEqual(12);
  const { plan } = await scan({ till: ['post'], safe: ['get', 'post'] }, { dryRun: true });
  const planned = plan!.filter(({ why }) => why.startsWith('an operation that the document does not name'));
  expect(planned.map(({ method, url }) => `${method} ${url.replace(server.url, '')}`)).toEqual(['GET /api/people/till/']);
});
