/** Paths of operations on one object are filled with identifiers that lists of the server showed. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { observe } from '../../src/observed/observe.ts';
import { requestFor, target } from './request.ts';

const TOKEN = 'identifier-token-of-the-test';
const LISTS: Readonly<Record<string, unknown>> = {
  '/shops/': { count: 1, results: [{ id: 4711, name: 'corner' }] },
  '/shops/4711/': { id: 4711, name: 'corner' },
  '/shops/4711/orders/': [{ order_code: 'A-77', code: 'unused', total: 3 }],
  '/shops/4711/orders/A-77/': { order_code: 'A-77', total: 3 },
  '/people/': [{ id: 'ann@example.org' }],
};

test('from the list above, by the name of the parameter, and never an e-mail address', async () => {
  const asked = new Set<string>();
  const server = createServer((request, response) => {
    const path = request.url!.split('?', 1)[0]!;
    asked.add(path);
    const known = LISTS[path];
    const status = request.headers.authorization !== `Bearer ${TOKEN}` ? 401 : known ? 200 : 404;
    response.writeHead(status, { 'Content-Type': 'application/json', Allow: 'GET', 'WWW-Authenticate': 'Bearer' });
    response.end(JSON.stringify(status === 200 ? known : { detail: 'no' }));
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const targets = [
    '/shops/',
    '/people/',
    '/shops/{pk}/',
    '/people/{id}/',
    '/shops/{shop_id}/orders/',
    '/shops/{shop_id}/orders/{order_code}/',
  ].map((path) => target(`GET ${path}`, { authenticator: 'One' }));
  const seen = await observe(requestFor(url, targets, { token: TOKEN, timeout: 20 }));
  server.closeAllConnections();
  server.close();
  const valid = (id: string) => seen.verdicts.get(id)!.get('valid-token')!;
  for (const id of ['GET /shops/{}/', 'GET /shops/{}/orders/', 'GET /shops/{}/orders/{}/'])
    expect(valid(id), id).toMatchObject({ verdict: 'admits', effect: expect.stringMatching(/record|field/) });
  expect(asked).toContain('/shops/4711/orders/A-77/');
  expect(asked).toContain('/people/1/');
  expect([...asked].join()).not.toContain('ann');
});
