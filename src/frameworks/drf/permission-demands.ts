/** What DRF's own permission classes demand of a caller (rest_framework/permissions.py), so that two policies can be compared. */

const DEMANDS: Readonly<Record<string, readonly string[]>> = {
  AllowAny: [],
  IsAuthenticated: ['a user'],
  IsAdminUser: ['a user', 'staff'],
  DjangoModelPermissions: ['a user', 'model permissions'],
  DjangoObjectPermissions: ['a user', 'model permissions', 'object permissions'],
};

const MODULE = 'rest_framework.permissions.';

/** The demands of a class of DRF that makes the same ones on every method; null for any other class. */
export function demandsOf(permission: string): readonly string[] | null {
  if (!permission.startsWith(MODULE)) return null;
  const name = permission.slice(MODULE.length);
  return Object.hasOwn(DEMANDS, name) ? DEMANDS[name]! : null;
}
