/** GraphQL endpoints of two libraries are asked for the name of their root type by GET; no POST and no mutation is sent (catalogue R40). */
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type Live, operationOf, type Result, rowOf, serveLive } from './live.ts';

vi.setConfig({ testTimeout: 240_000 });

let live: Live;
const ENDPOINTS = ['/strawberry/open/graphql', '/strawberry/own-check/graphql', '/strawberry/post-only/graphql'];

beforeAll(async () => {
  const posts = ENDPOINTS.map((path) => [path, { post: operationOf() }] as const);
  live = await serveLive({ '/api/me/': { get: operationOf() }, ...Object.fromEntries(posts) });
}, 600_000);
afterAll(() => live?.stop());

const cellsOf = (result: Result, id: string) => result.matrix.rows.find((row) => row.id === id)!.cells;

it('with the source: the class of the view tells, whatever stands around it', async () => {
  const before = live.server.rows();
  const result = await live.scan({});
  const rows = result.matrix.rows.map(({ id }) => id).filter((id) => !/\/(api|ws)\//.test(id));
  expect(Object.fromEntries(rows.map((id) => [id, rowOf(result.matrix, id)]))).toEqual({
    '* /graphene/open/': 'admits admits admits',
    'GET /graphene/guarded/': 'rejects rejects admits',
    'POST /graphene/guarded/': 'unknown unknown unknown',
    '* /graphene/presence/': 'rejects admits admits',
    '* /strawberry/open/graphql': 'admits admits admits',
    '* /strawberry/own-check/graphql': 'rejects rejects admits',
    '* /strawberry/post-only/graphql': 'unknown unknown unknown',
  });
  expect(live.server.rows()).toEqual(before);
  expect((await live.server.log()).filter((line) => !/^(GET|HEAD|OPTIONS) /.test(line))).toEqual([]);
});

it('with the document alone: a path named graphql, its POST shown open by GET and never shown closed by it', async () => {
  const result = await live.scan({ source: false, spec: live.spec });
  const rows = Object.fromEntries(ENDPOINTS.map((path) => [path, rowOf(result.matrix, `POST ${path}`)]));
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
  const before = (await live.server.log()).length;
  const { plan } = await live.scan({ dryRun: true });
  const planned = plan!.filter(({ url }) => url.includes('/graphene/open/'));
  expect(planned.length).toBeGreaterThan(3);
  expect(planned[0]).toMatchObject({ method: 'GET', url: `${live.server.url}/graphene/open/?query=%7B__typename%7D` });
  expect(planned[0]!.why).toContain('no-token, before the valid token; the query asks for the name of the root type');
  expect(plan!.every(({ method }) => ['GET', 'HEAD', 'OPTIONS'].includes(method))).toBe(true);
  expect(await live.server.log()).toHaveLength(before);
});
