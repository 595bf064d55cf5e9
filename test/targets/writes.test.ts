/** Unsafe methods are asked by requests without effect, only where the source vouches for that, and nothing is written (catalogue 1.3). */
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { inertScan } from './inert-scan.ts';
import { type RunningTarget, serveTarget } from './serve.ts';

vi.setConfig({ testTimeout: 300_000 });

const PASSWORD = 'marker-Pa55-of-the-ledger';
let server: RunningTarget;
beforeAll(async () => {
  server = await serveTarget('writes', PASSWORD);
}, 600_000);
afterAll(() => server?.stop());

const scan = (more: object) => inertScan(server, PASSWORD, more);
const rowOf = (result: Awaited<ReturnType<typeof scan>>, id: string) => {
  const { cells } = result.matrix.rows.find((row) => row.id === id)!;
  return ['no-token', 'garbage-token', 'tampered-token', 'valid-token'].map((probe) => cells.get(probe)!.observed!.verdict).join(' ');
};

const GUARDED = 'rejects rejects rejects admits';
const NOT_SENT = 'unknown unknown unknown unknown';
/** no-token, garbage-token, tampered-token, valid-token; beside an open gate a bad token is turned away by its authenticator. */
const EXPECTED: Readonly<Record<string, string>> = {
  'POST /api/guarded/': GUARDED,
  'POST /api/own-handler/': GUARDED,
  'PUT /api/detail/{}/': GUARDED,
  'PATCH /api/detail/{}/': GUARDED,
  'DELETE /api/detail/{}/': GUARDED,
  'POST /api/entries/': GUARDED,
  'POST /api/open/': 'admits rejects rejects admits',
  'POST /api/open-own-handler/': 'admits rejects rejects admits',
  'POST /api/by-function/': 'admits rejects rejects admits',
  'PATCH /api/open-detail/{}/': 'admits rejects rejects admits',
  'DELETE /api/open-detail/{}/': 'admits rejects rejects admits',
  'DELETE /api/entries/{}/': 'admits rejects rejects admits',
  'POST /api/presence/': 'rejects admits admits admits',
  // The handler refuses by itself, after the body: a twin that gets there proves nothing.
  'POST /api/late-check/': 'unknown rejects rejects admits',
  'POST /api/by-body/': NOT_SENT,
  'DELETE /api/object-level/{}/': NOT_SENT,
  'PATCH /api/object-level/{}/': NOT_SENT,
  'POST /api/no-body/': NOT_SENT,
  'POST /api/swallows/': NOT_SENT,
  'POST /api/upload/': NOT_SENT,
  'POST /api/dispatches/': NOT_SENT,
  'POST /api/ninja/lines': NOT_SENT,
  'POST /api/ninja/ticks': NOT_SENT,
};

it('judges each gate as it is, and writes nothing', async () => {
  const before = server.rows();
  const result = await scan({});
  expect(Object.fromEntries(Object.keys(EXPECTED).map((id) => [id, rowOf(result, id)]))).toEqual(EXPECTED);
  expect(server.rows()).toEqual(before);
  const sent = new Set((await server.log()).filter((line) => !/^(GET|HEAD|OPTIONS) /.test(line)));
  for (const path of ['plain', 'ninja', 'no-body', 'swallows', 'upload', 'dispatches', 'by-body', 'object-level'])
    expect([...sent].filter((line) => line.includes(`/api/${path}`))).toEqual([]);
  expect(result.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  const twin = result.exchanges.find(({ operation, probe }) => operation === 'POST /api/open/' && probe === 'no-token')!;
  expect(twin.curl).toContain('--data-raw "x"');
  expect(twin.request.headers).toContainEqual(['Content-Length', '1']);
  expect(result.matrix.rows.find(({ id }) => id === 'POST /api/open/')!.cells.get('no-token')!.observed!.effect).toContain(
    'nothing was written',
  );
});

it('sends no write without consent, and says in a dry run what it would send', async () => {
  const before = (await server.log()).length;
  const dry = await scan({ dryRun: true });
  expect(await server.log()).toHaveLength(before);
  const planned = dry.plan!.filter(({ why }) => why.includes('cannot take effect'));
  expect(planned.length).toBeGreaterThan(40);
  expect(planned.every(({ body, method }) => body !== undefined && method !== 'GET')).toBe(true);
  const quiet = await scan({ allowInertWrites: false });
  // The login of the run, and one more whose life is looked at.
  expect((await server.log()).slice(before).filter((line) => !/^(GET|HEAD|OPTIONS) /.test(line))).toEqual([
    'POST /api/token/',
    'POST /api/token/',
  ]);
  expect(rowOf(quiet, 'POST /api/open/')).toBe(NOT_SENT);
});
