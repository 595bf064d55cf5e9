/** Operations that are for administrators, by what source and document call them. A name proves nothing by itself. */
import type { JoinedOperation } from '../matrix/join.ts';
import type { PermissionExpression } from '../model/matrix.ts';

/** Whole words of paths and tags: districts are administrative as well, and geographers number their levels `admin1`, `admin2`. */
const WORDS =
  /(^|[^a-z0-9])(admins?|administrators?|administration|back-?office|superusers?)(?![a-z0-9]|[-_ ](level|area|boundar|unit|region|division|district|code))/i;
const PERMISSION = /admin|staff|superuser/i;
/** Classes that let others in as well, or nobody else, by their names: `IsAdminOrReadOnly`, `IsNotStaff`. */
const OTHERS = /Or[A-Z]|_or_|ReadOnly|(Not|Non|Except)[A-Z_]/;

/** @returns why, in words; null for any other operation, and for the pages of Django's own admin, which take no token */
export function administrationOf({ path, source, documented }: JoinedOperation): string | null {
  if (source?.kind === 'admin') return null;
  const permission = source?.permissions?.find(isForAdministrators) as string | undefined;
  if (permission !== undefined) return `the source asks for ${nameOf(permission)}`;
  const tag = documented?.tags?.find((text) => WORDS.test(text));
  if (tag !== undefined) return 'the document has it among the operations of administrators (tags)';
  const word = WORDS.exec(path.replace(/\{[^{}]*\}/g, ''))?.[2];
  return word === undefined ? null : `the path says ${word}`;
}

/** All permissions of a list are asked, so one is enough. */
function isForAdministrators(permission: PermissionExpression): boolean {
  return typeof permission === 'string' && PERMISSION.test(nameOf(permission)) && !OTHERS.test(nameOf(permission));
}

const nameOf = (permission: string): string => permission.split('.').at(-1)!;
