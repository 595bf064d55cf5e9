/** Which paths are a reset of the password and a registration. */
import { expect, it } from 'vitest';
import type { JoinedOperation } from '../matrix/join.ts';
import { findRegistration, findReset } from './find-account.ts';

const row = (path: string): JoinedOperation =>
  ({ id: `POST ${path}`, method: 'POST', path, source: null, documented: null }) as JoinedOperation;

it.each([
  ['/api/auth/password/reset/', '/api/register/'],
  ['/api/users/reset_password/', '/auth/registration/'],
  ['/forgot-password', '/api/sign-up'],
])('%s and %s', (reset, register) => {
  const rows = ['/api/login/', '/password/reset/confirm/', '/api/devices/{id}/register/', reset, register].map(row);
  expect(findReset(null, rows)?.path).toBe(reset);
  expect(findRegistration(null, rows)?.path).toBe(register);
});

it('finds none among others', () => {
  const rows = ['/password/reset/confirm/', '/reset/', '/api/registers/', '/admin/register/'].map(row);
  expect([findReset(null, rows), findRegistration(null, rows)]).toEqual([null, null]);
});
