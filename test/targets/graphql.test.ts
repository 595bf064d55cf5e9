/** GraphQL endpoints of two libraries are asked for the name of their root type by GET; no POST and no mutation is sent (catalogue R40). */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { defaultOptions, type ScanOptions } from '../../src/config/options.ts';
import { Secret } from '../../src/config/secret.ts';
import { runScan } from '../../src/scan/run.ts';
import { type RunningTarget, serveTarget } from './serve.ts';

vi.setConfig({ testTimeout: 240_000 });

let server: RunningTarget;
let folder: string;
let spec: string;
const ENDPOINTS = ['/strawberry/open/graphql', '/strawberry/own-check/graphql', '/strawberry/post-only/graphql'];

beforeAll(async () => {
  server = await serveTarget('live', 'marker-Pa55-of-the-live-one', { server: 'uvicorn' });
  folder = mkdtempSync(join(tmpdir(), 'unlatched-graphql-'));
  spec = join(folder, 'openapi.json');
  const operation = { security: [{ jwt: [] }], responses: { 200: { description: 'answer' } } };
  writeFileSync(
    spec,
    JSON.stringify({
      openapi: '3.1.0',
      info: { title: 'Live', version: '1' },
      components: { securitySchemes: { jwt: { type: 'http', scheme: 'bearer' } } },
      paths: { '/api/me/': { get: operation }, ...Object.fromEntries(ENDPOINTS.map((path) => [path, { post: operation }])) },
    }),
  );
}, 600_000);
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await server?.stop();
});

const scan = (more: Partial<ScanOptions>) =>
  runScan(
    {
      ...defaultOptions(server.folder),
      url: server.url,
      timeout: 30,
      tokens: [{ scheme: null, secret: new Secret(server.seeded.trim()) }],
      ...more,
    },
    () => {},
  );
type Result = Awaited<ReturnType<typeof scan>>;
const cellsOf = (result: Result, id: string) => result.matrix.rows.find((row) => row.id === id)!.cells;
const rowOf = (result: Result, id: string) =>
  ['no-token', 'garbage-token', 'valid-token'].map((probe) => cellsOf(result, id).get(probe)!.observed!.verdict).join(' ');

it('with the source: the class of the view tells, whatever stands around it', async () => {
  const before = server.rows();
  const result = await scan({});
  const rows = result.matrix.rows.map(({ id }) => id).filter((id) => !id.includes('/api/'));
  expect(Object.fromEntries(rows.map((id) => [id, rowOf(result, id)]))).toEqual({
    '* /graphene/open/': 'admits admits admits',
    'GET /graphene/guarded/': 'rejects rejects admits',
    'POST /graphene/guarded/': 'unknown unknown unknown',
    '* /graphene/presence/': 'rejects admits admits',
    '* /strawberry/open/graphql': 'admits admits admits',
    '* /strawberry/own-check/graphql': 'rejects rejects admits',
    '* /strawberry/post-only/graphql': 'unknown unknown unknown',
  });
  expect(server.rows()).toEqual(before);
  expect((await server.log()).filter((line) => !/^(GET|HEAD) /.test(line))).toEqual([]);
});

it('with the document alone: a path named graphql, its POST shown open by GET and never shown closed by it', async () => {
  const result = await scan({ source: false, spec });
  const rows = Object.fromEntries(ENDPOINTS.map((path) => [path, rowOf(result, `POST ${path}`)]));
  expect(rows).toEqual({
    '/strawberry/open/graphql': 'admits admits admits',
    '/strawberry/own-check/graphql': 'unknown unknown admits',
    '/strawberry/post-only/graphql': 'unknown unknown unknown',
  });
  const [finding] = result.findings.filter(({ operations }) => operations.includes('POST /strawberry/open/graphql'));
  expect(finding).toMatchObject({ rule: { id: 'broken-promise' }, operations: ['POST /strawberry/open/graphql'] });
  expect(cellsOf(result, 'POST /strawberry/open/graphql').get('no-token')!.observed!.conditions).toEqual([
    'only {__typename} was asked for by GET, POST was not sent: what resolvers demand by themselves was not',
  ]);
});

it('prints the query in a dry run and sends nothing', async () => {
  const before = (await server.log()).length;
  const { plan } = await scan({ dryRun: true });
  const planned = plan!.filter(({ url }) => url.includes('/graphene/open/'));
  expect(planned.length).toBeGreaterThan(3);
  expect(planned[0]).toMatchObject({ method: 'GET', url: `${server.url}/graphene/open/?query=%7B__typename%7D` });
  expect(planned[0]!.why).toContain('no-token, before the valid token; the query asks for the name of the root type');
  expect(plan!.every(({ method }) => method === 'GET' || method === 'HEAD')).toBe(true);
  expect(await server.log()).toHaveLength(before);
});
