/** The observed witness against a real Django server whose truth is known. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Verdict } from '../../src/model/verdict.ts';
import type { Observation, Target } from '../../src/model/witness.ts';
import { observe } from '../../src/observed/observe.ts';
import { requestFor, target } from './request.ts';
import { type DjangoTarget, startTarget } from './target/server.ts';

const TRUTH = JSON.parse(readFileSync(new URL('./target/truth.json', import.meta.url), 'utf8')) as Record<string, Record<string, string>>;
const AUTHENTICATORS: Record<string, string> = { '/api/query-too/': 'QueryToo', '/api/any-key/': 'AnyKey', '/api/items/': 'JWT' };
const MISSING: Record<string, Record<string, string>> = { '/api/items/{}/': { id: '99' }, '/api/open-items/{}/': { id: '99' } };

const TARGETS: Target[] = Object.keys(TRUTH).map((id) => {
  const path = id.split(' ')[1]!;
  const template = id.replace('{}', '{id}');
  const authenticator = AUTHENTICATORS[path];
  return target(template, { params: MISSING[path] ?? {}, harmless: path !== '/api/visits/', ...(authenticator ? { authenticator } : {}) });
});

let server: DjangoTarget;
beforeAll(async () => {
  server = await startTarget();
});
afterAll(() => server?.stop());

const verdict = (seen: Observation, id: string, probe: string): Verdict => {
  const found = seen.verdicts.get(id)?.get(probe);
  if (!found) throw new Error(`no verdict for ${probe} at ${id}`);
  return found;
};

/** The whole table as text: one failing assertion shows every difference. */
function table(seen: Observation): Record<string, Record<string, string>> {
  return Object.fromEntries(
    Object.entries(TRUTH).map(([id, row]) => [
      id,
      Object.fromEntries(Object.keys(row).map((probe) => [probe, verdict(seen, id, probe).verdict])),
    ]),
  );
}

describe('a server whose truth is known', () => {
  let seen: Observation;
  let rowsBefore: number;
  beforeAll(async () => {
    rowsBefore = server.rows();
    seen = await observe(requestFor(server.url, TARGETS, { token: server.token }));
  });

  it('judges every operation as it is', () => {
    expect(table(seen)).toEqual(TRUTH);
    expect(seen.canary).toBe('held');
    expect(seen.interrupted).toBe(false);
  });

  it('gives every verdict a reason, and one that was asked an exchange that exists', () => {
    const ids = new Set(seen.exchanges.map((exchange) => exchange.id));
    for (const [id, row] of seen.verdicts) {
      for (const [probe, { verdict: kind, reasons }] of row) {
        expect(reasons.length, `${id} ${probe}`).toBeGreaterThan(0);
        if (kind === 'unknown') continue;
        const chain = reasons.flatMap((reason) => [reason, ...(reason.because ?? [])]);
        expect(
          chain.some((reason) => reason.exchange !== undefined && ids.has(reason.exchange)),
          `${id} ${probe}`,
        ).toBe(true);
      }
    }
    expect(verdict(seen, 'GET /api/catalogue/', 'no-token').reasons[0]!.text).toMatch(
      /^no token: GET answered 200 with 3 records \(REACHED\), x\d+$/,
    );
  });

  it('says what an admitted request gets', () => {
    expect(verdict(seen, 'GET /api/feed/', 'no-token').effect).toMatch(/^answers the public part/);
    expect(verdict(seen, 'GET /api/search/', 'no-token').effect).toMatch(/^answers the public part/);
    expect(verdict(seen, 'GET /api/search/', 'garbage-token')).toMatchObject({ effect: 'answers more than without a token', richer: true });
    expect(verdict(seen, 'GET /api/greeting/', 'garbage-token')).toMatchObject({
      effect: 'answers more than without a token',
      richer: true,
    });
    for (const id of ['GET /api/other-scheme/', 'GET /api/clock/', 'GET /api/form/']) {
      expect(verdict(seen, id, 'garbage-token'), id).toMatchObject({ effect: 'same as without a token', richer: false });
    }
    expect(verdict(seen, 'GET /api/catalogue/', 'no-token').effect).toContain('personal data');
    expect(verdict(seen, 'GET /api/cached/', 'no-token').conditions).toHaveLength(1);
    expect(verdict(seen, 'GET /api/query-too/', 'token-in-query').reasons[0]!.text).toContain('as token:');
    expect(verdict(seen, 'GET /api/any-key/', 'garbage-api-key').reasons[0]!.text).toContain('as X-API-Key:');
  });

  it('finds other entrances without the source, and asks them once for known authenticators', async () => {
    const ids = ['GET /api/items/', 'GET /api/query-too/', 'GET /api/any-key/'];
    const bare = await observe(
      requestFor(
        server.url,
        ids.map((id) => target(id)),
        { token: server.token },
      ),
    );
    expect(ids.map((id) => verdict(bare, id, 'token-in-query').verdict)).toEqual(['rejects', 'admits', 'rejects']);
    expect(ids.map((id) => verdict(bare, id, 'garbage-api-key').verdict)).toEqual(['rejects', 'rejects', 'admits']);
    // Not sent where the valid token is turned away in the same place.
    expect(verdict(bare, 'GET /api/items/', 'garbage-in-query')).toMatchObject({
      verdict: 'rejects',
      conditions: [expect.stringContaining('not sent')],
    });
    const known = [target('GET /api/items/', { authenticator: 'JWT' }), target('GET /api/session-first/', { authenticator: 'JWT' })];
    const once = await observe(requestFor(server.url, known, { token: server.token }));
    expect(once.exchanges.filter((exchange) => exchange.probe === 'token-in-query')).toHaveLength(1);
    expect(verdict(once, 'GET /api/session-first/', 'token-in-query').reasons[0]!.text).toContain(
      'asked once for these authenticators, at GET /api/items/',
    );
  });

  it('tells who takes tokens that anybody can write', async () => {
    const probes = ['unsigned-token', 'no-algorithm-token', 'own-key-token', 'key-file-token'];
    const paths = ['branches', 'own-key', 'key-file', 'known-key'];
    const taken = paths.map(async (path) => {
      const id = `GET /api/${path}/`;
      const seen = await observe(requestFor(server.url, [target(id)], { token: server.token }));
      expect(JSON.stringify(seen.exchanges)).not.toContain(server.token.split('.')[1]);
      return probes.map((probe) => verdict(seen, id, probe).verdict);
    });
    expect(await Promise.all(taken)).toEqual([
      ['rejects', 'admits', 'rejects', 'rejects'],
      ['rejects', 'rejects', 'admits', 'rejects'],
      ['rejects', 'rejects', 'rejects', 'admits'],
      ['rejects', 'rejects', 'rejects', 'rejects'],
    ]);
  });

  it('says what would decide an unknown', () => {
    expect(verdict(seen, 'POST /api/items/', 'no-token')).toMatchObject({ next: expect.stringContaining('--allow-inert-writes') });
    expect(verdict(seen, 'GET /api/full/', 'no-token').next).toContain('--rate');
    expect(verdict(seen, 'GET /api/items', 'no-token').reasons[0]!.text).toContain('slash');
  });

  it('writes nothing and sends safe methods only', () => {
    expect(server.rows()).toBe(rowsBefore);
    const log = server.log();
    const runs = new Set(
      seen.exchanges.flatMap(({ request }) => request.headers.filter(([name]) => name === 'X-Unlatched-Run').map(([, value]) => value)),
    );
    expect(runs.size).toBe(1);
    expect(log.filter((entry) => entry.run === [...runs][0])).toHaveLength(seen.requests);
    expect(new Set(log.map((entry) => entry.method))).toEqual(new Set(['GET', 'HEAD']));
    expect(log.every((entry) => entry.agent.startsWith('unlatched/'))).toBe(true);
    expect(log.some((entry) => entry.path.includes('visits'))).toBe(false);
    expect(seen.exchanges).toHaveLength(seen.requests);
  });

  it('asks before the valid token, and few times', () => {
    const per = new Map<string, number>();
    for (const { operation } of seen.exchanges) if (operation) per.set(operation, (per.get(operation) ?? 0) + 1);
    // no token, garbage, tampered, valid, no token again, HEAD; the first of a group also asks its other entrances.
    expect(per.get('GET /api/session-first/')).toBeLessThanOrEqual(6 + 6);
    // Open to everybody: twice without a token.
    expect(per.get('GET /api/catalogue/')).toBe(4);
    expect(per.get('GET /api/full/')).toBeLessThanOrEqual(6);
    // One operation speaks for its whole group: it is asked once for each probe that nothing rules out.
    for (const [id, count] of per) expect(count, id).toBeLessThanOrEqual(29);
    const cached = seen.exchanges.filter((exchange) => exchange.operation === 'GET /api/cached/').map((exchange) => exchange.probe);
    expect(cached[0]).toBe('no-token');
    expect(cached.indexOf('valid-token')).toBeGreaterThan(cached.indexOf('garbage-token'));
  });

  it('holds no secret and no e-mail address', () => {
    const text = JSON.stringify({ ...seen, verdicts: [...seen.verdicts].map(([id, row]) => [id, [...row]]) });
    for (const segment of server.token.split('.')) expect(text).not.toContain(segment);
    expect(text).not.toContain('@suppliers.example');
    // But for headers that were made up here: of the algorithm none, and of no algorithm.
    expect(text).not.toMatch(/eyJ(?!hbGciOiJub25lI|0eXAiOiJKV1QifQ)/);
    expect(text).toContain('‹email›');
    expect(text).toContain('$TOKEN');
  });

  it('plans without sending', async () => {
    const before = server.log().length;
    const dry = await observe(requestFor(server.url, TARGETS, { token: server.token, dryRun: true }));
    expect(server.log()).toHaveLength(before);
    expect(dry.requests).toBe(0);
    expect(dry.plan.length).toBeGreaterThan(80);
    expect(JSON.stringify(dry.plan)).not.toContain(server.token.split('.')[2]);
    expect(dry.plan.every((entry) => ['GET', 'HEAD', 'OPTIONS'].includes(entry.method) && entry.why !== '')).toBe(true);
    expect(dry.plan.some((entry) => entry.url.includes('access_token=<valid token>'))).toBe(true);
  });

  it('knows nothing without a valid token, and says what it saw', async () => {
    const seenBare = await observe(requestFor(server.url, [target('GET /api/items/'), target('GET /api/catalogue/')]));
    expect(seenBare.canary).toBe('none');
    for (const row of seenBare.verdicts.values()) for (const { verdict: kind } of row.values()) expect(kind).toBe('unknown');
    expect(verdict(seenBare, 'GET /api/catalogue/', 'no-token')).toMatchObject({ next: '--token env:NAME' });
    expect(verdict(seenBare, 'GET /api/catalogue/', 'no-token').reasons[0]!.text).toContain('answered 200 with 3 records');
  });

  it('takes a wrong token for no control', async () => {
    const seenWrong = await observe(
      requestFor(server.url, [target('GET /api/items/'), target('GET /api/claims/')], { token: `${server.token}x` }),
    );
    expect(seenWrong.verdicts.get('GET /api/items/')!.get('no-token')!.verdict).toBe('unknown');
    expect(seenWrong.verdicts.get('GET /api/items/')!.get('valid-token')!.verdict).toBe('rejects');
  });

  it('stops at the budget and at an abort with partial results', async () => {
    const few = await observe(requestFor(server.url, TARGETS, { token: server.token, maxRequests: 12 }));
    expect(few.requests).toBeLessThanOrEqual(12);
    expect(few.problems.some((problem) => problem.text.includes('budget of 12'))).toBe(true);
    const control = new AbortController();
    const cut = await observe(
      requestFor(server.url, TARGETS, {
        token: server.token,
        signal: control.signal,
        emit: (event) => event.type === 'progress' && event.done === 2 && control.abort(),
      }),
    );
    expect(cut.interrupted).toBe(true);
    expect(cut.verdicts.size).toBe(TARGETS.length);
    expect([...cut.verdicts.values()].flatMap((row) => [...row.values()]).some((one) => one.verdict === 'rejects')).toBe(true);
  });

  it('keeps to the rate', async () => {
    const started = Date.now();
    const slow = await observe(requestFor(server.url, [target('GET /api/items/')], { token: server.token, rate: 20 }));
    expect(Date.now() - started).toBeGreaterThanOrEqual(((slow.requests - 1) * 1000) / 20 - 20);
  });
});
