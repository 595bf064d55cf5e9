import { expect, test } from 'vitest';
import { GUARDED, OPEN, PROMISED, PUBLIC, type SmallOperation, smallWorld } from '../../test/rules/small-matrix.ts';
import { conventionOf } from './intended-public.ts';
import { parseOperationGlob } from './operation-glob.ts';

test.each([
  ['POST', '/api/token/', true],
  ['POST', '/api/token/refresh/', true],
  ['POST', '/auth/password/reset/confirm/{uid}/{token}/', true],
  ['POST', '/api/v1/register', true],
  ['POST', '/o/revoke/', false],
  ['GET', '/api/schema/', true],
  ['GET', '/.well-known/jwks.json', true],
  ['GET', '/healthz', true],
  ['GET', '/_healthz', true],
  ['GET', '/auth/session/login/', true],
  ['POST', '/api/v1.0/logout/', true],
  ['DELETE', '/api/logout/', false],
  ['GET', '/api/token/', false],
  ['POST', '/api/patients/{id}/verify/', false],
  ['POST', '/api/inventory/refresh/', false],
  ['GET', '/api/health/records/', false],
  ['DELETE', '/api/login/', false],
  ['POST', '/api/patients/', false],
  ['POST', '/auth/users/reset_password_confirm/', true],
  ['POST', '/auth/users/reset_username/', true],
  ['POST', '/auth/users/reset_email_confirm/', true],
  ['POST', '/auth/users/resend_activation/', true],
  ['POST', '/auth/users/set_username/', false],
  ['GET', '/robots.txt', true],
  ['POST', '/api/v1/auth/oauth/google/', true],
  ['GET', '/login/github', true],
  ['POST', '/api/google-login/', true],
  ['GET', '/integrations/github/', false],
  ['DELETE', '/auth/google/', false],
  ['POST', '/auth/google/{id}/', false],
  ['POST', '/api/v1/auth/check-username/', true],
  ['GET', '/users/username-available/{name}/', true],
  ['POST', '/orders/check/', false],
  ['*', '/accounts/github/login/callback/', true],
  ['GET', '/oauth/callback', true],
  ['POST', '/login/callback/', false],
  ['GET', '/payments/callback/', false],
  ['*', '/favicon.ico', true],
  ['GET', '/reports/security.txt', false],
])('%s %s is open by convention: %s', (method, path, expected) => {
  expect(conventionOf(method, path) !== null).toBe(expected);
});

const EXPLICIT = { 'no-token': { implicit: false, symbol: 'app.Login', origin: 'class' } } as const;

async function why(operation: SmallOperation, config = {}, derivedFrom: string | null = null): Promise<string | null> {
  const { matrix } = await smallWorld([operation], config, derivedFrom);
  return matrix.rows[0]!.intendedPublic?.why ?? null;
}

test('the configuration decides, with its reason', async () => {
  const intent = { public: [{ glob: parseOperationGlob('GET /a/**')!, reason: 'the shop window' }], sensitive: [], proxyThrottle: [] };
  expect(await why({ operation: 'GET /a/{id}/', predicted: OPEN, promised: PROMISED }, { intent })).toBe('the shop window');
});

test('a convention needs an openness that is no forgotten default, and no promise against it', async () => {
  expect(await why({ operation: 'POST /login/', predicted: OPEN, causes: EXPLICIT })).toContain('tokens');
  expect(
    await why({ operation: 'POST /login/', predicted: OPEN, causes: { 'no-token': { implicit: true, origin: 'inherited' } } }),
  ).toContain('tokens');
  expect(
    await why({ operation: 'POST /login/', predicted: OPEN, causes: { 'no-token': { implicit: true, origin: 'default' } } }),
  ).toBeNull();
  expect(await why({ operation: 'POST /login/', predicted: OPEN, promised: PROMISED, causes: EXPLICIT })).toBeNull();
  expect(await why({ operation: 'POST /login/', predicted: GUARDED })).toBeNull();
});

test('a document by hand is believed, a generated one repeats the source', async () => {
  const operation = { operation: 'GET /menu/', predicted: OPEN, promised: PUBLIC, causes: EXPLICIT };
  expect(await why(operation)).toContain('document');
  expect(await why(operation, {}, 'drf-spectacular')).toBeNull();
  expect(await why({ ...operation, causes: { 'no-token': { implicit: true, symbol: 'REST_FRAMEWORK', origin: 'default' } } })).toBeNull();
});

test('a sensitive operation is public by configuration only', async () => {
  const sensitive = [parseOperationGlob('POST /login/')!];
  expect(
    await why({ operation: 'POST /login/', predicted: OPEN, causes: EXPLICIT }, { intent: { public: [], sensitive, proxyThrottle: [] } }),
  ).toBeNull();
});
