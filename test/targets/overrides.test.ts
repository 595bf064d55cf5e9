/** A method that a header names, against a real server: asked by requests that take no effect under either method, and by no others (catalogue R14). */
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { inertScan } from './inert-scan.ts';
import { type RunningTarget, serveTarget } from './serve.ts';

vi.setConfig({ testTimeout: 300_000 });

const PASSWORD = 'marker-Pa55-of-the-overrides';
const PROBE = 'method-override';
let server: RunningTarget;
beforeAll(async () => {
  server = await serveTarget('overrides', PASSWORD);
}, 600_000);
afterAll(() => server?.stop());

const scan = (more: object) => inertScan(server, PASSWORD, more);
type Result = Awaited<ReturnType<typeof scan>>;
const observed = ({ matrix }: Result, id: string) => matrix.rows.find((row) => row.id === id)!.cells.get(PROBE)!.observed!;

it('tells the guard that the header leads around from the one that stands behind it', async () => {
  const before = server.rows();
  const result = await scan({});
  const verdicts = Object.fromEntries(
    ['POST /{}/entries/', 'PUT /{}/entries/{}/', 'PATCH /{}/entries/{}/', 'DELETE /{}/entries/{}/', 'PUT /{}/ticks/'].map((id) => [
      id,
      ['early', 'late'].map((guard) => observed(result, id.replace('{}', guard)).verdict).join(' '),
    ]),
  );
  expect(verdicts).toEqual({
    'POST /{}/entries/': 'admits rejects',
    'PUT /{}/entries/{}/': 'admits rejects',
    'PATCH /{}/entries/{}/': 'admits rejects',
    // Whoever asks for an object that is not there gets the same for the GET itself.
    'DELETE /{}/entries/{}/': 'unknown rejects',
    'PUT /{}/ticks/': 'admits rejects',
  });
  const hit = observed(result, 'POST /early/entries/');
  expect(hit).toMatchObject({ status: 415, effect: expect.stringContaining('nothing was written') });
  expect(hit.reasons.map(({ text }) => text)).toEqual([
    expect.stringMatching(/^GET with the method in x-http-method-override and x-method: GET answered 415/),
    expect.stringMatching(/^GET with the method in x-http-method-override and x-method, otherwise broken: GET answered 400/),
    expect.stringMatching(/^the same GET without it: GET answered 200/),
    expect.stringMatching(/^the same GET without it: GET answered 200/),
    expect.stringMatching(/^no token: POST answered 401/),
    expect.stringMatching(/^valid token: POST answered 415/),
    expect.stringContaining('the source vouches that nothing takes effect'),
  ]);
  const found = result.findings.find(({ rule, title }) => rule.id === 'method-hole' && title.includes('header that names the method'))!;
  expect(found).toMatchObject({ severity: 'high', confidence: 'certain' });
  // The source tells of those that are not asked.
  const early = result.matrix.rows.filter(({ id }) => / \/early\//.test(id) && !id.startsWith('GET ')).map(({ id }) => id);
  expect([...found.operations].sort()).toEqual(early.sort());
  expect(server.rows()).toEqual(before);
});

it('sends nothing that could run a write under one of the methods', async () => {
  const result = await scan({});
  const sent = result.exchanges
    .filter(({ probe }) => probe === PROBE)
    .map(({ request }) => `${request.method} ${new URL(request.url).pathname}`);
  expect(sent.length).toBeGreaterThan(10);
  // A POST there always writes, and so does a GET: they are asked as the other one, or not at all.
  expect(sent.filter((line) => /^POST .*ticks|^GET .*visits/.test(line))).toEqual([]);
  expect(sent.some((line) => line.startsWith('GET /early/ticks/'))).toBe(true);
  expect(observed(result, 'POST /early/ticks/').verdict).toBe('unknown');
  const headers = result.exchanges
    .filter(({ probe }) => probe === PROBE)
    .flatMap(({ request }) => request.headers.map(([name]) => name.toLowerCase()));
  expect(new Set(headers.filter((name) => name.startsWith('x-') && name !== 'x-unlatched-run'))).toEqual(
    new Set(['x-http-method-override', 'x-method']),
  );
});

it('needs consent and the source, and is planned', async () => {
  for (const more of [{ allowInertWrites: false }, { dryRun: true }]) {
    const quiet = await scan(more);
    expect(quiet.exchanges.filter(({ probe }) => probe === PROBE)).toEqual([]);
  }
  const refused = observed(await scan({ allowInertWrites: false }), 'POST /early/entries/');
  expect(refused).toMatchObject({ verdict: 'unknown', next: '--allow-inert-writes' });
  const { plan } = await scan({ dryRun: true });
  const planned = plan!.filter(({ why }) => why.startsWith(`POST /early/entries/: ${PROBE}`));
  expect(planned.map(({ method, headers, body }) => [method, headers.map(([name]) => name).slice(1), body])).toEqual([
    ['GET', ['x-http-method-override', 'x-method'], 'application/x-probe: x'],
    ['GET', [], 'application/x-probe: x'],
    ['GET', ['x-http-method-override', 'x-method'], 'application/json: {'],
    ['GET', [], 'application/json: {'],
  ]);
  expect(planned[0]!.why).toContain('cannot take effect under either method');
});
