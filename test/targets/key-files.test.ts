/** A file that everybody can read as the key of a token, against a real server: a gate that opens what the token names, and two that do not. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { defaultOptions, type ScanOptions } from '../../src/config/options.ts';
import { Secret } from '../../src/config/secret.ts';
import { observe } from '../../src/observed/observe.ts';
import { toScanDocument } from '../../src/reports/json.ts';
import { runScan } from '../../src/scan/run.ts';
import { requestFor, target } from '../observed/request.ts';
import { type RunningTarget, serveTarget } from './serve.ts';

vi.setConfig({ testTimeout: 120_000 });

const folder = mkdtempSync(join(tmpdir(), 'unlatched-keys-'));
let server: RunningTarget;
beforeAll(async () => {
  server = await serveTarget('keys', 'marker-Pa55-of-the-keys', { env: { KEYS_SECRET: randomBytes(32).toString('hex') } });
}, 600_000);
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await server?.stop();
});

/** A scan of some operations by their names, by their document alone; the row of the first one. */
async function scan(names: readonly string[], more: Partial<ScanOptions> = {}) {
  const spec = join(folder, `${names.join('-')}.json`);
  const operation = { security: [{ jwt: [] }], responses: { 200: { description: 'deliveries' } } };
  writeFileSync(
    spec,
    JSON.stringify({
      openapi: '3.1.0',
      info: { title: 'Deliveries', version: '1' },
      components: { securitySchemes: { jwt: { type: 'http', scheme: 'bearer' } } },
      paths: Object.fromEntries(names.map((name) => [`/api/${name}/`, { get: operation }])),
    }),
  );
  const tokens = [{ scheme: null, secret: new Secret(server.seeded.trim()) }];
  const result = await runScan(
    { ...defaultOptions(server.folder), source: false, spec, url: server.url, timeout: 30, tokens, ...more },
    () => {},
  );
  return { result, ...about(result, names[0]!) };
}

type Result = Awaited<ReturnType<typeof runScan>>;

function about(result: Result, name: string) {
  const { cells } = result.matrix.rows.find(({ path }) => path === `/api/${name}/`)!;
  const found = result.findings.filter(({ rule }) => rule.id === 'key-from-token');
  return { verdict: cells.get('public-file-token')!.observed!, found: found.map(({ operations }) => operations) };
}

const sent = ({ exchanges }: Result, probe: string) => exchanges.filter((exchange) => exchange.probe === probe);
const SOURCE = { source: true };

describe('a file that everybody can read as the key', () => {
  it('is the style sheet of the admin where nobody tells of another', async () => {
    const { result, verdict, found } = await scan(['any-file']);
    expect(verdict).toMatchObject({ verdict: 'admits', status: 200 });
    expect(verdict.reasons[0]!.text).toContain('a token that names a public file as its key (../static/admin/css/base.css)');
    expect(found).toEqual([['GET /api/any-file/']]);
    const asked = sent(result, 'public-file').map(({ request, answerClass }) => [
      request.method,
      new URL(request.url).pathname,
      answerClass,
    ]);
    expect(asked).toEqual([['GET', '/static/admin/css/base.css', 'FILE']]);
    // The token, one of the same name and other bytes, and the first one again.
    expect(sent(result, 'public-file-token').map(({ response }) => response?.status)).toEqual([200, 401, 200]);
    expect(JSON.stringify(toScanDocument(result))).not.toContain(server.seeded.trim().split('.')[1]);
  });

  it('is one of the source, by the paths that the source tells', async () => {
    const { result, verdict, found } = await scan(['any-file', 'file-of-folder', 'listed-file'], SOURCE);
    expect(verdict).toMatchObject({ verdict: 'admits', status: 200 });
    expect(verdict.reasons[0]!.text).toContain('(from the root, with ../)');
    expect(found).toEqual([['GET /api/any-file/']]);
    expect(sent(result, 'public-file').map(({ request }) => new URL(request.url).pathname)).toEqual(['/static/reading-room.css']);
    // Where files are on this machine is nobody's business.
    expect(JSON.stringify(toScanDocument(result))).not.toContain(join(server.folder, 'assets'));
  });

  it.each(['file-of-folder', 'listed-file'])('opens nothing at %s', async (name) => {
    const { result, verdict, found } = await scan([name]);
    expect(verdict).toMatchObject({ verdict: 'rejects', status: 401 });
    expect(verdict.conditions).toEqual(['one of the guessed names leads to the file from where the server looks for its keys']);
    expect(found).toEqual([]);
    expect(sent(result, 'public-file-token').map(({ response }) => response?.status)).toEqual([401, 401, 401, 401]);
  });

  it('is refused for certain where its place is known', async () => {
    const asked = target('GET /api/listed-file/', { authenticator: 'Listed' });
    const known = {
      address: '/static/reading-room.css',
      path: join(server.folder, 'assets/reading-room.css'),
      inProject: null,
      fixed: false,
    };
    const seen = await observe(requestFor(server.url, [asked], { token: server.seeded.trim(), staticFiles: [known], timeout: 30 }));
    const verdict = seen.verdicts.get(asked.id)!.get('public-file-token')!;
    expect(verdict).toMatchObject({ verdict: 'rejects', status: 401 });
    expect(verdict.conditions ?? []).toEqual([]);
  });

  it('is asked for below the URL of the run only', async () => {
    const { result } = await scan(['any-file'], { url: `${server.url}/api` });
    expect(sent(result, 'public-file')).toEqual([]);
    expect(about(result, 'any-file').verdict.reasons[0]!.text).toBe('not sent: no file is known that the server hands out to everybody');
  });

  it('is planned', async () => {
    const { result } = await scan(['any-file'], { ...SOURCE, dryRun: true });
    const planned = result.plan!.filter(({ why }) => why.includes('public-file-token'));
    expect(planned[0]).toMatchObject({
      method: 'GET',
      url: `${server.url}/static/reading-room.css`,
      why: 'the file whose bytes are the key of public-file-token: once, as far as there is room',
    });
    expect(planned[1]!.headers.at(-1)![1]).toBe('Bearer <a token that names a public file as its key, from the root, with ../>');
  });
});
