/** The life of logins of a real Django: what does not end is found, what ends is not, and what cannot be told is a note. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { defaultOptions, type ScanOptions } from '../../src/config/options.ts';
import { Secret } from '../../src/config/secret.ts';
import type { FoundOperation, LoginLifeRequest, LoginLifeResult, SignOfLife } from '../../src/model/login-life.ts';
import { logIn } from '../../src/observed/login.ts';
import { liveLogin } from '../../src/observed/login-life/live-login.ts';
import { strangerLike } from '../../src/observed/login-life/told-user.ts';
import { toScanDocument } from '../../src/reports/json.ts';
import { runScan } from '../../src/scan/run.ts';
import { type RunningTarget, serveTarget } from './serve.ts';

vi.setConfig({ testTimeout: 240_000 });

const PASSWORD = 'marker-Pa55-of-the-logins';
const servers: RunningTarget[] = [];
async function serve(env: Readonly<Record<string, string>>): Promise<RunningTarget> {
  const server = await serveTarget('logins', PASSWORD, { env });
  servers.push(server);
  return server;
}

let reuse: RunningTarget;
let once: RunningTarget;
let sessions: RunningTarget;
beforeAll(async () => {
  reuse = await serve({ LOGINS_ROTATION: 'reuse' });
  once = await serve({ LOGINS_ROTATION: 'once' });
  sessions = await serve({ LOGINS_URLS: 'session_urls' });
}, 600_000);
afterAll(async () => {
  for (const server of servers) await server.stop();
});

const operation = (path: string): FoundOperation => ({ path, why: 'test', id: `POST ${path}` });

/** The life of a login at a server: where it logs in, where its token gets in, and what else is there. */
async function live(server: RunningTarget, login: string, people: string, more: Partial<LoginLifeRequest> & { word?: string } = {}) {
  const access = { url: server.url, headers: [], rate: null, timeout: 30, allowHosts: [], signal: new AbortController().signal };
  const entry = { login: operation(login), user: 'ann', password: PASSWORD };
  const { token, way } = await logIn({ ...access, ...entry });
  const { word = 'Bearer', ...rest } = more;
  const sign: SignOfLife = {
    operation: `GET ${people}`,
    method: 'GET',
    path: people,
    query: [],
    way: way ?? { place: 'header', name: 'Authorization', word },
  };
  const result = await liveLogin({
    ...access,
    entry: { by: 'password', ...entry },
    token: token!,
    sign,
    refresh: null,
    logout: null,
    unsafe: [],
    allowInertWrites: true,
    allowWrites: true,
    allowLoginAttempts: false,
    maxRequests: null,
    secrets: [],
    emit: () => {},
    ...rest,
  });
  const text = JSON.stringify(result);
  expect(text).not.toContain(PASSWORD);
  expect(text).not.toMatch(/eyJ[\w-]{20}/);
  expect(text).not.toContain(token!);
  return result;
}
const kinds = ({ remarks }: LoginLifeResult): string[] => remarks.map(({ kind }) => kind);

it.each([
  ['/opaque/token/', '/opaque/people/', 'Token', ['same-token'], 2],
  ['/knox/login/', '/knox/people/', 'Token', [], 2],
  ['/jwt/token/', '/jwt/people/', 'Bearer', [], 1],
])('whether every login gives the same token: %s', async (login, people, word, expected, requests) => {
  const result = await live(reuse, login, people, { word });
  expect(kinds(result)).toEqual(expected);
  expect(result.exchanges).toHaveLength(requests);
});

it('does not log out a token that is not of its own', async () => {
  const result = await live(reuse, '/opaque/token/', '/opaque/people/', { word: 'Token', logout: operation('/jwt/farewell/') });
  expect(result.problems.map(({ text }) => text).join()).toContain('every login gives the same token');
  expect(result.exchanges.some(({ request }) => request.url.includes('farewell'))).toBe(false);
});

it('a refresh token that works after its exchange is found where rotation keeps the old one, and only there', async () => {
  const refresh = operation('/jwt/refresh/');
  const bad = await live(reuse, '/jwt/token/', '/jwt/people/', { refresh });
  expect(kinds(bad)).toEqual(['refresh-reused']);
  expect(bad.exchanges.map(({ probe, answerClass }) => `${probe} ${answerClass}`)).toEqual([
    'login LOGIN',
    'refresh-made-up DENIED',
    'refresh-token REACHED',
    'refresh-again REACHED',
    'refresh-again REACHED',
    'refresh-again DENIED',
  ]);
  expect(bad.exchanges[1]!.curl).toContain('{\\"refresh\\": \\"$OWN_REFRESH_TOKEN\\"}');
  expect(kinds(await live(once, '/jwt/token/', '/jwt/people/', { refresh }))).toEqual([]);
  // Without rotation the token is meant to be used again.
  const none = await serve({ LOGINS_ROTATION: 'none' });
  const quiet = await live(none, '/jwt/token/', '/jwt/people/', { refresh });
  expect(kinds(quiet)).toEqual([]);
  expect(quiet.exchanges).toHaveLength(3);
});

it.each([
  ['/jwt/farewell/', ['token-after-logout', 'refresh-after-logout']],
  // The access token of Simple JWT lives on for its five minutes.
  ['/jwt/leave/', ['token-after-logout']],
])('a log-out that ends too little: %s', async (path, expected) => {
  const result = await live(once, '/jwt/token/', '/jwt/people/', { refresh: operation('/jwt/refresh/'), logout: operation(path) });
  expect(kinds(result)).toEqual(expected);
  expect(result.remarks[0]).toMatchObject({ lifetime: 300, subject: `POST ${path}`, operation: `POST ${path}` });
});

it.each([
  ['text', ['respelled-after-logout']],
  ['id', []],
])('a list of ended tokens by their %s', async (kind, expected) => {
  const result = await live(reuse, '/jwt/token/', `/${kind}/people/`, { logout: operation(`/${kind}/leave/`) });
  expect(kinds(result)).toEqual(expected);
  expect(result.problems).toEqual([]);
});

it('a log-out that ends its login is right', async () => {
  const result = await live(reuse, '/knox/login/', '/knox/people/', { word: 'Token', logout: operation('/knox/logout/') });
  expect(kinds(result)).toEqual([]);
  expect(result.problems).toEqual([]);
  expect(result.exchanges.at(-1)).toMatchObject({ probe: 'token-after-logout', answerClass: 'DENIED' });
});

it.each([
  ['no consent', { allowWrites: false }, 'needs --allow-writes'],
  ['no operation tells a living token', { sign: null }, 'no operation tells a living token'],
  ['the log-out is none', { logout: operation('/jwt/people/') }, 'did not log out what the login gave (405)'],
  ['nobody is turned away', { people: '/knox/login/' }, 'no operation tells a living token'],
])(
  'says what it could not tell: %s',
  async (_what, { people = '/jwt/people/', ...more }: Partial<LoginLifeRequest> & { people?: string }, note) => {
    const result = await live(reuse, '/jwt/token/', people, { logout: operation('/jwt/farewell/'), ...more });
    expect(kinds(result)).toEqual([]);
    expect(result.problems.map(({ text }) => text)).toEqual([expect.stringContaining(note)]);
  },
);

it.each([
  ['/enter/', '/people/', []],
  ['/by-hand/', '/persons/', ['kept-session']],
  ['/named/', '/persons/', ['made-up-session']],
])('whether a session id of before the login stays: %s', async (login, people, expected) => {
  const result = await live(sessions, login, people);
  expect(kinds(result)).toEqual(expected);
  expect(result.problems).toEqual([]);
  expect(result.exchanges.length).toBeLessThanOrEqual(13);
});

it('a session is logged out past the CSRF check, and stays alive where nothing is ended', async () => {
  const ended = await live(sessions, '/enter/', '/people/', { logout: operation('/logout/') });
  expect(kinds(ended)).toEqual([]);
  expect(ended.exchanges.at(-1)).toMatchObject({ probe: 'token-after-logout', answerClass: 'DENIED' });
  const signed = await serve({ LOGINS_URLS: 'session_urls', LOGINS_SESSIONS: 'django.contrib.sessions.backends.signed_cookies' });
  const alive = await live(signed, '/enter/', '/people/', { logout: operation('/logout/') });
  expect(kinds(alive)).toEqual(['token-after-logout']);
});

it.each([
  ['urls', '/knox/login/', '/knox/logout/'],
  ['session_urls', '/both/', '/logout/'],
  ['jwt_urls', '/api/token/', '/api/token/blacklist/'],
])('the source names the log-out: %s', async (urls, login, logout) => {
  const options: ScanOptions = {
    ...defaultOptions(reuse.folder),
    url: reuse.url,
    env: { LOGINS_URLS: urls },
    login: { operation: login, user: new Secret('ann'), password: new Secret(PASSWORD) },
    allowWrites: true,
    dryRun: true,
  };
  const { plan } = await runScan(options, () => {});
  expect(plan!.filter(({ why }) => why.includes('is logged out')).map(({ url }) => new URL(url).pathname)).toEqual([logout]);
});

describe('whether the login tells who exists', () => {
  it.each([
    ['/jwt/token/', null],
    ['/tell/login/', null],
    ['/tell/echoing/', null],
    ['/tell/half-name/', null],
    ['/tell/by-status/', '401 and 404'],
    ['/tell/by-words/', '"detail" of the body differs'],
  ])('%s', async (login, difference) => {
    const result = await live(reuse, login, '/jwt/people/', { allowLoginAttempts: true });
    expect(result.problems).toEqual([]);
    expect(result.remarks.map(({ kind, text }) => `${kind} ${text.split('each: ')[1]}`)).toEqual(
      difference === null ? [] : [`user-told ${difference}`],
    );
    const wrong = result.exchanges.filter(({ answerClass }) => answerClass === 'LOGIN-FAILED');
    expect(wrong).toHaveLength(4);
  });

  it('by the time that it takes, in seven pairs and never more than two wrong passwords in a row', async () => {
    const result = await live(reuse, '/tell/thorough/', '/jwt/people/', { allowLoginAttempts: true });
    expect(result.problems).toEqual([]);
    expect(result.remarks).toMatchObject([
      { kind: 'user-told-by-time', text: expect.stringMatching(/in \d+ ms, .* in \d+ ms: medians of 7/) },
    ]);
    expect(result.remarks[0]!.reasons).toHaveLength(14);
    const tried = result.exchanges.map(({ answerClass }) => answerClass).join(' ');
    const pairs = 'LOGIN-FAILED LOGIN-FAILED LOGIN-FAILED LOGIN-FAILED';
    expect(tried).toBe(`LOGIN ${pairs} LOGIN ${pairs} LOGIN ${pairs} LOGIN LOGIN-FAILED LOGIN-FAILED`);
  });

  it('is not asked further when the server slows down, nor without consent', async () => {
    const slow = await live(reuse, '/tell/throttled/', '/jwt/people/', { allowLoginAttempts: true });
    expect(kinds(slow)).toEqual([]);
    expect(slow.problems.map(({ text }) => text)).toEqual([expect.stringContaining('answered by 429')]);
    expect(slow.exchanges.map(({ response }) => response!.status)).toEqual([200, 404, 429]);
    const quiet = await live(reuse, '/tell/by-status/', '/jwt/people/');
    expect(quiet.exchanges.map(({ answerClass }) => answerClass)).toEqual(['LOGIN']);
  });

  const page = (path: string) => ({ path, why: 'test', id: `POST ${path}` });

  it.each([
    ['reset', '/tell/telling-reset/', 'user-told-at-reset', '200 and 404', []],
    ['reset', '/tell/reset/', null, null, []],
    ['reset', '/tell/half-name-reset/', null, null, []],
    ['reset', '/tell/mail-reset/', null, null, ['it wants more than is known here']],
    ['register', '/tell/register/', 'user-told-at-registration', '"username.0" of the body differs', []],
    ['register', '/tell/quiet-register/', null, null, ['it wants more than is known here']],
  ] as const)('by a %s: %s', async (what, path, kind, difference, notes) => {
    const before = reuse.rows().filter((line) => line.includes('"auth_user"'));
    const consent = { allowLoginAttempts: true, allowWrites: true };
    const result = await live(reuse, '/jwt/token/', '/jwt/people/', { ...consent, [what]: page(path) });
    expect(result.problems.map(({ text }) => text.split('exists: ')[1])).toEqual(notes);
    expect(result.remarks.map((one) => [one.kind, one.operation, one.text.split('each: ')[1]])).toEqual(
      kind === null ? [] : [[kind, `POST ${path}`, difference]],
    );
    expect(result.exchanges.filter(({ operation: id }) => id === `POST ${path}`)).toHaveLength(4);
    const last = (line: string) => line.replace(/'\d{4}-\d\d-\d\d \d\d:\d\d:\d\d[^']*'/g, 'then');
    const after = reuse.rows().filter((line) => line.includes('"auth_user"'));
    expect(after.map(last)).toEqual(before.map(last));
    const without = await live(reuse, '/jwt/token/', '/jwt/people/', { allowLoginAttempts: true, allowWrites: false, [what]: page(path) });
    expect(without.exchanges.filter(({ operation: id }) => id === `POST ${path}`)).toEqual([]);
    expect(without.problems.map(({ text }) => text)).toEqual([expect.stringContaining('needs --allow-writes')]);
  });

  it('a registration that takes an empty password is asked no more, and the account is told', async () => {
    const path = '/tell/careless-register/';
    const result = await live(reuse, '/jwt/token/', '/jwt/people/', { allowLoginAttempts: true, allowWrites: true, register: page(path) });
    expect(result.remarks).toEqual([]);
    expect(result.exchanges.filter(({ operation: id }) => id === `POST ${path}`).map(({ response }) => response!.status)).toEqual([201]);
    const [warning, ...others] = result.problems.filter(({ severity }) => severity === 'warning');
    expect(others).toEqual([]);
    const said = `POST ${path} answered 201 to a registration with an empty password: there may be an account more, `;
    expect(warning!.text).toContain(said);
    // By its name whoever runs the server finds it.
    expect(reuse.rows().filter((row) => row.includes('"auth_user"') && row.includes(`'${warning!.text.slice(said.length)}'`))).toHaveLength(
      1,
    );
  });

  it('a made-up name is of the kind of the right one, and nobody else is in danger', () => {
    expect(strangerLike('ann')).toMatch(/^[a-z]{12}$/);
    expect(strangerLike('ann.meadow@example.org')).toMatch(/^[a-z]{12}@example\.org$/);
    expect(strangerLike('+44 20 7946 0000')).toBeNull();
    expect(strangerLike('17')).toBeNull();
  });
});

describe('a cookie without a CSRF token', () => {
  const scan = (server: RunningTarget, env: Readonly<Record<string, string>>, login: string) =>
    runScan(
      {
        ...defaultOptions(server.folder),
        url: server.url,
        timeout: 30,
        env,
        login: { operation: login, user: new Secret('ann'), password: new Secret(PASSWORD) },
        allowInertWrites: true,
      },
      () => {},
    );

  it('is found where it gets behind the gate of a write, and nothing is written', async () => {
    const before = sessions.rows().filter((line) => line.includes('auth_user'));
    const env = { LOGINS_URLS: 'session_urls' };
    const result = await scan(sessions, env, '/enter/');
    const found = result.findings.filter(({ rule }) => rule.id === 'cookie-without-csrf');
    expect(found.map(({ severity, operations }) => [severity, ...operations])).toEqual([['medium', 'POST /note/']]);
    expect(found[0]!.message).toContain('SameSite keeps others away');
    const last = (line: string) => line.replace(/'\d{4}-\d\d-\d\d \d\d:\d\d:\d\d[^']*'/g, 'then');
    expect(
      sessions
        .rows()
        .filter((line) => line.includes('auth_user'))
        .map(last),
    ).toEqual(before.map(last));
    const proof = result.exchanges.filter(({ probe }) => probe === 'cookie-write');
    expect(proof.map(({ answerClass }) => answerClass)).toEqual(['REACHED-INERT', 'REACHED-INERT', 'DENIED']);
    expect(proof[0]!.curl).toContain('-H "Cookie: sessionid=$OWN_COOKIE" -H "Origin: https://elsewhere.invalid"');
    const beside = await scan(sessions, env, '/both/');
    expect(beside.findings.filter(({ rule }) => rule.id === 'cookie-without-csrf')).toHaveLength(1);
  });

  it('is not where the check is made, for a session beside a token neither', async () => {
    const env = { LOGINS_URLS: 'session_urls', LOGINS_CSRF: 'yes' };
    const checked = await serve(env);
    // With the cookie alone the write is not even the control of the scan.
    for (const [login, answers] of [
      ['/enter/', []],
      ['/both/', ['CSRF']],
    ] as const) {
      const result = await scan(checked, env, login);
      expect(result.findings.filter(({ rule }) => rule.id === 'cookie-without-csrf')).toEqual([]);
      expect(result.exchanges.filter(({ probe }) => probe === 'cookie-write').map(({ answerClass }) => answerClass)).toEqual(answers);
    }
  });
});

it('a whole scan finds the operations by itself, says in a dry run what it would send, and hides what it gained', async () => {
  const env = { LOGINS_URLS: 'jwt_urls', LOGINS_KEY: 'another-key-of-the-logins-target-32-bytes' };
  const server = await serve(env);
  const options: ScanOptions = {
    ...defaultOptions(server.folder),
    url: server.url,
    timeout: 30,
    env: { LOGINS_URLS: 'jwt_urls' },
    login: { operation: null, user: new Secret('ann'), password: new Secret(PASSWORD) },
    allowWrites: true,
    allowLoginAttempts: true,
  };
  const dry = await runScan({ ...options, dryRun: true }, () => {});
  expect(await server.log()).toEqual([]);
  const lived = (path: string) =>
    dry.plan!.filter(({ url, why }) => url.endsWith(path) && /of its own, whose life|that of the login|is logged out/.test(why));
  for (const path of ['/api/token/', '/api/token/refresh/', '/api/token/blacklist/']) expect(lived(path), path).toHaveLength(1);
  const result = await runScan(options, () => {});
  for (const line of await server.log()) expect(dry.plan!.map(({ method, url }) => `${method} ${new URL(url).pathname}`)).toContain(line);
  const found = result.findings.filter(({ rule }) => ['token-after-logout', 'refresh-token-reuse', 'token-not-rotated'].includes(rule.id));
  expect(found.map(({ rule, severity, operations }) => [rule.id, severity, ...operations])).toEqual([
    ['refresh-token-reuse', 'medium', 'POST /api/token/refresh/'],
    ['token-after-logout', 'medium', 'POST /api/token/blacklist/'],
  ]);
  const document = toScanDocument(result);
  for (const { proof } of document.findings) for (const id of proof) expect(Object.keys(document.exchanges)).toContain(id);
  expect((await server.log()).length).toBe(result.witnesses.observed!.requests);
  expect(result.witnesses.observed!.canary).toBe('held');
  expect(JSON.stringify(document)).not.toMatch(new RegExp(`${PASSWORD}|eyJ(?!hbGciOiJub25lI|0eXAiOiJKV1QifQ)`));
  const second = result.exchanges.findIndex(({ probe }, index) => probe === 'login' && index > 0);
  expect(result.exchanges.length - second).toBe(26);
  // Wrong passwords last: two for each of two users, then eight.
  expect(result.exchanges.slice(-12).map(({ answerClass }) => answerClass)).toEqual(Array.from({ length: 12 }, () => 'LOGIN-FAILED'));
  const guessed = result.findings.find(
    ({ rule, operations }) => rule.id === 'missing-throttle' && operations.includes('POST /api/token/'),
  )!;
  expect(guessed.proof).toEqual(result.exchanges.slice(-8).map(({ id }) => id));
  expect(guessed.place?.file).toBe('jwt_urls.py');
  const quiet = await runScan({ ...options, allowWrites: false, allowLoginAttempts: false }, () => {});
  expect(quiet.exchanges.some(({ request }) => request.url.includes('blacklist'))).toBe(false);
  expect(quiet.problems.map(({ text }) => text).join()).toContain('a log-out needs --allow-writes');
});
