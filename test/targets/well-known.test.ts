/** The keys that a real Django server hands out to everybody: public ones are as they should be, private ones are the worst there is. */
import { expect, it, vi } from 'vitest';
import { defaultOptions } from '../../src/config/options.ts';
import { Secret } from '../../src/config/secret.ts';
import { observe } from '../../src/observed/observe.ts';
import { runScan } from '../../src/scan/run.ts';
import { requestFor, target } from '../observed/request.ts';
import { serveTarget } from './serve.ts';

// A busy machine needs longer for the first request of a fresh worker.
vi.setConfig({ testTimeout: 240_000 });

const ID = 'GET /api/view/stock/';
const USUAL = '/.well-known/jwks.json';
const CONFIGURATION = '/.well-known/openid-configuration';

it.each([
  ['none', [USUAL, CONFIGURATION], null],
  ['public', [USUAL], null],
  ['private', [USUAL], `GET ${USUAL}: hands everybody a key with its private half.`],
  ['shared', [USUAL], `GET ${USUAL}: hands everybody a key with its private half.`],
  ['elsewhere', [USUAL, CONFIGURATION, '/keys/all'], 'GET /keys/all: hands everybody a key with its private half.'],
])('%s keys: asked for once, and no private one is written down', async (keys, paths, message) => {
  const server = await serveTarget('around', 'marker-Pa55-of-the-one-around', { env: { TARGET_KEYS: keys } });
  const token = server.seeded.trim();
  try {
    const seen = await observe(requestFor(server.url, [target(ID)], { token, timeout: 30 }));
    const asked = seen.exchanges.filter(({ probe }) => probe === 'well-known');
    expect(asked.map(({ request }) => request.url.replace(server.url, ''))).toEqual(paths);
    expect(asked.every(({ request }) => request.headers.every(([name]) => name !== 'Authorization'))).toBe(true);

    const tokens = [{ scheme: null, secret: new Secret(token) }];
    const { findings, exchanges } = await runScan({ ...defaultOptions(server.folder), url: server.url, timeout: 30, tokens }, () => {});
    const found = findings.filter(({ rule }) => rule.id === 'private-key-served');
    expect(found.map((finding) => [finding.severity, finding.confidence, finding.message])).toEqual(
      message === null ? [] : [['critical', 'certain', message]],
    );
    const excerpts = exchanges.filter(({ probe, response }) => probe === 'well-known' && response?.status === 200);
    if (message === null) expect(excerpts.every(({ shows }) => shows === undefined)).toBe(true);
    else expect(excerpts.at(-1)!.response!.excerpt).toBe('not kept: it holds a private key');
  } finally {
    await server.stop();
  }
});

it('a dry run lists both addresses', async () => {
  const { plan } = await observe(requestFor('http://127.0.0.1:9', [target(ID)], { token: 'the-valid-token', dryRun: true }));
  const planned = plan.filter(({ why }) => why.startsWith('the keys that the server hands out'));
  expect(planned.map(({ url }) => url.replace('http://127.0.0.1:9', ''))).toEqual([USUAL, CONFIGURATION]);
});
