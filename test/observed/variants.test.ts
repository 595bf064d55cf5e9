/** What keeps an answer in other words from being an admission: servers that change their mind, or answer whatever is asked like that. */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { observe } from '../../src/observed/observe.ts';
import { requestFor, target } from './request.ts';

const TOKEN = 'the-valid-token-of-these-tests';
const ID = 'GET /private/stock/';
const STOCK = [{ id: 1, article: 'left-handed hammer' }];

/** What the server answers to the n-th request for a path without a token; null turns it away as it does for every other path. */
type Hole = (path: string, turn: number, request: IncomingMessage) => unknown;

async function ask(hole: Hole): Promise<readonly [verdict: string, why: string, asked: number]> {
  const turns = new Map<string, number>();
  const server = createServer((request, response) => {
    const path = request.url!.split('?', 1)[0]!;
    const held = request.headersDistinct.authorization?.join() === `Bearer ${TOKEN}` && path === '/private/stock/';
    const turn = (turns.get(path) ?? 0) + 1;
    if (!request.headers.authorization && !request.headers.cookie && request.method === 'GET') turns.set(path, turn);
    const body = held ? STOCK : request.headers.authorization ? null : hole(path, turn, request);
    response.writeHead(body === null ? 401 : typeof body === 'number' ? body : 200, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify(body ?? { detail: 'A token is needed.' }));
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const seen = await observe(requestFor(url, [target(ID)], { token: TOKEN }));
  server.close();
  expect(seen.canary).toBe('held');
  const { verdict, reasons } = seen.verdicts.get(ID)!.get('path-variant')!;
  return [verdict, reasons[0]!.text.replace(/, x\d+$/, ''), seen.exchanges.filter(({ probe }) => probe === 'path-variant').length];
}

const CAPITALS = '/Private/Stock/';

it.each<[string, Hole, string, string]>([
  [
    'a hole',
    (path) => (path === CAPITALS ? STOCK : null),
    'admits',
    'no token, with capital letters: GET answered 200 with 1 record (REACHED)',
  ],
  ['one that is there once', (path, turn) => (path === CAPITALS && turn === 1 ? STOCK : null), 'unknown', 'could not be repeated'],
  [
    'one for whatever path there is',
    (path) => (path.startsWith('/Private/') ? STOCK : null),
    'unknown',
    'the server answers made-up paths alike',
  ],
  [
    'one beside which a made-up path fails',
    (path) => (path === CAPITALS ? STOCK : path.startsWith('/Private/') ? 500 : null),
    'unknown',
    'could not learn how the server answers a path that does not exist',
  ],
  [
    'a plain path that opens meanwhile',
    (path, turn) => (path === CAPITALS || (path === '/private/stock/' && turn > 2) ? STOCK : null),
    'unknown',
    'the plain request is not turned away every time',
  ],
  [
    'other things than the valid token gets',
    (path) => (path === CAPITALS ? { page: 'welcome' } : null),
    'unknown',
    'no token, with capital letters: GET answered 200 with an object with 1 field (REACHED)',
  ],
  [
    'a server error',
    (path) => (path === CAPITALS ? 500 : null),
    'unknown',
    'no token, with capital letters: GET answered 500 with a JSON value (CRASH: a server error)',
  ],
  [
    'none',
    () => null,
    'rejects',
    'no token, with capital letters: GET answered 401 with an object with 1 field (DENIED: not authenticated)',
  ],
])('%s', async (_what, hole, verdict, why) => {
  expect((await ask(hole)).slice(0, 2)).toEqual([verdict, why]);
});

it('asks three times in front of a folder, and three times more to be sure', async () => {
  expect((await ask(() => null))[2]).toBe(3);
  expect((await ask((path) => (path === CAPITALS ? STOCK : null)))[2]).toBe(1 + 3);
});
