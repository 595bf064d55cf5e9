/** What a run has room for: groups of authenticators that are still to come count, and none that are done with or that nobody will ask for. */
import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import type { Target } from '../../src/model/witness.ts';
import { observe } from '../../src/observed/observe.ts';
import { requestFor, target } from './request.ts';

const KEY = 'the-signing-key-of-these-tests-is-long-enough';
const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const now = Math.floor(Date.now() / 1000);
const unsigned = `${encoded({ alg: 'HS256', typ: 'JWT' })}.${encoded({ user_id: 7, iat: now, exp: now + 3600 })}`;
const TOKEN = `${unsigned}.${createHmac('sha256', KEY).update(unsigned).digest('base64url')}`;

/** A server whose paths below `/open/` are for everybody, and all others for the token. */
async function asked(targets: readonly Target[]) {
  const server = createServer(({ url, headers }, response) => {
    const known = targets.some(({ path }) => path.replace('{id}', '1') === url!.split('?', 1)[0]);
    const open = url!.startsWith('/open/') || headers.authorization === `Bearer ${TOKEN}`;
    response.writeHead(!known ? 404 : open ? 200 : 401, {
      'Content-Type': 'application/json',
      ...(url!.startsWith('/open/') ? { Allow: 'GET' } : {}),
    });
    response.end(JSON.stringify(open && known ? [{ id: 1, name: 'anvil' }] : { detail: 'A token is needed.' }));
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  const seen = await observe(requestFor(`http://127.0.0.1:${port}`, targets, { token: TOKEN, grants: { 'signing-key': KEY } }));
  server.close();
  return seen;
}

it('authenticators whose operations are open to all leave their room to the last one', async () => {
  const open = Array.from({ length: 12 }, (_, at) => target(`GET /open/${at}/`, { authenticator: `open.Authenticator${at}` }));
  // A path with a parameter comes last.
  const last = target('GET /shut/{id}/', { authenticator: 'shut.Authenticator' });
  const { verdicts, exchanges } = await asked([...open, last]);
  const told = ['expired-token', 'unknown-user-token', 'no-expiry'].map((probe) => verdicts.get(last.id)!.get(probe)!.verdict);
  expect(told).toEqual(['rejects', 'rejects', 'rejects']);
  expect(exchanges.length).toBeLessThanOrEqual(8 * 13);
});
