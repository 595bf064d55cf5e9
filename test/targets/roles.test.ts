/** A user's token at operations for administrators, against a real server: those that take it, and those that do not (catalogue R21). */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { defaultOptions, type ScanOptions } from '../../src/config/options.ts';
import { Secret } from '../../src/config/secret.ts';
import { runScan } from '../../src/scan/run.ts';
import { type RunningTarget, serveTarget } from './serve.ts';

vi.setConfig({ testTimeout: 240_000 });

const PROBE = 'low-role-token';
const folder = mkdtempSync(join(tmpdir(), 'unlatched-roles-'));
const spec = join(folder, 'openapi.json');
let server: RunningTarget;
let tokens: Readonly<Record<'boss' | 'ann' | 'says_so', string>>;
beforeAll(async () => {
  server = await serveTarget('roles', 'marker-Pa55-of-the-roles');
  tokens = JSON.parse(server.seeded) as typeof tokens;
  const answers = (status: number) => ({ security: [{ jwt: [] }], responses: { [status]: { description: 'users' } } });
  const tagged = (path: string) => (path === 'roster' ? { tags: ['Users (admin)'] } : {});
  const paths = ['admin/users', 'admin/staff', 'roster', 'board', 'ledger', 'prices', 'administrative-areas'].map((path) => [
    `/api/${path}/`,
    { get: { ...answers(200), ...tagged(path) }, post: answers(201) },
  ]);
  writeFileSync(
    spec,
    JSON.stringify({
      openapi: '3.1.0',
      info: { title: 'Users', version: '1' },
      components: { securitySchemes: { jwt: { type: 'http', scheme: 'bearer' } } },
      paths: Object.fromEntries(paths),
    }),
  );
}, 600_000);
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await server?.stop();
});

async function scan(more: Partial<ScanOptions> = {}) {
  const options = { ...defaultOptions(server.folder), spec, url: server.url, timeout: 30 };
  const given = { tokens: [{ scheme: null, secret: new Secret(tokens.boss) }], lowToken: new Secret(tokens.ann) };
  const result = await runScan({ ...options, ...given, ...more }, () => {});
  const observed = (id: string) => result.matrix.rows.find((row) => row.id === id)!.cells.get(PROBE)!.observed!;
  const found = result.findings.filter(({ rule }) => rule.id === 'role-not-enforced');
  const told = found.flatMap(({ operations }) => operations).sort();
  const asked = [...new Set(result.exchanges.filter(({ probe }) => probe === PROBE).map(({ operation }) => operation!))].sort();
  return { result, observed, found, told, asked };
}

it('tells those that take any user, by path and tags alone', async () => {
  const { found, told, asked, observed } = await scan({ source: false });
  expect(asked).toEqual(['GET /api/admin/staff/', 'GET /api/admin/users/', 'GET /api/roster/']);
  expect(told).toEqual(['GET /api/admin/users/', 'GET /api/roster/']);
  expect(observed('GET /api/admin/staff/')).toMatchObject({ verdict: 'rejects', status: 403 });
  expect(observed('GET /api/admin/users/').reasons.at(-1)!.text).toBe('an operation for administrators: the path says admin');
  expect(observed('GET /api/administrative-areas/').reasons[0]!.text).toBe(
    'not sent: neither source nor document call this an operation for administrators',
  );
  // That it is refused elsewhere shows that the token is one of few rights.
  for (const finding of found) expect(finding).toMatchObject({ severity: 'high', confidence: 'firm' });
});

it('asks by the names of permissions as well, and writes by requests without effect', async () => {
  const before = server.rows();
  const { told, asked, observed } = await scan({ allowInertWrites: true });
  const paths = ['admin/users', 'ledger', 'roster'];
  expect(told).toEqual(
    paths
      .flatMap((path) => [`GET /api/${path}/`])
      .concat(['POST /api/admin/users/', 'POST /api/ledger/'])
      .sort(),
  );
  expect(asked).toEqual(expect.arrayContaining(['GET /api/board/', 'POST /api/admin/staff/', 'POST /api/board/']));
  expect(asked.filter((id) => /prices|areas/.test(id))).toEqual([]);
  expect(observed('POST /api/board/')).toMatchObject({ verdict: 'rejects', status: 403 });
  expect(observed('POST /api/admin/users/')).toMatchObject({ verdict: 'admits', status: 415 });
  expect(server.rows()).toEqual(before);
});

it('tells nothing by a dead token, by one that says that it is an administrator, and by none', async () => {
  const [head, claims] = tokens.ann.split('.');
  const dead = await scan({ source: false, lowToken: new Secret(`${head}.${claims}.${'A'.repeat(43)}`) });
  expect(dead.told).toEqual([]);
  expect(dead.observed('GET /api/admin/staff/')).toMatchObject({
    verdict: 'unknown',
    reasons: [{ text: expect.stringContaining('nothing shows that the low token is a good one') }],
  });
  const raised = await scan({ source: false, lowToken: new Secret(tokens.says_so) });
  expect([raised.told, raised.asked]).toEqual([[], []]);
  expect(raised.observed('GET /api/admin/users/').reasons[0]!.text).toContain('says itself that its user is an administrator');
  const without = await scan({ source: false, lowToken: null });
  expect([without.told, without.asked]).toEqual([[], []]);
});

it('is tentative where nothing shows that the token has few rights, and is planned', async () => {
  const { found } = await scan({
    source: false,
    tokens: [{ scheme: null, secret: new Secret(tokens.ann) }],
    lowToken: new Secret(tokens.boss),
  });
  for (const finding of found) expect(finding).toMatchObject({ confidence: 'tentative', gates: false });
  expect(found.length).toBeGreaterThan(0);
  const { result } = await scan({ source: false, dryRun: true });
  const planned = result.plan!.filter(({ why }) => why.includes(PROBE)).map(({ why }) => why);
  expect(planned).toContain(`GET /api/admin/users/: ${PROBE}, since the path says admin (--low-token)`);
  expect(planned).toHaveLength(3);
});
