/** A credential in other words: each fault of reading the header is told by its rule, and a strict reader has none. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { defaultOptions } from '../../src/config/options.ts';
import { Secret } from '../../src/config/secret.ts';
import { observe } from '../../src/observed/observe.ts';
import { witnessLines } from '../../src/reports/digest/witnesses.ts';
import { runScan } from '../../src/scan/run.ts';
import { requestFor, target } from '../observed/request.ts';
import { operationOf } from './live.ts';
import { type RunningTarget, serveTarget } from './serve.ts';

// A busy machine needs longer for the first request of a fresh worker.
vi.setConfig({ testTimeout: 240_000 });

const KEY = 'marker-Pa55-of-the-one-around';
let server: RunningTarget;
let folder: string;
beforeAll(async () => {
  server = await serveTarget('around', KEY);
  folder = mkdtempSync(join(tmpdir(), 'unlatched-words-'));
}, 600_000);
afterAll(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** The findings of a scan of one operation, each with the words that its first proof was sent in. */
async function found(name: string, token = KEY) {
  const spec = join(folder, `${name}.json`);
  const components = { securitySchemes: { jwt: { type: 'http', scheme: 'bearer' } } };
  const paths = { [`/api/words/${name}/`]: { get: operationOf() } };
  writeFileSync(spec, JSON.stringify({ openapi: '3.1.0', info: { title: 'Words', version: '1' }, components, paths }));
  const tokens = [{ scheme: null, secret: new Secret(token) }];
  const options = { ...defaultOptions(server.folder), source: false, spec, url: server.url, timeout: 30, tokens };
  const { findings, matrix, exchanges } = await runScan(options, () => {});
  expect(matrix.rows[0]!.cells.get('no-token')!.observed!.status).toBe(401);
  expect(JSON.stringify(exchanges)).not.toContain(KEY);
  return findings.map(({ rule, severity, confidence, reasons }) => [
    rule.id,
    severity,
    confidence,
    /^[^:]*?(\(.*?\))?:/.exec(reasons[0]!.text)?.[0],
  ]);
}

it.each([
  ['strict', []],
  ['anyone', [['token-not-validated', 'critical', 'firm', 'the word null as a token (undefined):']]],
  ['short', [['token-not-validated', 'critical', 'firm', 'the first half of the token (the first four characters):']]],
  ['folding', [['case-insensitive-token', 'medium', 'firm', 'the valid token in the other case:']]],
  ['column', [['loose-authorization', 'low', 'firm', 'the valid token and a word after it (a letter glued to it):']]],
  ['replacing', [['loose-authorization', 'low', 'firm', 'the valid token under another scheme (no scheme at all):']]],
  ['cutting', [['loose-authorization', 'low', 'firm', 'the valid token under another scheme (the scheme glued to it):']]],
  [
    'second',
    [
      ['crash-on-token', 'low', 'certain', 'an empty token (the scheme alone):'],
      ['loose-authorization', 'low', 'firm', 'the valid token under another scheme:'],
      ['loose-authorization', 'low', 'firm', 'the valid token and a word after it:'],
    ],
  ],
  [
    'talking',
    [
      ['loose-authorization', 'low', 'firm', 'the valid token under another scheme:'],
      ['loose-authorization', 'low', 'firm', 'the valid token and a word after it:'],
      ['traceback-shown', 'medium', 'certain', undefined],
    ],
  ],
  ['gateway', [['token-not-validated', 'critical', 'firm', 'an empty token (an empty header):']]],
])('%s: %j', async (name, expected) => {
  expect(await found(name)).toEqual(expected);
});

it.each([
  ['partners', [['token-not-validated', 'critical', 'firm', 'an empty API key as X-API-Key:']]],
  ['known', []],
])('%s takes keys and no token of the run: %j', async (name, expected) => {
  expect(await found(name, server.seeded.trim())).toEqual(expected);
});

it('what an operation takes by right is not asked as if it were wrong', async () => {
  const id = 'GET /api/words/replacing/';
  const ways = [
    { place: 'header', name: 'Authorization', word: 'Bearer' },
    { place: 'header', name: 'Authorization', word: 'none' },
  ] as const;
  const seen = await observe(requestFor(server.url, [target(id, { ways })], { token: KEY, timeout: 30 }));
  expect(seen.verdicts.get(id)!.get('wrong-scheme')!.verdict).toBe('rejects');
  expect(seen.exchanges.filter(({ probe }) => probe === 'wrong-scheme')).toHaveLength(3);
});

it('a token that was never let in is not one that stopped working', async () => {
  const spec = join(folder, 'strict.json');
  const tokens = [{ scheme: null, secret: new Secret('a-token-of-another-server') }];
  const result = await runScan({ ...defaultOptions(server.folder), source: false, spec, url: server.url, timeout: 30, tokens }, () => {});
  expect(witnessLines(result).at(-1)!.text).toMatch(/, THE VALID TOKEN DID NOT WORK$/);
});

it('a dry run lists them with the rest', async () => {
  const id = 'GET /api/words/strict/';
  const { plan } = await observe(requestFor(server.url, [target(id)], { token: KEY, dryRun: true }));
  const sent = plan
    .filter(({ why }) => /as far as there is room/.test(why))
    .map(({ headers }) => headers.find(([name]) => name === 'Authorization')![1]);
  expect(sent).toEqual(
    expect.arrayContaining(['Bearer', 'Bearer ', 'Bearer\tx', '', 'Bearer undefined', '<valid token>', 'Bearer:<valid token>']),
  );
  expect(JSON.stringify(plan)).not.toContain(KEY);
});
