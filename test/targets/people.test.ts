/** The name of the own user in the headers of proxies, against a real Django server: who believes it is found, who asks for more is not. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { defaultOptions } from '../../src/config/options.ts';
import { Secret } from '../../src/config/secret.ts';
import type { KnownUser, Observation, ObserveRequest } from '../../src/model/witness.ts';
import { observe } from '../../src/observed/observe.ts';
import { runScan } from '../../src/scan/run.ts';
import { requestFor, target } from '../observed/request.ts';
import { type RunningTarget, serveTarget } from './serve.ts';

vi.setConfig({ testTimeout: 240_000 });

const PASSWORD = 'marker-Pa55-of-the-people';
const ANN = { name: 'ann' };
let server: RunningTarget;
beforeAll(async () => {
  server = await serveTarget('around', PASSWORD);
}, 600_000);
afterAll(() => server?.stop());

const ask = (ids: readonly string[], user: KnownUser, more: Partial<ObserveRequest> = {}): Promise<Observation> =>
  observe(
    requestFor(
      server.url,
      ids.map((id) => target(id)),
      { token: server.seeded.trim(), timeout: 30, user, ...more },
    ),
  );
const naming = ({ exchanges }: Observation) => exchanges.filter(({ probe }) => probe === 'identity-header');
const named = ({ request }: Observation['exchanges'][number]): string[] =>
  request.headers.map(([name]) => name).filter((name) => /user(?!-agent)|mail/i.test(name));

describe('an anonymous request that names the own user', () => {
  it.each([
    ['named', ANN, 'admits', 'the name of a user in a proxy header as X-Authenticated-User', ['header:X-Authenticated-User is sent']],
    // The number of the user stands in the token.
    ['numbered', {}, 'admits', 'the name of a user in a proxy header as X-User-Id', ['header:X-User-Id is sent']],
    [
      'mailed',
      { email: 'ann.meadow@example.org' },
      'admits',
      'the name of a user in a proxy header as X-Forwarded-Email',
      ['header:X-Forwarded-Email is sent'],
    ],
    // Of the address nothing is known here.
    [
      'mailed',
      ANN,
      'rejects',
      'the name of a user in a proxy header',
      [expect.stringMatching(/^no header names the user but (?!.*Email)/)],
    ],
    ['vouched', ANN, 'rejects', 'the name of a user in a proxy header', [expect.stringContaining('X-Authenticated-User')]],
    ['server', ANN, 'rejects', 'the name of a user in a proxy header', [expect.stringContaining('Remote-User, X-Remote-User')]],
  ])('/api/people/%s/ with %o: %s', async (path, user, verdict, why, conditions) => {
    const id = `GET /api/people/${path}/`;
    const seen = await ask([id], user);
    const found = seen.verdicts.get(id)!.get('identity-header')!;
    expect(found).toMatchObject({ verdict, conditions });
    expect(found.reasons[0]!.text.startsWith(`${why}`)).toBe(true);
    expect(seen.canary).toBe('held');
    // A first one for all, one for each halving of the names or for each of the last few, and one to be sure.
    expect(naming(seen).length).toBeLessThanOrEqual(verdict === 'admits' ? 1 + 5 + 1 : 2);
    const last = naming(seen).at(-1)!;
    if (verdict === 'admits') expect(named(last)).toEqual([why.split(' as ')[1]]);
    for (const { request, curl } of naming(seen)) {
      expect(request.headers.filter(([, value]) => value === 'ann' || value.includes('meadow'))).toEqual([]);
      expect(curl).not.toMatch(/ann|meadow|Authorization/);
    }
  });

  it('is asked with underscores where something takes the header off in one spelling only (CVE-2026-3902)', async () => {
    const asgi = await serveTarget('around', PASSWORD, { server: 'uvicorn' });
    const id = 'GET /api/people/stripped/';
    const told = async (of: RunningTarget) =>
      (await observe(requestFor(of.url, [target(id)], { token: of.seeded.trim(), timeout: 30, user: ANN }))).verdicts
        .get(id)!
        .get('identity-header')!;
    const found = await told(asgi);
    await asgi.stop();
    expect(found).toMatchObject({ verdict: 'admits', conditions: ['header:X_Authenticated_User is sent'] });
    expect(found.reasons[0]!.text).toContain('(with underscores) as X-Authenticated-User');
  });

  it('is sent to one operation of a group, and to none where the own user is not known', async () => {
    const ids = ['vouched', 'server'].map((path) => `GET /api/people/${path}/`);
    const group = ids.map((id) => target(id, { authenticator: 'Proxy' }));
    const seen = await observe(requestFor(server.url, group, { token: server.seeded.trim(), timeout: 30, user: ANN }));
    expect(new Set(naming(seen).map(({ operation }) => operation))).toEqual(new Set([ids[0]]));
    expect(seen.verdicts.get(ids[1]!)!.get('identity-header')!.reasons[0]!.text).toContain('asked once for these authenticators');
    const opaque = await observe(requestFor(server.url, group, { token: 'an-opaque-token-of-nobody', timeout: 30 }));
    expect(naming(opaque)).toEqual([]);
    expect(opaque.verdicts.get(ids[0]!)!.get('identity-header')!).toMatchObject({ verdict: 'unknown', next: '--login "POST /path/"' });
  });

  it('stands in the plan of a dry run, without the name', async () => {
    const { plan } = await ask(['GET /api/people/named/'], ANN, { dryRun: true });
    const planned = plan.filter(({ why }) => why.startsWith('identity-header'));
    expect(planned.map(({ headers }) => headers.find(([name]) => /^X.Authenticated.User$/.test(name)))).toEqual([
      ['X-Authenticated-User', '<name of the own user>'],
      ['X_Authenticated_User', '<name of the own user>'],
    ]);
    expect(JSON.stringify(plan)).not.toMatch(/"ann"/);
  });
});

describe('the name of the own user in the place of the token', () => {
  it.each([
    ['badge', 'admits'],
    ['vouched', 'rejects'],
  ])('/api/people/%s/ %s', async (path, verdict) => {
    const id = `GET /api/people/${path}/`;
    const seen = await ask([id], ANN);
    expect(seen.verdicts.get(id)!.get('user-as-token')).toMatchObject({ verdict });
    const sent = seen.exchanges.filter(({ probe }) => probe === 'user-as-token');
    expect(sent.length).toBeGreaterThan(0);
    for (const { curl } of sent) {
      expect(curl).toContain('Bearer $LOGIN_USER');
      expect(curl).not.toMatch(/\bann\b/);
    }
  });

  it('is found in the source as well', async () => {
    const { findings } = await runScan(defaultOptions(server.folder), () => {});
    const found = findings.filter(({ operations }) => operations.includes('GET /api/people/badge/'));
    expect(found.map(({ rule, severity, title }) => [rule.id, severity, title])).toEqual([
      ['token-not-validated', 'critical', 'the name of a user as the token gets in'],
    ]);
  });
});

it('a scan that logs in finds it, names nobody, and reports nothing where it is not believed', async () => {
  const login = { operation: '/api/people/enter/', user: new Secret('ann'), password: new Secret(PASSWORD) };
  const result = await runScan({ ...defaultOptions(server.folder), url: server.url, timeout: 30, login }, () => {});
  const found = result.findings.filter(({ rule }) => rule.id === 'identity-header');
  expect(found.map(({ operations, severity, confidence }) => [operations, severity, confidence])).toEqual([
    [['GET /api/people/mailed/'], 'high', 'firm'],
    [['GET /api/people/named/'], 'high', 'certain'],
    [['GET /api/people/numbered/'], 'high', 'certain'],
    [['GET /api/people/stripped/'], 'high', 'certain'],
  ]);
  expect(found[1]!.message).toMatch(/whoever sends X-Authenticated-User/i);
});
