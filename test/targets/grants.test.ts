/** What the server itself shows once it is given a refresh token, a signing key, a token of few rights or a second user's token. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultOptions, type ScanOptions } from '../../src/config/options.ts';
import { Secret } from '../../src/config/secret.ts';
import type { Verdict } from '../../src/model/verdict.ts';
import { DOORS } from '../../src/scan/doors.ts';
import { runScan } from '../../src/scan/run.ts';
import { FREIGHT, freightTruth, serveFreight, tokensOf } from './freight.ts';

type Result = Awaited<ReturnType<typeof runScan>>;

const truth = freightTruth();
let served: Awaited<ReturnType<typeof serveFreight>>;
beforeAll(async () => {
  served = await serveFreight('gunicorn');
}, 600_000);
afterAll(() => served?.stop());

let source: ReturnType<typeof DOORS.loadSource> | null = null;
const doors: typeof DOORS = {
  ...DOORS,
  loadSource: (...args) => {
    source ??= DOORS.loadSource(...args);
    return source;
  },
};

const scan = (more: Partial<ScanOptions>): Promise<Result> =>
  runScan(
    { ...defaultOptions(FREIGHT), spec: join(FREIGHT, 'openapi.yaml'), url: served.url, timeout: 30, tokens: tokensOf(served), ...more },
    () => {},
    doors,
  );

/** What the server said to a probe at `GET /path/`. */
function observed(result: Result, path: string, probe: string): Verdict {
  const row = result.matrix.rows.find((one) => one.method === 'GET' && one.path === path);
  const verdict = row?.cells.get(probe)?.observed;
  if (!verdict) throw new Error(`no observed verdict of ${probe} at ${path}`);
  return verdict;
}

/** Operations that findings of a rule name, by path. */
const told = (result: Result, rule: string): string[] =>
  result.findings
    .filter((finding) => finding.rule.id === rule)
    .flatMap(({ operations }) => operations.map((operation) => operation.split(' ')[1]!))
    .sort();

/** Runs the scan and shows that it wrote nothing and stayed within eight requests an operation. */
async function harmlessScan(more: Partial<ScanOptions>): Promise<Result> {
  const before = served.rows();
  const earlier = (await served.log()).length;
  const result = await scan(more);
  expect(served.rows()).toEqual(before);
  const sent = (await served.log()).slice(earlier);
  expect(sent).toHaveLength(result.witnesses.observed!.requests);
  expect(sent.length).toBeLessThanOrEqual(8 * truth.operations.length);
  expect(sent.filter((line) => !/^(GET|HEAD|OPTIONS) /.test(line))).toEqual([]);
  return result;
}

describe('a refresh token', () => {
  let result: Result;
  beforeAll(async () => {
    result = await harmlessScan({ refreshToken: new Secret(served.credentials.refresh) });
  }, 600_000);

  it('gets in where any kind of token is taken, and nowhere else', () => {
    expect(observed(result, '/api/customs/ledger/', 'refresh-as-access')).toMatchObject({ verdict: 'admits', status: 200 });
    expect(observed(result, '/api/customs/journal/', 'refresh-as-access')).toMatchObject({
      verdict: 'rejects',
      status: 401,
      conditions: [expect.stringContaining('the refresh token is a good one')],
    });
    expect(told(result, 'refresh-as-access')).toEqual(['/api/customs/ledger/']);
    expect(result.findings.find(({ rule }) => rule.id === 'refresh-as-access')).toMatchObject({ confidence: 'certain', gates: true });
  });

  it('is not sent where another token of the run is taken', () => {
    expect(observed(result, '/api/customs/papers/', 'refresh-as-access').reasons[0]!.text).toContain('belongs to another token of the run');
    expect(JSON.stringify(result.exchanges)).not.toContain(served.credentials.refresh.split('.')[2]);
    const sent = result.exchanges.filter(({ probe }) => probe === 'refresh-as-access');
    expect(sent.length).toBeGreaterThan(1);
    expect(sent.every(({ curl }) => curl.includes('Bearer $REFRESH_TOKEN'))).toBe(true);
  });
});
