/** A server that runs with DEBUG = True is told by the pages that it answers anyhow. */
import { expect, it } from 'vitest';
import { answerRemarks } from '../../src/matrix/answer-remarks.ts';
import { observe } from '../../src/observed/observe.ts';
import { requestFor, target } from './request.ts';
import { startTarget } from './target/server.ts';

// The first is open, so a made-up path beside it is asked for; the second fails on a token that is none.
const IDS = ['GET /api/catalogue/', 'GET /api/fragile/'];

it.each([
  [
    'yes',
    [{ kind: 'debug-page', exchange: expect.stringMatching(/^x\d+$/), status: expect.any(Number), local: true, operations: [IDS[1]] }],
  ],
  ['no', []],
])('DEBUG: %s', async (debug, expected) => {
  const server = await startTarget({ TARGET_DEBUG: debug });
  try {
    const targets = IDS.map((id) => target(id));
    const seen = await observe(requestFor(server.url, targets, { token: server.token }));
    expect(answerRemarks(seen.exchanges)).toEqual(expected);
    const shown = seen.exchanges.filter(({ shows }) => shows).map(({ probe, response }) => [probe, response!.status]);
    if (debug === 'yes')
      expect(shown).toEqual(
        expect.arrayContaining([
          ['made-up-path', 404],
          ['garbage-token', 500],
        ]),
      );
  } finally {
    await server.stop();
  }
});
