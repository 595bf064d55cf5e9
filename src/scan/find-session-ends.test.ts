/** Which operation of a document is taken for the log-out or the exchange of refresh tokens, and which never is. */
import { expect, it } from 'vitest';
import type { JoinedOperation } from '../matrix/join.ts';
import { findLogout, findRefresh } from './find-session-ends.ts';

const rows = (...ids: readonly string[]): JoinedOperation[] =>
  ids.map((id) => ({ id, method: id.split(' ')[0]!, path: id.split(' ')[1]!, source: null, documented: null }));

it.each([
  [['POST /auth/logoutall/', 'POST /auth/logout-all/', 'POST /auth/logout/all/'], null],
  [['POST /auth/token/blacklist/', 'POST /auth/sign-out/'], 'POST /auth/sign-out/'],
  [['POST /auth/token/blacklist'], 'POST /auth/token/blacklist'],
  [['GET /auth/logout/', 'DELETE /auth/logout/'], null],
  [['POST /admin/logout/', 'POST /api-auth/logout/', 'POST /devices/{id}/logout/'], null],
  [['POST /api/token/revoke/'], 'POST /api/token/revoke/'],
  [['POST /blog/'], null],
])('log-out among %j', (ids, expected) => {
  expect(findLogout(null, rows(...ids), null)?.id ?? null).toBe(expected);
});

it.each([
  [['POST /api/token/', 'POST /api/token/refresh/'], 'POST /api/token/refresh/'],
  [['POST /refresh/', 'POST /api/jwt/refresh'], 'POST /api/jwt/refresh'],
  [['POST /auth/refresh-token/'], 'POST /auth/refresh-token/'],
  [['POST /api/v1/refresh'], 'POST /api/v1/refresh'],
  [['GET /api/token/refresh/', 'POST /feeds/{id}/refresh/', 'POST /reports/refresh/'], null],
])('exchange among %j', (ids, expected) => {
  expect(findRefresh(null, rows(...ids))?.id ?? null).toBe(expected);
});
