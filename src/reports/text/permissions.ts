/** Permission expressions as a reader writes them: `IsAdmin | (IsOwner & ~IsGuest)`. */
import type { PermissionExpression } from '../../model/matrix.ts';

export function permissionText(expression: PermissionExpression): string {
  if (typeof expression === 'string') return shortName(expression);
  if ('not' in expression) return `~${wrapped(expression.not)}`;
  if ('or' in expression) return expression.or.map(wrapped).join(' | ');
  return expression.and.map(wrapped).join(' & ');
}

/** The class without its modules. */
export function shortName(dotted: string): string {
  return dotted.slice(dotted.lastIndexOf('.') + 1) || dotted;
}

function wrapped(expression: PermissionExpression): string {
  const text = permissionText(expression);
  return typeof expression === 'string' || 'not' in expression ? text : `(${text})`;
}
