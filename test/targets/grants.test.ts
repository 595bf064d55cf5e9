/** What the server itself shows once it is given a refresh token, a signing key, a token of few rights or a second user's token. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultOptions, type ScanOptions } from '../../src/config/options.ts';
import { Secret } from '../../src/config/secret.ts';
import type { Verdict } from '../../src/model/verdict.ts';
import { DOORS } from '../../src/scan/doors.ts';
import { runScan } from '../../src/scan/run.ts';
import { confirmationsOf } from '../support/confirmations.ts';
import { FREIGHT, freightTruth, idOf, readingOnce, serveFreight, tokensOf } from './freight.ts';

type Result = Awaited<ReturnType<typeof runScan>>;

const truth = freightTruth();
let served: Awaited<ReturnType<typeof serveFreight>>;
beforeAll(async () => {
  served = await serveFreight('gunicorn');
}, 600_000);
afterAll(() => served?.stop());

const doors = readingOnce();

/** @param only paths that the server is asked about; the others take time */
const scan = (more: Partial<ScanOptions>, only = /^/): Promise<Result> =>
  runScan(
    { ...defaultOptions(FREIGHT), spec: join(FREIGHT, 'openapi.yaml'), url: served.url, timeout: 30, tokens: tokensOf(served), ...more },
    () => {},
    { ...doors, observe: (request) => DOORS.observe({ ...request, targets: request.targets.filter(({ path }) => only.test(path)) }) },
  );

/** What the server said to a probe at `GET /path/`. */
function observed(result: Result, path: string, probe: string): Verdict {
  const row = result.matrix.rows.find(({ id }) => id === idOf(`GET ${path}`));
  const verdict = row?.cells.get(probe)?.observed;
  if (!verdict) throw new Error(`no observed verdict of ${probe} at ${path}`);
  return verdict;
}

/** Operations that findings of a rule name, by path. */
const toldBy = (result: Result, rule: string): string[] =>
  result.findings
    .filter((finding) => finding.rule.id === rule)
    .flatMap(({ operations }) => operations.map((operation) => operation.split(' ')[1]!))
    .sort();

/**
 * Runs the scan and shows that it wrote nothing and stayed within eight requests an operation, besides those that make sure of a fault.
 */
async function harmlessScan(more: Partial<ScanOptions>): Promise<Result> {
  const before = served.rows();
  const earlier = (await served.log()).length;
  const result = await scan(more);
  expect(served.rows()).toEqual(before);
  const sent = (await served.log()).slice(earlier);
  expect(sent).toHaveLength(result.witnesses.observed!.requests);
  expect(sent.length - confirmationsOf(result)).toBeLessThanOrEqual(8 * truth.operations.length);
  expect(sent.filter((line) => !/^(GET|HEAD|OPTIONS) /.test(line))).toEqual([]);
  return result;
}

/** One scan with all tokens: they do not get into each other's way. */
let shared: Promise<Result> | null = null;
const withTokens = (): Promise<Result> => {
  const { refresh, low, second } = served.credentials;
  shared ??= harmlessScan({ refreshToken: new Secret(refresh), lowToken: new Secret(low), secondToken: new Secret(second) });
  return shared;
};

describe('a refresh token', () => {
  let result: Result;
  beforeAll(async () => {
    result = await withTokens();
  }, 600_000);

  it('gets in where any kind of token is taken, and nowhere else', () => {
    expect(observed(result, '/api/customs/ledger/', 'refresh-as-access')).toMatchObject({ verdict: 'admits', status: 200 });
    expect(observed(result, '/api/customs/journal/', 'refresh-as-access')).toMatchObject({
      verdict: 'rejects',
      status: 401,
      conditions: [expect.stringContaining('the refresh token is a good one')],
    });
    expect(toldBy(result, 'refresh-as-access')).toEqual(['/api/customs/ledger/']);
    expect(result.findings.find(({ rule }) => rule.id === 'refresh-as-access')).toMatchObject({ confidence: 'certain', gates: true });
  });

  it('has the server asked for its keys once, whatever the number of tokens', () => {
    const asked = result.exchanges.filter(({ probe }) => probe === 'well-known').map(({ request }) => new URL(request.url).pathname);
    expect(asked).toEqual(['/.well-known/jwks.json', '/.well-known/openid-configuration']);
  });

  it('is not sent where another token of the run is taken', () => {
    expect(observed(result, '/api/customs/papers/', 'refresh-as-access').reasons[0]!.text).toContain('belongs to another token of the run');
    expect(JSON.stringify(result.exchanges)).not.toContain(served.credentials.refresh.split('.')[2]);
    const sent = result.exchanges.filter(({ probe }) => probe === 'refresh-as-access');
    expect(sent.length).toBeGreaterThan(1);
    expect(sent.every(({ curl }) => curl.includes('Bearer $REFRESH_TOKEN'))).toBe(true);
  });
});

describe('the key of the customs office', () => {
  const SIGNED = ['other-algorithm', 'expired-token', 'no-expiry', 'foreign-audience', 'foreign-issuer', 'sibling-algorithm'];
  let result: Result;
  beforeAll(async () => {
    result = await harmlessScan({ signingKey: new Secret(served.keys.office) });
  }, 600_000);

  it('gets in with what the truth says, and with nothing else', () => {
    const different: string[] = [];
    let told = 0;
    for (const { operation, credential, gets_in = [], with_key = [], probes } of truth.operations) {
      const [method, path] = operation.split(' ') as [string, string];
      if (credential !== 'office' || method !== 'GET' || probes['tampered-token']!.verdict === 'admits') continue;
      for (const probe of SIGNED) {
        const { verdict, reasons } = observed(result, path, probe);
        if (verdict === 'unknown' && reasons[0]!.text.includes('asked once for these authenticators')) continue;
        told += 1;
        const expected = [...gets_in, ...with_key].includes(probe) ? 'admits' : 'rejects';
        if (verdict !== expected) different.push(`${path} ${probe}: ${verdict}, truth ${expected}: ${reasons[0]!.text}`);
      }
    }
    expect(different).toEqual([]);
    expect(told).toBe(SIGNED.length * 12);
  });

  it('tells the faults and no look-alike', () => {
    expect(toldBy(result, 'expired-token')).toEqual(['/api/customs/seals/']);
    expect(toldBy(result, 'foreign-audience')).toEqual(['/api/customs/quotas/']);
    expect(toldBy(result, 'algorithm-not-fixed')).toEqual(['/api/customs/excises/']);
    expect(toldBy(result, 'public-key-as-secret')).toEqual(['/api/customs/duties/']);
    expect(toldBy(result, 'expiry-not-required')).toEqual(
      truth.operations
        .filter(({ with_key = [], gets_in = [] }) => with_key.includes('no-expiry') && !/unsigned|expired/.test(gets_in.join()))
        .map(({ operation }) => operation.split(' ')[1])
        .sort(),
    );
    const firm = result.findings.filter(({ rule }) => ['expired-token', 'foreign-audience'].includes(rule.id));
    expect(firm.map(({ confidence }) => confidence)).toEqual(['certain', 'certain']);
  });

  it('needs no request to be known as the right one, and signs nothing of another kind', () => {
    expect(result.exchanges.filter(({ probe }) => probe === 'resigned-token')).toEqual([]);
    expect(observed(result, '/api/customs/stamps/', 'expired-token').reasons.at(-1)!.text).toContain("the valid token's own signature");
    expect(observed(result, '/api/bookings/', 'expired-token').reasons[0]!.text).toBe('not sent: the key makes no signatures of HS256');
    expect(observed(result, '/api/yard/gates/', 'expired-token').reasons[0]!.text).toContain('opaque');
    const secrets = served.keys.office.split('\n').filter((line) => line.length > 40);
    for (const line of secrets) expect(JSON.stringify(result.exchanges)).not.toContain(line);
  });
});

describe('the secret of the users', () => {
  it('shows what Simple JWT looks at', async () => {
    const result = await scan({ signingKey: new Secret(served.keys.access) }, /\/customs\//);
    for (const probe of ['expired-token', 'no-expiry', 'foreign-audience', 'foreign-issuer', 'sibling-algorithm'])
      expect(observed(result, '/api/customs/journal/', probe), probe).toMatchObject({ verdict: 'rejects', status: 401 });
    expect(observed(result, '/api/customs/journal/', 'other-algorithm').reasons[0]!.text).toContain('there is no public key');
  }, 120_000);

  it('tells nothing when it is another', async () => {
    const result = await scan({ signingKey: new Secret('the-secret-of-quite-another-server-somewhere') }, /\/customs\//);
    expect(observed(result, '/api/customs/journal/', 'expired-token')).toMatchObject({
      verdict: 'unknown',
      next: expect.stringContaining('--signing-key'),
      reasons: [{ text: 'the key does not sign tokens that this server takes', exchange: expect.any(String) }],
    });
    const probes = new Set(result.exchanges.map(({ probe }) => probe));
    expect(probes).toContain('resigned-token');
    for (const probe of ['expired-token', 'no-expiry', 'foreign-audience']) expect(probes).not.toContain(probe);
    expect(toldBy(result, 'expired-token').concat(toldBy(result, 'foreign-audience'))).toEqual([
      '/api/customs/seals/',
      '/api/customs/quotas/',
    ]);
  }, 120_000);
});

describe('a token of few rights', () => {
  it('gets in where the document asks for a scope and nobody looks, and is sent nowhere else', async () => {
    const result = await withTokens();
    expect(observed(result, '/api/harbour/ferries/', 'low-scope-token')).toMatchObject({ verdict: 'admits', status: 200 });
    expect(observed(result, '/api/harbour/pilots/', 'low-scope-token')).toMatchObject({ verdict: 'rejects', status: 403 });
    expect(observed(result, '/api/harbour/lights/', 'low-scope-token').reasons[0]!.text).toContain('says itself that it has the scopes');
    expect(observed(result, '/api/bookings/', 'low-scope-token').reasons[0]!.text).toContain('lists no scopes');
    expect(toldBy(result, 'scope-not-enforced')).toEqual(['/api/harbour/ferries/']);
    expect(result.findings.find(({ rule }) => rule.id === 'scope-not-enforced')).toMatchObject({
      confidence: 'firm',
      gates: true,
      verdicts: { 'low-scope-token': { promised: 'rejects', predicted: 'unknown', observed: 'admits' } },
    });
    // Once at each of the two, and the admission once more.
    expect(result.exchanges.filter(({ probe }) => probe === 'low-scope-token')).toHaveLength(3);
  }, 120_000);

  it('is not held for turned away when it is a dead one', async () => {
    const [head, claims] = served.credentials.low.split('.');
    const broken = `${head}.${claims}.${'A'.repeat(43)}`;
    const result = await scan({ lowToken: new Secret(broken) }, /\/harbour\//);
    expect(observed(result, '/api/harbour/pilots/', 'low-scope-token')).toMatchObject({
      verdict: 'unknown',
      reasons: [{ text: expect.stringContaining('nothing shows that the low token is a good one') }],
    });
  }, 120_000);
});

describe('the token of a second user', () => {
  it('gets what only the list of the first user holds, and no look-alike is told', async () => {
    const result = await withTokens();
    expect(observed(result, '/api/harbour/notes/{id}/', 'second-user-token')).toMatchObject({ verdict: 'admits', status: 200 });
    expect(observed(result, '/api/harbour/logs/{id}/', 'second-user-token')).toMatchObject({ verdict: 'rejects', status: 404 });
    const why = (path: string) => observed(result, path, 'second-user-token').reasons[0]!.text;
    expect(why('/api/harbour/desks/{id}/')).toBe('the second user is answered something else than the first');
    expect(why('/api/harbour/wires/{id}/')).toContain('goes on');
    expect(why('/api/bookings/{id}/')).toContain("the second user's own list holds the object as well");
    expect(why('/api/harbour/notes/')).toContain('nothing shows whose it is');
    expect(toldBy(result, 'object-of-another-user')).toEqual(['/api/harbour/notes/{}/']);
    expect(result.findings.find(({ rule }) => rule.id === 'object-of-another-user')).toMatchObject({ confidence: 'firm', gates: true });
  }, 120_000);
});

describe('without the source', () => {
  it('scopes and owners are told all the same, and no look-alike is', async () => {
    const { credentials, keys } = served;
    const given = { refresh: credentials.refresh, low: credentials.low, second: credentials.second, key: keys.office };
    const result = await harmlessScan({
      source: false,
      refreshToken: new Secret(given.refresh),
      lowToken: new Secret(given.low),
      secondToken: new Secret(given.second),
      signingKey: new Secret(given.key),
    });
    expect(toldBy(result, 'scope-not-enforced')).toEqual(['/api/harbour/ferries/']);
    expect(toldBy(result, 'object-of-another-user')).toEqual(['/api/harbour/notes/{}/']);
    const faulty = new Set(truth.operations.filter(({ fault }) => fault !== null).map(({ operation }) => idOf(operation)));
    const wrong = result.findings
      .filter(({ severity }) => severity !== 'info')
      .flatMap(({ rule, operations }) => operations.filter((id) => !faulty.has(id)).map((id) => `${rule.id} ${id}`));
    expect(wrong).toEqual([]);
  }, 120_000);
});
