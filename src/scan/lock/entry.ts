/** One operation of a lock: who may call it, and the policy that says so. */
import type { Matrix, MatrixRow, PermissionExpression } from '../../model/matrix.ts';
import { FORGED } from '../../reports/digest/who-gets-in.ts';

/**
 * Who gets in as far as the source says, the loosest first: a request without a token; one with a credential that nobody
 * issued; one with a valid token only. `unknown` could not be judged.
 */
export type Who = 'anyone' | 'forged-token' | 'valid-token' | 'unknown';
export const WHO: readonly Who[] = ['anyone', 'forged-token', 'valid-token', 'unknown'];

export interface LockEntry {
  readonly method: string;
  /** Template with the parameter names of the source. */
  readonly path: string;
  readonly who: Who;
  /** Expressions that all must hold, by dotted name; null when they are not known. */
  readonly permissions: readonly string[] | null;
  /** Dotted names; null when they are not known. */
  readonly authenticators: readonly string[] | null;
}

/** The entries of a matrix whose source was judged, sorted by path and method. Rows that only a document has are left out. */
export function lockEntries(matrix: Matrix): readonly LockEntry[] {
  const notJudged = new Set(matrix.coverage.notJudged.flatMap(({ operations }) => operations));
  return matrix.rows
    .filter((row) => row.source !== null)
    .map((row) => ({
      method: row.method,
      path: row.path,
      who: whoOf(row, notJudged.has(row.id)),
      permissions: row.source!.permissions?.map(expressionText) ?? null,
      authenticators: row.source!.authenticators,
    }));
}

function whoOf(row: MatrixRow, notJudged: boolean): Who {
  const kinds = new Map([...row.cells].map(([probe, cell]) => [probe, cell.predicted?.verdict ?? 'unknown']));
  if (kinds.get('no-token') === 'admits') return 'anyone';
  const forged = [...kinds].filter(([probe]) => FORGED.has(probe));
  if (forged.some(([, kind]) => kind === 'admits')) return 'forged-token';
  return notJudged || kinds.get('no-token') === 'unknown' ? 'unknown' : 'valid-token';
}

/** `A`, `~A`, `(A | B)`, `(A & B)` with dotted names and without spaces at the ends. */
function expressionText(expression: PermissionExpression): string {
  if (typeof expression === 'string') return expression;
  if ('not' in expression) return `~${expressionText(expression.not)}`;
  const [parts, operator] = 'or' in expression ? [expression.or, ' | '] : [expression.and, ' & '];
  return `(${parts.map(expressionText).join(operator)})`;
}
