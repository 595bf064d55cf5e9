/** OPTIONS without a token, against a real server: asked where the source shows that DRF itself answers, and nowhere else (catalogue R19). */
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { inertScan } from './inert-scan.ts';
import { type RunningTarget, serveTarget } from './serve.ts';

vi.setConfig({ testTimeout: 300_000 });

const PASSWORD = 'marker-Pa55-of-the-options';
const PROBE = 'options-method';
let server: RunningTarget;
beforeAll(async () => {
  server = await serveTarget('writes', PASSWORD);
}, 600_000);
afterAll(() => server?.stop());

const scan = (more: object = {}) => inertScan(server, PASSWORD, more);
type Result = Awaited<ReturnType<typeof scan>>;
const observed = ({ matrix }: Result, path: string) => matrix.rows.find((row) => row.id === `GET ${path}`)!.cells.get(PROBE)!.observed!;
const options = (lines: readonly string[]) => lines.filter((line) => line.startsWith('OPTIONS ')).map((line) => line.split(' ')[1]!);

it('clears what refuses it, convicts nobody, and asks nothing of the project', async () => {
  const before = server.rows();
  const result = await scan();
  for (const path of ['/api/guarded/', '/api/detail/{}/', '/api/described/', '/api/one-by-function/{}/'])
    expect(observed(result, path), path).toMatchObject({ verdict: 'rejects', status: 401 });
  const told = observed(result, '/api/told-to-all/{}/');
  expect(told).toMatchObject({ verdict: 'unknown' });
  expect(told.reasons[0]!.text).toContain('no fault by itself');
  expect(told.reasons[0]!.because![0]!.text).toMatch(/^OPTIONS without a token: OPTIONS answered 200/);
  expect(observed(result, '/api/described/{}/').reasons[0]!.text).toContain(
    'asked once for a list and its objects, at GET /api/described/',
  );
  for (const path of ['/api/own-options/{}/', '/api/own-metadata/{}/'])
    expect(observed(result, path).reasons[0]!.text, path).toContain('only where the source shows that DRF itself answers OPTIONS');
  const asked = options(await server.log());
  expect(asked.filter((path) => /own-|plain|ninja|dispatches|token/.test(path))).toEqual([]);
  expect(new Set(asked).size).toBe(asked.length);
  expect(server.rows()).toEqual(before);
  const sent = new Set(result.exchanges.filter(({ probe }) => probe === PROBE).map(({ id }) => id));
  expect(sent.size).toBe(asked.length);
  expect(result.findings.filter(({ proof }) => proof.some((id) => sent.has(id)))).toEqual([]);
  expect(result.exchanges.length).toBeLessThanOrEqual(8 * result.matrix.rows.length);
});

it('is planned, and needs the source', async () => {
  const before = options(await server.log()).length;
  const { plan } = await scan({ dryRun: true });
  const planned = plan!.filter(({ method }) => method === 'OPTIONS');
  expect(planned.map(({ url }) => url)).toContain(`${server.url}/api/guarded/`);
  expect(planned.filter(({ url }) => /own-|plain|ninja|dispatches/.test(url))).toEqual([]);
  expect(planned[0]!.why).toMatch(
    /: options-method, when no-token is denied, once for a list and its objects, as far as there is room; DRF itself answers$/,
  );
  expect(options(await server.log())).toHaveLength(before);
});
