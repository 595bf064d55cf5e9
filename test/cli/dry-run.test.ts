/** What a dry run says of the requests that each further secret makes possible; it sends none, so no server is there. */
import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { folderWith } from '../support/folder.ts';
import { unlatched } from './support.ts';

const DOCUMENT = `openapi: 3.1.0
info: { title: Shop, version: "1" }
components: { securitySchemes: { jwt: { type: http, scheme: bearer } } }
security: [{ jwt: [] }]
paths:
  /orders/: { get: { responses: { "200": { description: ok } } } }
  /stock/: { get: { security: [{ jwt: [stock:read] }], responses: { "200": { description: ok } } } }
  /orders/{id}/:
    parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
    get: { responses: { "200": { description: ok } } }
`;
const KEY = 'a-key-of-thirty-two-letters-or-so';

function token(claims: object): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const text = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}`;
  return `${text}.${createHmac('sha256', KEY).update(text).digest('base64url')}`;
}

const SECRETS = {
  TOKEN: token({ user_id: 1, token_type: 'access', exp: 4102444800 }),
  KEY,
  OTHER_KEY: 'another-key-of-thirty-two-letters-or-so',
  LOW: token({ user_id: 1, token_type: 'access', scope: 'orders:read' }),
  SECOND: token({ user_id: 2, token_type: 'access' }),
  REFRESH: token({ user_id: 1, token_type: 'refresh', exp: 4102444800 }),
};
const SCAN = ['scan', '--no-cache', '--spec', 'openapi.yaml', '--url', 'http://127.0.0.1:9', '--token', 'env:TOKEN'];

/** The plan, request by request: its first line, its headers, its reason. */
function plan(...more: readonly string[]): string[] {
  const { code, stdout } = unlatched([...SCAN, '--dry-run', ...more], folderWith({ 'openapi.yaml': DOCUMENT }), SECRETS);
  expect(code).toBe(0);
  for (const secret of Object.values(SECRETS)) expect(stdout).not.toContain(secret.split('.')[2] ?? secret);
  return stdout.split('\n\n');
}

const AT_THE_END = 'at the end as far as there is room';

/** What the option adds to the plan of the run, but for its end. */
function added(...more: readonly string[]): string[] {
  return addedInAll(...more).filter((entry) => !entry.includes(AT_THE_END));
}

function addedInAll(...more: readonly string[]): string[] {
  const without = new Set(plan());
  return plan(...more).filter((entry) => !without.has(entry) && !entry.includes('requests planned'));
}

describe('a dry run with', () => {
  it('--refresh-token asks each group of operations once', () => {
    expect(added('--refresh-token', 'env:REFRESH')).toEqual([
      `GET http://127.0.0.1:9/orders/
    Accept: application/json
    Authorization: Bearer <refresh token>
    # refresh-as-access, once for each group of operations with these authenticators (--refresh-token)`,
    ]);
  });

  it('names what operations of one scheme are asked themselves when there is room', () => {
    const last = addedInAll('--refresh-token', 'env:REFRESH').filter((entry) => entry.includes(AT_THE_END));
    expect(last.map((entry) => /# (.*?), at the end/.exec(entry)![1])).toEqual([
      'GET /stock/: refresh-as-access',
      'GET /orders/{}/: refresh-as-access',
    ]);
  });

  it('--signing-key signs one token for each probe, and first shows that the key is the right one', () => {
    const signed = (entries: string[]) =>
      entries.map((entry) => /Bearer <(.*)>\n {4}# (the control of --signing-key|[\w-]+)/.exec(entry)!.slice(1));
    // Where the valid token is refused: at the first operation, and at the first for which the document lists scopes.
    const rights = ['is_staff, is_superuser, is_admin, admin true', 'role admin'].map((claims) => [
      `signed anew: a token that makes its user an administrator, ${claims}`,
      'raised-rights-token',
    ]);
    const probes = [
      ...rights,
      ['signed anew: an expired token', 'expired-token'],
      ['signed anew: a token for another audience', 'foreign-audience'],
      ['signed anew: a token of another issuer', 'foreign-issuer'],
      ['signed anew: a token without an expiry', 'no-expiry'],
      ['signed anew: a token of a related algorithm', 'sibling-algorithm'],
      ['signed anew: a token with an unknown critical header', 'critical-header-token'],
      ['signed anew: a token with a claim that stands twice', 'doubled-claim-token'],
      ['signed anew: a token before its time', 'future-token'],
      ['signed anew: a token of tomorrow', 'issued-later-token'],
      ['signed anew: a token with an odd user, user_id in a list', 'odd-user-token'],
      ['signed anew: a token with an odd user, user_id true', 'odd-user-token'],
      ['signed anew: a token of another type', 'other-type-token'],
      ...['refresh', 'sliding', 'id', 'password_reset', 'email_verification', 'websocket'].map((word) => [
        `signed anew: a token for another use, token_type ${word}`,
        'other-use-token',
      ]),
      ['signed anew: a token for no clear use, token_type ACCESS', 'unclear-use-token'],
      ['signed anew: a token for no clear use, without token_type', 'unclear-use-token'],
      ['signed anew: a token of nobody, user_id of nobody', 'unknown-user-token'],
      ['signed anew: a token of nobody, without user_id', 'unknown-user-token'],
      ...rights,
      ['signed anew: a token with more scopes, more in scope', 'raised-scope-token'],
    ];
    const right = added('--signing-key', 'env:KEY');
    expect(signed(right)).toEqual(probes);
    const once = 'once for each group of operations with these authenticators (--signing-key)';
    for (const entry of right) expect(entry.replace('; unless an earlier spelling got in', '').endsWith(once), entry).toBe(true);
    // The key did not make the token's signature: a server may take it all the same, and is asked.
    const other = added('--signing-key', 'env:OTHER_KEY');
    expect(signed(other)).toEqual([['valid token signed anew', 'the control of --signing-key'], ...probes]);
  });

  it('--low-token asks where the document lists scopes that the token lacks', () => {
    expect(added('--low-token', 'env:LOW')).toEqual([
      `GET http://127.0.0.1:9/stock/
    Accept: application/json
    Authorization: Bearer <token of few rights>
    # GET /stock/: low-scope-token, since the document lists scopes (--low-token)`,
    ]);
  });

  it('--second-token asks for the list above an object, and then for the object', () => {
    expect(added('--second-token', 'env:SECOND')).toEqual([
      `GET http://127.0.0.1:9/orders/
    Accept: application/json
    Authorization: Bearer <token of the second user>
    # the second user's own list, once for the objects below it (--second-token)`,
      `GET http://127.0.0.1:9/orders/1/
    Accept: application/json
    Authorization: Bearer <token of the second user>
    # GET /orders/{}/: second-user-token, when the second user's list leaves out what the first one's holds; then both lists again (--second-token)`,
    ]);
  });
});

it('sockets come after plain requests: what is asked once for a scheme is asked there, a made-up path for either', () => {
  const document = DOCUMENT.replace('  /orders/: {', '  /live/: { get: { responses: { "101": { description: open } } } }\n  /orders/: {');
  const { stdout } = unlatched([...SCAN, '--dry-run'], folderWith({ 'openapi.yaml': document }), SECRETS);
  const sockets = (part: string) =>
    stdout
      .split('\n\n')
      .filter((entry) => entry.includes(part))
      .map((entry) => entry.includes('Upgrade: websocket'));
  expect(sockets('9/unlatched-<random>')).toEqual([false, true]);
  expect(new Set(sockets('null-token, once for each group'))).toEqual(new Set([false]));
});

describe('a mix-up is told before anything is sent', () => {
  it.each([
    ['the token of the run', ['--refresh-token', 'env:TOKEN'], '--refresh-token: is the token of the run itself'],
    ['the token of the first user', ['--second-token', 'env:TOKEN'], '--second-token: is the token of the run itself'],
    ['an access token', ['--token-scheme', 'Bearer', '--refresh-token', 'env:OTHER'], '--refresh-token: calls itself an access token'],
  ])('%s', (_what, more, says) => {
    const env = { ...SECRETS, OTHER: token({ user_id: 2, token_type: 'access' }) };
    const { code, stdout, stderr } = unlatched([...SCAN, ...more], folderWith({ 'openapi.yaml': DOCUMENT }), env);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(says);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});
