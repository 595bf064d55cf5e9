/** Tokens that anybody can write, and tokens signed with the key, against a real server: each gate that falls for one, and its twin that does not. */
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { defaultOptions, type ScanOptions } from '../../src/config/options.ts';
import { Secret } from '../../src/config/secret.ts';
import { PROBES } from '../../src/probes/index.generated.ts';
import { toScanDocument } from '../../src/reports/json.ts';
import { runScan } from '../../src/scan/run.ts';
import { type RunningTarget, serveTarget } from './serve.ts';

vi.setConfig({ testTimeout: 120_000 });

type Algorithm = 'HS256' | 'RS256' | 'ES256';

const pem = (key: ReturnType<typeof generateKeyPairSync>['privateKey']): string => key.export({ type: 'pkcs8', format: 'pem' }) as string;
const KEYS: Readonly<Record<Algorithm, string>> = {
  HS256: randomBytes(32).toString('hex'),
  RS256: pem(generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey),
  ES256: pem(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey),
};
const folder = mkdtempSync(join(tmpdir(), 'unlatched-forged-'));
let server: RunningTarget;
let tokens: Readonly<Record<Algorithm | 'of_client', string>>;
beforeAll(async () => {
  const env = {
    FORGED_SECRET: randomBytes(32).toString('hex'),
    FORGED_SHARED: KEYS.HS256,
    FORGED_RSA: KEYS.RS256,
    FORGED_EC: KEYS.ES256,
  };
  server = await serveTarget('forged', 'marker-Pa55-of-the-forged-one', { env });
  tokens = JSON.parse(server.seeded) as typeof tokens;
}, 600_000);
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await server?.stop();
});

/** A scan of one operation with token and key, without the source; and of others beside it. */
async function scan(
  path: string,
  algorithm: Algorithm,
  scopes: readonly string[] | null,
  more: Partial<ScanOptions> = {},
  beside: readonly string[] = [],
) {
  const spec = join(folder, `${path}.json`);
  const operation = (asked: readonly string[]) => ({ security: [{ jwt: asked }], responses: { 200: { description: 'papers' } } });
  writeFileSync(
    spec,
    JSON.stringify({
      openapi: '3.1.0',
      info: { title: 'Papers', version: '1' },
      components: { securitySchemes: { jwt: { type: 'http', scheme: 'bearer' } } },
      paths: Object.fromEntries([path, ...beside].map((one) => [`/api/${one}/`, { get: operation((one === path && scopes) || []) }])),
    }),
  );
  const result = await runScan(
    {
      ...defaultOptions(server.folder),
      source: false,
      spec,
      url: server.url,
      timeout: 30,
      tokens: [{ scheme: null, secret: new Secret(tokens[algorithm]) }],
      signingKey: new Secret(KEYS[algorithm]),
      ...more,
    },
    () => {},
  );
  const { cells } = result.matrix.rows.find((row) => row.path.startsWith(`/api/${path}`))!;
  const observed = (probe: string) => cells.get(probe)!.observed!;
  const admits = PROBES.map(({ id }) => id).filter((probe) => cells.get(probe)?.observed?.verdict === 'admits' && probe !== 'valid-token');
  const findings = result.findings.map(({ rule, severity }) => `${rule.id} ${severity}`);
  return { result, observed, admits, findings };
}

/** Path, algorithm, what gets in, which spelling, what is told. */
const FALLS: readonly (readonly [string, Algorithm, string, RegExp, string | null])[] = [
  ['two-secrets', 'HS256', 'blank-signature-token', /^a token signed with nothing: /, 'blank-signature critical'],
  ['numbers', 'ES256', 'blank-signature-token', /\(zeros\)/, 'blank-signature critical'],
  ['any-form', 'HS256', 'json-token', /\(an empty list of signatures\)/, 'unsigned-token critical'],
  ['cut-at-dots', 'HS256', 'json-token', /\(claims beside the signed ones\)/, 'unsigned-token critical'],
  ['certificate', 'RS256', 'certificate-token', /^a token that brings its own certificate: /, 'key-from-token critical'],
  ['letter', 'RS256', 'encrypted-token', /\(around an unsigned token\)/, 'unsigned-token critical'],
  ['bare-letter', 'RS256', 'encrypted-token', /\(around the claims\)/, 'unsigned-token critical'],
  ['shared', 'RS256', 'other-algorithm', /\(DER\)/, 'public-key-as-secret critical'],
  ['shared-text', 'RS256', 'other-algorithm', /\(PEM of PKCS #1 without its last line break\)/, 'public-key-as-secret critical'],
  ['shared-json', 'RS256', 'other-algorithm', /\(JSON of the JWK, sorted\)/, 'public-key-as-secret critical'],
  ['plain', 'HS256', 'critical-header-token', /./, 'critical-header-ignored medium'],
  ['any-start', 'HS256', 'future-token', /./, 'start-not-checked low'],
  ['any-issue', 'HS256', 'issued-later-token', /./, 'start-not-checked info'],
  ['claimed', 'HS256', 'unknown-user-token', /\(user_id and username of nobody\)/, 'user-not-looked-up low'],
  ['as-it-is', 'HS256', 'odd-user-token', /\(user_id and username true\)/, 'user-not-looked-up info'],
  ['almost-any-use', 'HS256', 'unclear-use-token', /\(token_type ACCESS\)/, 'refresh-as-access low'],
  ['any-type', 'HS256', 'other-type-token', /./, null],
  ['last-of-two', 'HS256', 'doubled-claim-token', /./, null],
];

it.each(FALLS)('%s (%s) falls for %s', async (path, algorithm, probe, spelling, finding) => {
  const { result, observed, admits, findings } = await scan(path, algorithm, null);
  // An empty secret opens as well what a header calls the key of an empty file.
  expect(admits).toEqual(path === 'two-secrets' ? [probe, 'key-file-token'] : [probe]);
  expect(observed(probe)).toMatchObject({ status: 200 });
  expect(observed(probe).reasons[0]!.text).toMatch(spelling);
  expect(findings).toEqual(finding === null ? [] : [finding]);
  expect(result.witnesses.observed!.canary).toBe('held');
  const text = JSON.stringify(toScanDocument(result));
  for (const secret of [...Object.values(tokens).map((token) => token.split('.')[1]!), KEYS.HS256]) expect(text).not.toContain(secret);
});

it.each([
  ['any-use', /\(token_type refresh\)/],
  // What is not listed passes: a word that a list of others lacks.
  ['not-those-two', /\(token_type id\)/],
] as const)('tells that %s takes a token for another use, and not besides that it may be an unclear one', async (path, spelling) => {
  const { admits, findings, result, observed } = await scan(path, 'HS256', null);
  expect(observed('other-use-token').reasons[0]!.text).toMatch(spelling);
  expect(admits).toEqual(['other-use-token', 'unclear-use-token']);
  expect(findings).toEqual(['refresh-as-access high']);
  // Nobody has seen a refresh token of this server.
  expect(result.findings.find(({ rule }) => rule.id === 'refresh-as-access')).toMatchObject({ confidence: 'tentative', gates: false });
});

it('makes an ID token of one that names its client', async () => {
  const more = { tokens: [{ scheme: null, secret: new Secret(tokens.of_client) }] };
  const any = await scan('any-of-the-login', 'HS256', null, more);
  expect(any.observed('other-use-token').reasons[0]!.text).toMatch(/^a token for another use \(an ID token\): GET answered 200/);
  expect(any.findings).toEqual(['foreign-audience medium', 'refresh-as-access high']);
  const readers = await scan('for-readers', 'HS256', null, more);
  expect(readers.observed('other-use-token')).toMatchObject({ verdict: 'rejects', status: 401 });
  expect(readers.admits).toEqual([]);
});

it('sends a token without scopes where the document asks for some, and only there', async () => {
  const ignored = await scan('right', 'HS256', ['papers:read']);
  expect(ignored.admits).toEqual(['scopeless-token']);
  expect(ignored.findings).toEqual(['scope-not-enforced high']);
  const asked = await scan('scoped', 'HS256', ['papers:read']);
  expect(asked.observed('scopeless-token')).toMatchObject({ verdict: 'rejects', status: 403 });
  expect(asked.findings).toEqual([]);
  expect(asked.result.exchanges.filter(({ probe }) => probe === 'scopeless-token')).toHaveLength(2);
});

const RAISED = ['raised-rights-token', 'raised-scope-token'];
const sentOf = ({ result }: Awaited<ReturnType<typeof scan>>, probe: string) =>
  result.exchanges.filter((exchange) => exchange.probe === probe).length;

it.each([
  ['staff-by-claim', null, 'raised-rights-token', /\(is_staff, is_superuser, is_admin, admin true\)/, ['claimed-rights medium']],
  ['role', null, 'raised-rights-token', /\(role admin\)/, ['claimed-rights medium']],
  // That scopes are read from the token is what they are for.
  ['writing', ['papers:write'], 'raised-scope-token', /\(more in scope\)/, []],
] as const)('%s reads the rights from the token', async (path, scopes, probe, spelling, told) => {
  const asked = await scan(path, 'HS256', scopes, {}, ['right']);
  expect(asked.observed('valid-token')).toMatchObject({ verdict: 'rejects', status: 403 });
  expect(asked.admits).toEqual([probe]);
  expect(asked.observed(probe)).toMatchObject({ status: 200, effect: 'an object with 2 fields' });
  expect(asked.observed(probe).reasons[0]!.text).toMatch(spelling);
  expect(asked.observed(probe).reasons.at(-1)!.text).toMatch(/^valid token, later: GET answered 403/);
  expect(asked.findings).toEqual(told);
  for (const finding of asked.result.findings) expect(finding).toMatchObject({ confidence: 'tentative', gates: false });
  // No more than its spellings and the one that got in once more; what is known beforehand costs nothing.
  expect(RAISED.map((one) => sentOf(asked, one))).toEqual(path === 'role' ? [3, 0] : path === 'writing' ? [2, 2] : [2, 0]);
});

it.each([
  ['staff-by-account', null],
  ['given-role', null],
  ['writing-by-account', ['papers:write']],
] as const)('%s looks the rights up', async (path, scopes) => {
  const asked = await scan(path, 'HS256', scopes, {}, ['right']);
  expect(asked.observed('valid-token')).toMatchObject({ verdict: 'rejects', status: 403 });
  for (const probe of scopes ? RAISED : RAISED.slice(0, 1))
    expect(asked.observed(probe)).toMatchObject({ verdict: 'rejects', status: 403 });
  expect(asked.admits).toEqual([]);
  expect(asked.findings).toEqual([]);
  expect(RAISED.map((one) => sentOf(asked, one))).toEqual(scopes ? [2, 1] : [2, 0]);
});

it('raises no rights where the valid token is let in, nor with a key that signs nothing', async () => {
  const right = await scan('scoped', 'HS256', ['papers:read']);
  for (const probe of RAISED) {
    expect(right.observed(probe).reasons[0]!.text).toBe('not sent: only where the valid token is refused with 403');
    expect(sentOf(right, probe)).toBe(0);
  }
  const wrong = await scan('staff-by-claim', 'HS256', null, { signingKey: new Secret('quite-another-key-of-thirty-two-letters') }, [
    'right',
  ]);
  expect(wrong.observed('raised-rights-token')).toMatchObject({ verdict: 'unknown', next: expect.stringContaining('--signing-key') });
  // At the operation that lets the valid token in, and at the one that does not.
  expect([sentOf(wrong, 'resigned-token'), sentOf(wrong, 'raised-rights-token')]).toEqual([2, 0]);
  const planned = await scan('writing', 'HS256', ['papers:write'], { dryRun: true });
  const whys = planned.result.plan!.map(({ why }) => why).filter((why) => why.startsWith('raised-'));
  expect(whys).toEqual([
    expect.stringMatching(/^raised-rights-token, when the valid token is refused with 403, once for each group of .*\(--signing-key\)$/),
    expect.stringMatching(/^raised-rights-token, .*; unless an earlier spelling got in$/),
    expect.stringMatching(/^raised-scope-token, when the valid token is refused with 403, /),
  ]);
});

/** What everybody has who has a token: the keys are at the usual address. */
it.each([
  ['shared', 'RS256', 'other-algorithm', /\(DER\)/, 'public-key-as-secret critical'],
  ['shared-as-served', 'RS256', 'other-algorithm', /\(the key as it is served\)/, 'public-key-as-secret critical'],
  ['bare-letter', 'RS256', 'encrypted-token', /\(around the claims\)/, 'unsigned-token critical'],
  ['curve-letter', 'ES256', 'encrypted-token', /\(around an unsigned token\)/, 'unsigned-token critical'],
] as const)('%s (%s) falls for %s without a signing key', async (path, algorithm, probe, spelling, finding) => {
  const { result, observed, admits, findings } = await scan(path, algorithm, null, { signingKey: null });
  expect(admits).toEqual([probe]);
  expect(observed(probe).reasons[0]!.text).toMatch(spelling);
  expect(observed(probe).reasons.at(-1)!.text).toBe(
    "made with a key of /.well-known/jwks.json, which verifies the valid token's own signature",
  );
  expect(findings).toEqual([finding]);
  expect(result.exchanges.filter((exchange) => exchange.probe === 'well-known').map(({ id }) => id)).toEqual(['x1']);
  expect(observed('expired-token')).toMatchObject({ verdict: 'unknown', next: '--signing-key env:NAME' });
});

it.each([
  ['right-pair', 'RS256', 13],
  ['signed-letter', 'RS256', 13],
  ['right-curve', 'ES256', 10],
  ['signed-curve-letter', 'ES256', 10],
] as const)('%s (%s) falls for nothing that the served key makes', async (path, algorithm, spellings) => {
  const asked = await scan(path, algorithm, null, { signingKey: null });
  expect(asked.admits).toEqual([]);
  expect(asked.findings).toEqual([]);
  for (const probe of ['other-algorithm', 'encrypted-token']) {
    expect(asked.observed(probe), probe).toMatchObject({ verdict: 'rejects', status: 401 });
    expect(asked.observed(probe).conditions?.join() ?? '', probe).not.toContain('spellings were sent');
  }
  expect([sentOf(asked, 'other-algorithm'), sentOf(asked, 'encrypted-token')]).toEqual([spellings, 2]);
});

it('asks each operation of a scheme itself while there is room: that one has no fault says nothing of another', async () => {
  const two = await scan('right-pair', 'RS256', null, { signingKey: null }, ['shared-as-served']);
  expect(two.admits).toEqual([]);
  expect(two.result.findings.map(({ rule, operations }) => `${rule.id} ${operations}`)).toEqual([
    'public-key-as-secret GET /api/shared-as-served/',
  ]);
  const planned = await scan('right-pair', 'RS256', null, { signingKey: null, dryRun: true }, ['shared-as-served']);
  const plan = planned.result.plan!.map(({ why }) => why).filter((why) => why.startsWith('GET /api/shared-as-served/: other-algorithm, '));
  expect(plan[0]).toMatch(
    /^GET \/api\/shared-as-served\/: other-algorithm, at the end as far as there is room, .* \(when the server hands out/,
  );
});

it('says so where there was no room for it', async () => {
  const many = [
    'signed-letter',
    'known-certificate',
    'shared-secret',
    'known-address',
    'certificate',
    'letter',
    'shared',
    'shared-as-served',
  ];
  const { result } = await scan('right-pair', 'RS256', null, { signingKey: null }, many);
  const cells = result.matrix.rows.find(({ path }) => path === '/api/shared-as-served/')!.cells;
  expect(cells.get('other-algorithm')!.observed).toMatchObject({
    verdict: 'unknown',
    reasons: [{ text: expect.stringMatching(/^not sent here: asked at GET \S+, which refuses alike; whether both look .* is not known$/) }],
    next: 'ask for fewer operations at once, or scan with the source',
  });
  expect(result.problems.filter(({ severity }) => severity === 'warning').map(({ text }) => text)).toEqual([
    expect.stringMatching(/^GET \/api\/\S+ and 7 more operations were not asked with \S+, .* more probes: .*; scan with the source/),
  ]);
});

it('keeps to eight requests an operation where each of them may be another door', async () => {
  const many = [
    'signed-letter',
    'known-certificate',
    'shared-secret',
    'known-address',
    'certificate',
    'letter',
    'shared',
    'shared-text',
  ].concat(['shared-json', 'bare-letter', 'shared-as-served']);
  const { result } = await scan('right-pair', 'RS256', null, { signingKey: null }, many);
  expect(result.witnesses.observed!.requests).toBeLessThanOrEqual(8 * 12);
  const rows = result.matrix.rows.map(({ cells }) => cells.get('head-method')!.observed!);
  expect(rows.map(({ verdict }) => verdict)).toContain('rejects');
  expect(rows.map(({ reasons }) => reasons[0]!.text)).toContain('not sent: the run keeps to eight requests an operation on average');
  // What is asked at the least is asked everywhere.
  for (const probe of ['no-token', 'garbage-token', 'tampered-token', 'unsigned-token'])
    for (const { cells, id } of result.matrix.rows) expect(cells.get(probe)!.observed!.verdict, `${id} ${probe}`).toBe('rejects');
});

it('asks for the keys first where they serve, and plans it', async () => {
  const secret = await scan('right', 'HS256', null, { signingKey: null });
  const asked = secret.result.exchanges.map(({ probe }) => probe);
  expect(asked.indexOf('well-known')).toBeGreaterThan(asked.lastIndexOf('garbage-token'));
  expect(sentOf(secret, 'other-algorithm')).toBe(0);
  const { result } = await scan('right-pair', 'RS256', null, { signingKey: null, dryRun: true });
  const plan = result.plan!.map(({ why }) => why);
  expect(plan[0]).toMatch(/^the keys that the server hands out to everybody: .* With the one that verifies the token others are made$/);
  const others = plan.filter((why) => why.startsWith('other-algorithm, once for each group'));
  expect(others).toHaveLength(15);
  expect(others[0]).toMatch(/\(when the server hands out the key that verifies the token, or --signing-key is its private half\)$/);
});

/** What no algorithm takes away: these are sent for each of them. */
const SENT = ['json-token', 'certificate-token', 'critical-header-token', 'future-token', 'unknown-user-token', 'odd-user-token'].concat([
  'issued-later-token',
  'other-use-token',
  'unclear-use-token',
  'other-type-token',
  'doubled-claim-token',
]);
const RIGHT: readonly (readonly [string, Algorithm])[] = [
  ['right', 'HS256'],
  ['right-pair', 'RS256'],
  ['right-curve', 'ES256'],
  ['set-secrets', 'HS256'],
  ['numbers-in-range', 'ES256'],
  ['any-signed-form', 'HS256'],
  ['known-certificate', 'RS256'],
  ['signed-letter', 'RS256'],
  ['shared-secret', 'RS256'],
  ['plain-with-header', 'HS256'],
  ['claimed-and-known', 'HS256'],
  ['one-of-two', 'HS256'],
];

it.each(RIGHT)('%s (%s) falls for nothing', async (path, algorithm) => {
  const { observed, admits, findings } = await scan(path, algorithm, null);
  expect(admits).toEqual([]);
  expect(findings).toEqual([]);
  const own = algorithm === 'HS256' ? [] : ['other-algorithm', 'encrypted-token'];
  const blank = algorithm === 'RS256' ? [] : ['blank-signature-token'];
  for (const probe of [...SENT, ...own, ...blank]) {
    expect(observed(probe), probe).toMatchObject({ verdict: 'rejects', status: 401 });
    expect(observed(probe).conditions?.join() ?? '', probe).not.toContain('spellings were sent');
  }
});

it('says what cannot be made of a token', async () => {
  const why = async (algorithm: Algorithm, path: string, probe: string) =>
    (await scan(path, algorithm, null)).observed(probe).reasons[0]!.text;
  expect(await why('RS256', 'right-pair', 'blank-signature-token')).toBe(
    'not sent: neither a secret nor two numbers make a signature of RS256',
  );
  expect(await why('HS256', 'right', 'encrypted-token')).toContain('there is no public key');
  expect(await why('HS256', 'right', 'scopeless-token')).toBe('not sent: the document lists no scopes for this operation');
});

const INTRUSIVE = { signingKey: null, allowWrites: true } as const;

it.each([
  ['address', 'RS256', 'key-address-token', /\(jku\)/],
  ['certificate-address', 'RS256', 'key-address-token', /\(x5u\)/],
  ['table', 'HS256', 'key-query-token', /./],
] as const)('%s (%s) falls for %s, with consent', async (path, algorithm, probe, spelling) => {
  const before = server.rows();
  const { observed, admits, findings } = await scan(path, algorithm, null, INTRUSIVE);
  expect(admits).toEqual([probe]);
  expect(observed(probe).reasons[0]!.text).toMatch(spelling);
  expect(findings).toEqual(['key-from-token critical']);
  expect(server.rows()).toEqual(before);
  const without = await scan(path, algorithm, null, { signingKey: null });
  expect(without.observed(probe)).toMatchObject({ verdict: 'unknown', next: '--allow-writes' });
  expect(without.result.exchanges.filter((exchange) => exchange.probe === probe)).toEqual([]);
});

it.each([
  ['known-address', 'RS256', []],
  ['address-of-known-key', 'RS256', ['address-fetched medium']],
  ['table-by-name', 'HS256', []],
] as const)('%s (%s) takes no key that the token names', async (path, algorithm, told) => {
  const { result, observed, admits, findings } = await scan(path, algorithm, null, INTRUSIVE);
  expect(admits).toEqual([]);
  expect(observed('key-query-token')).toMatchObject({ verdict: 'rejects', status: 401 });
  expect(observed('key-address-token')).toMatchObject({
    verdict: 'rejects',
    status: 401,
    conditions: ['the server may reach this machine'],
  });
  expect(findings).toEqual(told);
  const shown = result.exchanges.filter(({ shows }) => shows === 'fetched-address').map(({ probe }) => probe);
  expect(shown).toEqual(told.length > 0 ? ['key-address-token'] : []);
  if (told.length > 0) expect(result.findings[0]!.proof).toEqual([result.exchanges.find(({ shows }) => shows === 'fetched-address')!.id]);
});

it('plans the control of what a right server may take as well', async () => {
  const { result } = await scan('any-signed-form', 'HS256', null, { dryRun: true });
  const planned = result
    .plan!.filter(({ why }) => why.startsWith('json-token'))
    .map(({ why, headers }) => [why.split('; ')[1], headers.at(-1)![1]]);
  expect(planned.slice(-2)).toEqual([
    ['unless an earlier spelling got in', 'Bearer <a token in JSON without a signature, claims beside the signed ones>'],
    ['the control of a hit, which must not get in', 'Bearer <a token in JSON without a signature, ended claims beside the signed ones>'],
  ]);
});

it('plans what it would have the server do, and opens nothing for it', async () => {
  const { result } = await scan('address', 'RS256', null, { ...INTRUSIVE, dryRun: true });
  const planned = result
    .plan!.filter(({ why }) => /key-(address|query)-token/.test(why))
    .map(({ why }) => why.replace(/ with these authenticators/, ''));
  const fetches =
    'key-address-token, once for each group of operations (--allow-writes; the server may then fetch a key from Unlatched on this machine)';
  expect(planned).toEqual(
    [
      fetches,
      'key-query-token, once for each group of operations (--allow-writes)',
      `${fetches}; unless an earlier spelling got in`,
    ].sort(),
  );
});
