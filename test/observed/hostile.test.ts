/** The observed witness against servers that misbehave: bounded, never a verdict without a basis, no secret kept. */
import { createServer as createPlainServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { createServer as createRawServer, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { Observation } from '../../src/model/witness.ts';
import { observe } from '../../src/observed/observe.ts';
import { type Behaviour, type HostileServer, json, MISBEHAVIOURS, respond, startHostile } from './hostile-server.ts';
import { requestFor, target } from './request.ts';

const TOKEN =
  'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJ1c2VyX2lkIjo3LCJtYXJrIjoiTUFSS0VSTUFSS0VSIn0.c2lnbmF0dXJlLW9mLXRoZS1tYXJrZXItdG9rZW4';
/** Ways that answer the valid token with something. */
const TELLS_OF_THE_TOKEN = new Set(
  ['/some-500/', '/endless/', '/endless-chunks/', '/any-status/', '/any-shape/', '/any-kind/'].map((path) => `GET ${path}`),
);
const servers: HostileServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

async function start(
  behaviours: Record<string, Behaviour>,
  fallback: Behaviour = (socket) => json(socket, 404, { detail: 'no' }),
): Promise<HostileServer> {
  const server = await startHostile(behaviours, fallback);
  servers.push(server);
  return server;
}

/** 200 with data for the valid token, 401 for everybody else. */
const guarded: Behaviour = (socket, { token }) =>
  token === TOKEN ? json(socket, 200, { items: [{ id: 1, name: 'anvil' }] }) : json(socket, 401, { detail: 'no' });

const kind = (seen: Observation, id: string, probe: string): string => seen.verdicts.get(id)?.get(probe)?.verdict ?? 'missing';
const kinds = (seen: Observation): Set<string> =>
  new Set([...seen.verdicts.values()].flatMap((row) => [...row.values()].map((one) => one.verdict)));

describe('a server that misbehaves', () => {
  it('gets no verdict for it, costs bounded time and memory, and does not spoil the operation beside it', async () => {
    const server = await start({ ...MISBEHAVIOURS, '/good/': guarded });
    const ids = Object.keys(MISBEHAVIOURS).map((path) => `GET ${path}`);
    expect(ids.length).toBeGreaterThanOrEqual(40);
    const before = process.memoryUsage().rss;
    // A run leaves a server that fails many times in a row alone, so each asks a few of the ways; all at once, as they mostly wait.
    const shares = Array.from({ length: 10 }, (_, share) => ids.filter((_id, at) => at % 10 === share));
    const runs = await Promise.all(
      shares.map(async (share) => {
        const targets = ['GET /good/', ...share].map((id) => target(id));
        return { share, seen: await observe(requestFor(server.url, targets, { token: TOKEN, timeout: 4 })) };
      }),
    );
    expect(process.memoryUsage().rss - before).toBeLessThan(300 * 1024 * 1024);
    for (const { share, seen } of runs) {
      const asked = new Set(seen.exchanges.map((exchange) => exchange.operation));
      for (const id of share) {
        expect(asked).toContain(id);
        for (const [probe, verdict] of seen.verdicts.get(id)!) {
          // What the valid token itself got is told as it was.
          if (probe === 'valid-token' && TELLS_OF_THE_TOKEN.has(id)) continue;
          expect(verdict.verdict, `${id} ${probe}: ${verdict.reasons[0]!.text}`).toBe('unknown');
          expect(verdict.reasons[0]!.text.length).toBeGreaterThan(5);
        }
      }
      expect(kind(seen, 'GET /good/', 'no-token')).toBe('rejects');
      expect(kind(seen, 'GET /good/', 'valid-token')).toBe('admits');
      expect(
        seen.problems.map(({ text }) => text),
        share.join(),
      ).toEqual([]);
      expect(seen.canary).toBe('held');
    }
  }, 120_000);

  it('whose clock is years off is judged all the same', async () => {
    const at =
      (date: string): Behaviour =>
      (socket, { token }) =>
        token === TOKEN
          ? respond(socket, 200, '[{"id": 1}]', [`Date: ${date}`, `Expires: ${date}`])
          : respond(socket, 401, '{"detail": "no"}', [`Date: ${date}`, 'WWW-Authenticate: Bearer']);
    const server = await start({
      '/past/': at('Thu, 01 Jan 1970 00:00:00 GMT'),
      '/future/': at('Fri, 01 Jan 2100 00:00:00 GMT'),
      '/no-date/': at('the day before yesterday'),
    });
    const ids = ['GET /past/', 'GET /future/', 'GET /no-date/'];
    const seen = await observe(
      requestFor(
        server.url,
        ids.map((id) => target(id)),
        { token: TOKEN },
      ),
    );
    for (const id of ids) {
      expect(kind(seen, id, 'no-token'), id).toBe('rejects');
      expect(kind(seen, id, 'valid-token'), id).toBe('admits');
    }
    expect(seen.canary).toBe('held');
  });

  it('that fails in the middle of the TLS handshake shows nothing', async () => {
    const ways: Record<string, (socket: Socket) => void> = {
      resets: (socket) => socket.once('data', () => socket.resetAndDestroy()),
      closes: (socket) => socket.once('data', () => socket.end()),
      babbles: (socket) => socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')),
      alerts: (socket) => socket.once('data', () => socket.end(Buffer.from([0x15, 3, 3, 0, 2, 2, 40]))),
      waits: () => {},
    };
    for (const [name, way] of Object.entries(ways)) {
      const sockets = new Set<Socket>();
      const server = createRawServer((socket) => {
        sockets.add(socket);
        socket.on('error', () => {});
        way(socket);
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const { port } = server.address() as { port: number };
      const seen = await observe(requestFor(`https://127.0.0.1:${port}`, [target('GET /a/')], { token: TOKEN, timeout: 1 }));
      for (const socket of sockets) socket.destroy();
      server.close();
      expect(seen.exchanges.length, name).toBeGreaterThan(0);
      expect(
        seen.exchanges.every(({ response, error }) => response === null && (error?.length ?? 0) > 5),
        name,
      ).toBe(true);
      expect(kinds(seen), name).toEqual(new Set(['unknown']));
      expect(seen.canary, name).not.toBe('held');
    }
  });

  it('is not followed to another origin', async () => {
    const other = await start({});
    const server = await start({
      '/good/': guarded,
      '/away/': (socket) => respond(socket, 302, '', [`Location: ${other.url}/next/`]),
      '/away-scheme/': (socket) => respond(socket, 307, '', ['Location: //example.org/next/']),
      '/away-when-anonymous/': (socket, { token }) =>
        token === TOKEN ? json(socket, 200, { a: 1 }) : respond(socket, 302, '', [`Location: ${other.url}/login/?next=/`]),
    });
    const ids = ['GET /good/', 'GET /away/', 'GET /away-scheme/', 'GET /away-when-anonymous/'];
    const seen = await observe(
      requestFor(
        server.url,
        ids.map((id) => target(id)),
        { token: TOKEN },
      ),
    );
    expect(other.heads).toHaveLength(0);
    for (const id of ids.slice(1)) expect(kind(seen, id, 'no-token'), id).toBe('unknown');
    expect(seen.verdicts.get('GET /away-when-anonymous/')!.get('no-token')!.reasons[0]!.text).toContain('OFFSCOPE');
  });

  it('that answers every path with success shows nothing', async () => {
    const server = await start({}, (socket) => json(socket, 200, { status: 'fine', at: Math.random() }));
    const seen = await observe(
      requestFor(
        server.url,
        ['GET /a/', 'GET /a/b/', 'GET /c/{id}/'].map((id) => target(id)),
        { token: TOKEN },
      ),
    );
    expect(kinds(seen)).toEqual(new Set(['unknown']));
    expect(seen.canary).toBe('none');
  });

  it('that changes its mind gets no verdict', async () => {
    const server = await start({
      '/good/': guarded,
      '/denies-once/': (socket, { token, turn }) => (token === TOKEN || turn > 0 ? json(socket, 200, { a: 1 }) : json(socket, 401, {})),
      '/opens-once/': (socket, { token, turn }) => (token === TOKEN || turn === 0 ? json(socket, 200, { a: 1 }) : json(socket, 401, {})),
      '/garbage-once/': (socket, { token, head }) =>
        token === TOKEN || (token !== null && !head.includes('_unlatched')) ? json(socket, 200, { a: 1 }) : json(socket, 401, {}),
    });
    const ids = ['GET /good/', 'GET /denies-once/', 'GET /opens-once/', 'GET /garbage-once/'];
    const seen = await observe(
      requestFor(
        server.url,
        ids.map((id) => target(id)),
        { token: TOKEN },
      ),
    );
    expect(kind(seen, 'GET /denies-once/', 'no-token')).toBe('unknown');
    expect(kind(seen, 'GET /opens-once/', 'no-token')).toBe('unknown');
    expect(kind(seen, 'GET /garbage-once/', 'garbage-token')).toBe('unknown');
  });

  it('with bytes that are no UTF-8, deep JSON and terminal codes is read all the same', async () => {
    const server = await start({
      '/latin/': (socket, { token }) =>
        token === TOKEN ? respond(socket, 200, Buffer.from([0x7b, 0xff, 0xfe, 0x7d])) : json(socket, 401, {}),
      '/deep/': (socket, { token }) => (token === TOKEN ? respond(socket, 200, '['.repeat(500_000)) : json(socket, 401, {})),
      '/codes/': (socket, { token }) =>
        respond(socket, token === TOKEN ? 200 : 401, '\u001b[2J\u001b]0;x\u0007\u202eabc', [], 'text/plain'),
      '/angles/': (socket) => respond(socket, 200, '<'.repeat(900_000), [], 'text/html'),
      '/inputs/': (socket) => respond(socket, 200, '<input '.repeat(120_000), [], 'text/html'),
      '/words/': (socket) => json(socket, 200, { error: 'auth'.repeat(50_000), code: 'token '.repeat(5000) }),
      '/keys/': (socket) => json(socket, 200, Object.fromEntries(Array.from({ length: 8000 }, (_, n) => [`k${n}`, []]))),
      '/big-list/': (socket) =>
        json(
          socket,
          200,
          Array.from({ length: 60_000 }, (_, id) => ({ id, name: `record ${id}` })),
        ),
    });
    const seen = await observe(
      requestFor(
        server.url,
        ['GET /latin/', 'GET /deep/', 'GET /codes/', 'GET /big-list/', 'GET /angles/', 'GET /inputs/', 'GET /words/', 'GET /keys/'].map(
          (id) => target(id),
        ),
        { token: TOKEN },
      ),
    );
    for (const id of ['GET /latin/', 'GET /deep/', 'GET /codes/']) expect(kind(seen, id, 'no-token'), id).toBe('rejects');
    expect(kind(seen, 'GET /big-list/', 'no-token')).toBe('admits');
    expect(seen.verdicts.get('GET /big-list/')!.get('no-token')!.reasons[0]!.text).toMatch(/at least \d+ records/);
    for (const { response } of seen.exchanges) {
      expect(response?.excerpt ?? '').not.toMatch(/[\u0000-\u001f\u202e]/);
      expect([...(response?.excerpt ?? '')].length).toBeLessThanOrEqual(200);
    }
  }, 120_000);

  it('that echoes the token in every way it can leaves none of it in the observation', async () => {
    const echo: Behaviour = (socket, { head, token }) => {
      const said = token ?? '';
      const body = {
        said,
        url: encodeURIComponent(said),
        base: Buffer.from(said).toString('base64'),
        upper: said.toUpperCase(),
        half: said.slice(10, 60),
        head,
        mail: 'ann@example.org',
        password: 'hunter2secret',
      };
      const text = JSON.stringify(body);
      respond(socket, token === TOKEN ? 200 : 401, text, [
        `X-Echo: ${said}`,
        `Set-Cookie: session=${said || 'none'}; Path=/`,
        `Location: /?token=${said}`,
        `WWW-Authenticate: Bearer realm="${said}"`,
      ]);
    };
    const server = await start({
      '/echo/': echo,
      '/plain/': (socket, { token, head }) => respond(socket, token === null ? 401 : 200, `${'x'.repeat(150)} ${head}`, [], 'text/plain'),
    });
    const seen = await observe(
      requestFor(server.url, [target('GET /echo/'), target('GET /plain/')], {
        token: TOKEN,
        headers: [['X-Tenant-Key', 'tenant-secret-value-1']],
      }),
    );
    const text = JSON.stringify({ ...seen, verdicts: [...seen.verdicts].map(([id, row]) => [id, [...row]]) });
    expect(seen.requests).toBeGreaterThan(8);
    for (let at = 0; at + 12 <= TOKEN.length; at += 1) {
      const piece = TOKEN.slice(at, at + 12);
      expect(text.includes(piece), piece).toBe(false);
      expect(text.includes(piece.toUpperCase()), piece).toBe(false);
    }
    expect(text).not.toContain(Buffer.from(TOKEN).toString('base64').slice(0, 40));
    for (const word of ['MARKERMARKER', 'hunter2secret', 'ann@example.org', 'tenant-secret-value-1']) expect(text).not.toContain(word);
    expect(text).toContain('‹tok:');
  });

  it('that refuses connections is told as gone, with nothing judged', async () => {
    const server = await start({});
    await server.close();
    const ids = Array.from({ length: 12 }, (_, n) => `GET /op${n}/`);
    const seen = await observe(
      requestFor(
        server.url,
        ids.map((id) => target(id)),
        { token: TOKEN },
      ),
    );
    expect(seen.canary).toBe('failed');
    expect(seen.requests).toBeLessThanOrEqual(8);
    expect(kinds(seen)).toEqual(new Set(['unknown']));
    expect(seen.verdicts.size).toBe(12);
    expect(seen.problems.map((problem) => problem.text).join()).toContain('the target went away: the connection was refused');
  });

  it('that hangs is left after a few operations', async () => {
    const server = await start({}, () => {});
    const ids = Array.from({ length: 40 }, (_, n) => `GET /op${n}/`);
    const started = Date.now();
    const seen = await observe(
      requestFor(
        server.url,
        ids.map((id) => target(id)),
        { token: TOKEN, timeout: 0.3 },
      ),
    );
    expect(Date.now() - started).toBeLessThan(5000);
    expect(seen.canary).toBe('failed');
    expect(seen.verdicts.size).toBe(40);
  });

  it('whose token dies in the middle keeps what was judged before and nothing after', async () => {
    let answered = 0;
    const dying: Behaviour = (socket, { token }) =>
      token === TOKEN && ++answered <= 30 ? json(socket, 200, { items: [{ id: 1 }] }) : json(socket, 401, {});
    const ids = Array.from({ length: 40 }, (_, n) => `GET /op${n}/`);
    const server = await start({}, dying);
    const seen = await observe(
      requestFor(
        server.url,
        ids.map((id) => target(id, { authenticator: 'one' })),
        { token: TOKEN },
      ),
    );
    expect(seen.canary).toBe('failed');
    expect(kind(seen, 'GET /op0/', 'no-token')).toBe('rejects');
    expect(kind(seen, 'GET /op39/', 'no-token')).toBe('unknown');
    expect(seen.verdicts.get('GET /op39/')!.get('no-token')!.next).toContain('fresh token');
  });

  it('stops in the middle of a request when aborted', async () => {
    const server = await start({}, () => {});
    const control = new AbortController();
    setTimeout(() => control.abort(), 100);
    const started = Date.now();
    const seen = await observe(requestFor(server.url, [target('GET /a/')], { token: TOKEN, signal: control.signal, timeout: 30 }));
    expect(Date.now() - started).toBeLessThan(2000);
    expect(seen.interrupted).toBe(true);
    expect(kinds(seen)).toEqual(new Set(['unknown']));
  });

  it('with a certificate that nobody vouches for is not asked', async () => {
    const tls = createTlsServer({ key: TEST_KEY, cert: TEST_CERTIFICATE }, (_request, response) => response.end('{}'));
    await new Promise<void>((resolve) => tls.listen(0, '127.0.0.1', resolve));
    const { port } = tls.address() as { port: number };
    const seen = await observe(requestFor(`https://localhost:${port}`, [target('GET /a/')], { token: TOKEN }));
    tls.close();
    const plain = createPlainServer((_request, response) => response.end('{}'));
    await new Promise<void>((resolve) => plain.listen(0, '127.0.0.1', resolve));
    const plainPort = (plain.address() as { port: number }).port;
    const mistaken = await observe(requestFor(`https://127.0.0.1:${plainPort}`, [target('GET /a/')], { token: TOKEN }));
    plain.close();
    expect(seen.exchanges[0]!.error).toContain('certificate');
    expect(seen.exchanges[0]!.response).toBeNull();
    expect(mistaken.exchanges[0]!.error).toContain('TLS');
    expect(kinds(seen)).toEqual(new Set(['unknown']));
  });

  it('that leaves doubt about an open answer is not called open', async () => {
    const server = await start({
      '/good/': guarded,
      '/stranger/': (socket, { token }) => json(socket, 200, token === TOKEN ? { items: [{ id: 1 }] } : { hello: 'stranger' }),
      '/once/': (socket, { token, turn }) => json(socket, token === TOKEN || turn === 0 ? 200 : 403, { a: 1 }),
      '/other-page/': (socket, { token }) =>
        respond(socket, 200, token === TOKEN ? '<html><table></table></html>' : '<html><a>log in</a></html>', [], 'text/html'),
    });
    const ids = ['GET /good/', 'GET /stranger/', 'GET /once/', 'GET /other-page/'];
    const seen = await observe(
      requestFor(
        server.url,
        ids.map((id) => target(id)),
        { token: TOKEN },
      ),
    );
    for (const id of ids.slice(1)) expect(kind(seen, id, 'no-token'), id).toBe('unknown');

    const blind = await start({ '/a/': (socket) => json(socket, 200, { a: 1 }) }, (socket) => json(socket, 500, {}));
    const unsure = await observe(requestFor(blind.url, [target('GET /a/')], { token: TOKEN }));
    expect(unsure.verdicts.get('GET /a/')!.get('no-token')!.reasons[0]!.text).toContain('does not exist');
  });

  it('that takes any token shows nothing about the valid one', async () => {
    const server = await start({ '/a/': (socket, { token }) => (token === null ? json(socket, 401, {}) : json(socket, 200, { a: 1 })) });
    const seen = await observe(requestFor(server.url, [target('GET /a/')], { token: TOKEN }));
    expect(kind(seen, 'GET /a/', 'garbage-token')).toBe('admits');
    expect(seen.canary).toBe('none');
    expect(seen.problems.map((problem) => problem.text).join()).toContain('nothing shows that the token works');
  });

  it('that turns the valid token away everywhere is told as a failed control', async () => {
    const server = await start({ '/a/': (socket) => json(socket, 401, {}) });
    const seen = await observe(requestFor(server.url, [target('GET /a/')], { token: TOKEN }));
    expect(seen.canary).toBe('failed');
    expect(kind(seen, 'GET /a/', 'no-token')).toBe('unknown');
    expect(seen.problems.map((problem) => problem.text).join()).toContain('turned away by 1 operation');
  });

  it('that fails on one entrance is asked about it at the next operation', async () => {
    const entrance =
      (onQuery: Behaviour): Behaviour =>
      (socket, request) =>
        request.head.includes('access_token=') ? onQuery(socket, request) : guarded(socket, request);
    const server = await start({
      '/a/': entrance((socket) => socket.resetAndDestroy()),
      '/b/': entrance((socket) => json(socket, 200, { items: [{ id: 1, name: 'x' }] })),
    });
    const targets = ['GET /a/', 'GET /b/'].map((id) => target(id, { authenticator: 'one' }));
    const seen = await observe(requestFor(server.url, targets, { token: TOKEN }));
    expect(kind(seen, 'GET /a/', 'token-in-query')).toBe('unknown');
    expect(kind(seen, 'GET /b/', 'token-in-query')).toBe('admits');
  });

  it('that echoes a token which looks like words leaves none of it either', async () => {
    const words = 'correct-horse-battery-staple-meadow';
    const server = await start({
      '/a/': (socket, { token }) =>
        token === words
          ? respond(socket, 200, `you sent ${words}, that is ${words.slice(4, 24)} and ${words.toUpperCase()}`, [], 'text/plain')
          : json(socket, 401, {}),
    });
    const seen = await observe(requestFor(server.url, [target('GET /a/')], { token: words }));
    const text = JSON.stringify({ ...seen, verdicts: [...seen.verdicts].map(([id, row]) => [id, [...row]]) });
    expect(text).toContain('you sent');
    expect(text).not.toMatch(/horse-batt|HORSE-BATT/);
  });

  it('gets the bytes that the probes mean', async () => {
    const server = await start({ '/a/': guarded });
    await observe(
      requestFor(server.url, [target('GET /a/', { params: {}, query: { q: 'a b' } }), target('GET /account/logout/')], { token: TOKEN }),
    );
    const all = server.heads.join('\n');
    expect(all).toContain('Authorization: Bearer  x');
    expect(all).toContain('GET /a/?q=a%20b HTTP/1.1');
    expect(all).toContain(`access_token=${TOKEN}&token=${TOKEN}`);
    expect(all).toMatch(/X-Unlatched-Run: [0-9a-f]{16}/);
    expect(all).not.toMatch(/logout|content-length|transfer-encoding/i);
    const resigned = server.heads.filter((head) => head.includes(TOKEN.slice(0, TOKEN.lastIndexOf('.') + 1)) && !head.includes(TOKEN));
    // One character changed, and an empty secret.
    expect(resigned).toHaveLength(2);
  });

  it('has its scheme word found out', async () => {
    const byKey: Behaviour = (socket, { head }) =>
      head.includes(`Authorization: Token ${TOKEN}`) ? json(socket, 200, { items: [1] }) : respond(socket, 403, '{"detail":"no"}');
    const server = await start({ '/a/': byKey, '/b/': byKey });
    const seen = await observe(requestFor(server.url, [target('GET /a/'), target('GET /b/')], { token: TOKEN }));
    for (const id of ['GET /a/', 'GET /b/']) {
      expect(kind(seen, id, 'no-token'), id).toBe('rejects');
      expect(kind(seen, id, 'garbage-token'), id).toBe('rejects');
      expect(kind(seen, id, 'tampered-token'), id).toBe('rejects');
    }
    expect(
      seen.exchanges.filter((exchange) => exchange.operation === 'GET /a/' && exchange.probe === 'garbage-token').at(-1)!.curl,
    ).toContain('Token ');
  });
});

/** A key and a certificate for `localhost` that sign nothing else and protect nothing. */
const TEST_KEY = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgB67tIDoWFsph6lSU
mWwCtxmm4awYwiRgPALIdb5Y4MKhRANCAASfGkjo7iDp7lvv2j1uFjA7riVAShlt
JPTDmKteSbG1bkdbZQ8f4uunCVYptKmoD4euVGHXqfELUCzW5FsAM+Ap
-----END PRIVATE KEY-----`;
const TEST_CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBmzCCAUGgAwIBAgIUMz5D7GqbXIKcE4vUsGK36wRiPp4wCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyNDIwMTYyOVoYDzIxMjYxMDMx
MjAxNjI5WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAASfGkjo7iDp7lvv2j1uFjA7riVAShltJPTDmKteSbG1bkdbZQ8f4uun
CVYptKmoD4euVGHXqfELUCzW5FsAM+Apo28wbTAdBgNVHQ4EFgQUwgniLJa8JTlj
NozJM8IcrNvCTIgwHwYDVR0jBBgwFoAUwgniLJa8JTljNozJM8IcrNvCTIgwDwYD
VR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwCgYIKoZI
zj0EAwIDSAAwRQIgCYmQeP61scPd6DxvR5veM5Efx4A29JCHaY0/BP16QTkCIQCW
tSl+AK7CcSwrhhUz5iukyjyWZg4QntO/LNexDHiLnA==
-----END CERTIFICATE-----`;
