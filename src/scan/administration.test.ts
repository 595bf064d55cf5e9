/** Which operations are for administrators, by what they are called. */
import { expect, it } from 'vitest';
import type { JoinedOperation } from '../matrix/join.ts';
import { administrationOf } from './administration.ts';

const row = (path: string, permissions: readonly string[] = []): JoinedOperation =>
  ({ id: `GET ${path}`, method: 'GET', path, source: { kind: 'drf', permissions }, documented: null }) as unknown as JoinedOperation;

it.each(['/api/admin/users/', '/api/admin-users/', '/api/user_admins', '/v1/back-office/', '/superuser/{id}/'])(
  'by the path: %s',
  (path) => {
    expect(administrationOf(row(path))).toContain('the path says');
  },
);

it.each([
  '/api/administrative-areas/',
  '/geo/admin1/',
  '/geo/admin2-codes/',
  '/geo/admin_levels/',
  '/geo/admin-boundaries/',
  '/api/badminton/',
])('not by districts and the like: %s', (path) => {
  expect(administrationOf(row(path))).toBeNull();
});

it.each([
  ['shop.permissions.IsStaffMember', true],
  ['rest_framework.permissions.IsAdminUser', true],
  ['shop.permissions.IsAdminOrReadOnly', false],
  ['shop.permissions.IsNotStaff', false],
  ['shop.permissions.NonAdminUser', false],
])('by a permission: %s', (permission, expected) => {
  expect(administrationOf(row('/api/users/', [permission])) !== null).toBe(expected);
});
