/** The control of a method that a header names: what a server says when it slows down or fails is none. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { observe } from '../../src/observed/observe.ts';
import { requestFor, target } from './request.ts';

/** @param plain status of a POST that names no other method; a PUT wants the token */
async function ask(plain: number) {
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      const behind = body === '{' ? 400 : 415;
      const isIn = request.headers.authorization === 'Bearer token-of-the-run';
      const named = request.headers['x-method'] === 'PUT';
      const status = request.method === 'POST' ? (named ? behind : plain) : isIn ? behind : 401;
      response.writeHead(status, { 'Content-Type': 'application/json', Allow: 'POST, PUT' });
      response.end(JSON.stringify({ detail: status === 401 ? 'Sign in first.' : `${status} it is.` }));
    });
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const twins = ['unsupported-media-type', 'malformed-json'] as const;
  const inert = { operation: 'PUT /things/', twins, convicts: true, why: 'the body is read first' };
  const overrides = [{ as: 'POST', names: [{ place: 'header', name: 'X-Method' }], twins, convicts: true }] as const;
  const things = target('PUT /things/', { authenticator: 'One', inert, overrides });
  const seen = await observe(requestFor(url, [things], { token: 'token-of-the-run', allowInertWrites: true }));
  server.close();
  return seen.verdicts.get(things.id)!.get('method-override')!.verdict;
}

it.each([
  [401, 'admits'],
  [405, 'admits'],
  [429, 'unknown'],
  [500, 'unknown'],
])('a POST without the name is answered %i: %s', async (plain, verdict) => {
  expect(await ask(plain)).toBe(verdict);
});
