/** When a second user's answer is one about somebody else's object: lists of every kind, on a server of our own. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Observation } from '../../src/model/witness.ts';
import { observe } from '../../src/observed/observe.ts';
import { requestFor, target } from './request.ts';

const MINE = 'token-of-the-first-user';
const THEIRS = 'token-of-the-second-user';
const order = (id: number) => ({
  id,
  goods: `goods ${id}`,
  buyer: `buyer ${id}`,
  weight: id * 10,
  to: null,
  lines: [{ name: `line ${id}` }],
});

interface Collection {
  readonly mine: unknown;
  readonly theirs: (time: number) => unknown;
  readonly link?: string;
  /** What the second user gets of order 1; nothing means 404. */
  readonly one?: unknown;
}
const own = { mine: [order(1)], theirs: () => [order(2)] };
const COLLECTIONS: Readonly<Record<string, Collection>> = {
  open: { ...own, one: order(1) },
  personal: { ...own, one: { ...order(1), weight: 0 } },
  kept: own,
  empty: { ...own, theirs: () => ({ results: [] }), one: order(1) },
  both: { ...own, theirs: () => [order(2), order(1)], one: order(1) },
  linked: { ...own, link: '</linked/?page=2>; rel="next"', one: order(1) },
  counted: { ...own, theirs: () => ({ count: 3, results: [order(2)] }), one: order(1) },
  paged: { ...own, theirs: () => ({ links: { next: '/paged/?page=2' }, data: [order(2)] }), one: order(1) },
  moving: { ...own, theirs: (time) => (time === 0 ? [order(2)] : [order(1)]), one: order(1) },
  other: { ...own, one: order(2) },
  unlisted: { ...own, theirs: () => ({ detail: 'nothing here' }), one: order(1) },
};

const asked: string[] = [];
const server = createServer((request, response) => {
  const [path] = request.url!.split('?') as [string];
  const [, name = '', id] = path.split('/');
  const token = request.headers.authorization?.slice('Bearer '.length);
  const collection = COLLECTIONS[name];
  const second = token === THEIRS;
  const answer = (status: number, body: unknown, headers = {}): void => {
    response.writeHead(status, { 'Content-Type': 'application/json', Allow: 'GET', 'WWW-Authenticate': 'Bearer', ...headers });
    response.end(JSON.stringify(body));
  };
  if (token !== MINE && !second) return answer(401, { detail: 'no' });
  if (!collection) return answer(404, { detail: 'no such path' });
  if (second) asked.push(path);
  if (id) {
    const one = second ? collection.one : order(1);
    return one === undefined ? answer(404, { detail: 'no such order' }) : answer(200, one);
  }
  const times = asked.filter((earlier) => earlier === path).length;
  answer(200, second ? collection.theirs(times - 1) : collection.mine, second && collection.link ? { Link: collection.link } : {});
});

const run = async (secondToken: string): Promise<Observation> => {
  const targets = Object.keys(COLLECTIONS).flatMap((name) => [target(`GET /${name}/`), target(`GET /${name}/{id}/`)]);
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return observe(requestFor(url, targets, { token: MINE, grants: { 'second-token': secondToken }, timeout: 20 }));
};
const verdict = (seen: Observation, name: string) => seen.verdicts.get(`GET /${name}/{}/`)!.get('second-user-token')!;

let seen: Observation;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  seen = await run(THEIRS);
}, 60_000);
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

it.each([
  ['open', 'admits'],
  // One field is worked out for whoever asks.
  ['personal', 'admits'],
  ['kept', 'rejects'],
  ['empty', 'admits'],
])('%s: %s', (name, kind) => {
  expect(verdict(seen, name).verdict).toBe(kind);
});

it('rests on a condition only where the second user has nothing', () => {
  expect(verdict(seen, 'open').conditions).toBeUndefined();
  expect(verdict(seen, 'empty').conditions).toEqual([expect.stringContaining('is empty')]);
  expect(
    verdict(seen, 'open')
      .reasons.map(({ text }) => text)
      .join('\n'),
  ).toMatch(/own list leaves 1 out.*x\d+[\s\S]*first user's list holds it/);
});

it.each([
  ['both', 'holds the object as well'],
  ['linked', 'goes on'],
  ['counted', 'goes on'],
  ['paged', 'goes on'],
  ['moving', 'the lists change'],
  ['other', 'answered something else'],
  ['unlisted', 'goes on'],
])('%s: unknown, %s', (name, why) => {
  expect(verdict(seen, name)).toMatchObject({ verdict: 'unknown', reasons: [{ text: expect.stringContaining(why) }] });
});

it('asks each list once, and for no object that it need not', () => {
  const times = (path: string): number => asked.filter((one) => one === path).length;
  expect(times('/kept/')).toBe(1);
  expect(times('/both/')).toBe(1);
  expect(['/both/1/', '/linked/1/', '/counted/1/', '/unlisted/1/'].map(times)).toEqual([0, 0, 0, 0]);
  // Once more each when it got in.
  expect([times('/open/'), times('/open/1/')]).toEqual([2, 2]);
});

it('tells nothing with a dead token', async () => {
  const dead = await run('token-of-nobody-at-all');
  for (const name of ['open', 'kept'])
    expect(verdict(dead, name)).toMatchObject({
      verdict: 'unknown',
      reasons: [{ text: expect.stringContaining('not answered with a list') }],
    });
}, 60_000);
