/** Sorts the operations that anyone may call by how they came to be open: a fact that several rules share. */
import { conventionOf, handlingOf } from '../../matrix/intended-public.ts';
import type { CauseFact, SourceFacts } from '../../model/facts.ts';
import type { Matrix, MatrixRow } from '../../model/matrix.ts';
import { SAFE_METHODS } from '../../model/operation.ts';
import {
  causeOf,
  ENTRANCES,
  entranceOf,
  identityHeaderOf,
  isWrite,
  kindOf,
  letIn,
  type Promised,
  promiseOf,
  verdictOf,
} from './evidence.ts';
import type { Hit } from './group.ts';
import { rateOpen } from './rating.ts';

/**
 * - `default`: nobody set a permission, and the project has no safe default
 * - `method`: other methods or actions of the view ask for a token, this one does not
 * - `broken`: the document promises protection, and nothing in the source's policy is to blame: the operation is open by
 *   convention (a health check), or only the server lets the request in
 * - `accident`: open in another way that nobody wrote down
 * - `deliberate`: written down as open and nothing speaks against it
 */
export type OpenKind = 'default' | 'method' | 'broken' | 'accident' | 'deliberate';

export interface Open extends Hit {
  readonly kind: OpenKind;
  readonly promise: Promised;
}

const memo = new WeakMap<Matrix, readonly Open[]>();

/** Every operation into which source or server lets a request without a token, left out what is public on purpose, and what opens to the name of a user in a header: a rule of its own tells that. */
export function opennessOf(matrix: Matrix, facts: SourceFacts | null): readonly Open[] {
  let known = memo.get(matrix);
  if (!known) {
    const siblings = groupByView(matrix);
    known = matrix.rows
      .filter((row) => row.intendedPublic === null && letIn(row, 'no-token') && identityHeaderOf(row) === null)
      .filter((row) => !fromCache(row) && !handsOutNothing(row))
      .map((row) => open(row, matrix, facts, siblings));
    memo.set(matrix, known);
  }
  return known;
}

/** True when the server's only answer without a token was one that a cache had kept from somebody with a token. */
export function fromCache(row: MatrixRow): boolean {
  const observed = verdictOf(row, 'no-token', 'observed');
  return observed?.verdict === 'admits' && observed.stage === 'middleware' && kindOf(row, 'no-token', 'predicted') !== 'admits';
}

/**
 * The handler is reached and gives nothing away: by the source all that it does for the request is to say that
 * there is nothing here, or it does nothing that could be seen and the server shows that it refuses.
 */
export function handsOutNothing(row: MatrixRow, probe = 'no-token'): boolean {
  const predicted = verdictOf(row, probe, 'predicted');
  const observed = kindOf(row, probe, 'observed');
  if (predicted?.verdict !== 'admits' || observed === 'admits') return false;
  if (predicted.effect) return predicted.effect.startsWith('nothing');
  return (
    predicted.status === 404 ||
    (observed === 'rejects' && predicted.stage === 'handler' && (row.source?.kind.startsWith('django-') ?? false))
  );
}

function open(row: MatrixRow, matrix: Matrix, facts: SourceFacts | null, siblings: Siblings): Open {
  const cause = causeOf(row, 'no-token', facts);
  const promise = promiseOf(row, matrix);
  const family = siblings.of(row);
  const kind = kindOfOpenness(row, cause, promise, family);
  const heavy = isWrite(row) || row.sensitive;
  const predicted = kindOf(row, 'no-token', 'predicted');
  const observed = kindOf(row, 'no-token', 'observed');
  let rating = rateOpen({ promise, predicted, observed, heavy, siblingsGuarded: family.some((sibling) => guarded(sibling)) });
  // Somebody wrote it down: less sure that it is a fault, unless a document or the configuration says otherwise.
  if (kind === 'deliberate') {
    rating = heavy
      ? { severity: 'high', confidence: row.sensitive ? 'firm' : 'tentative' }
      : { severity: 'info', confidence: rating.confidence };
  } else if (kind === 'accident' && cause !== null && !cause.implicit && !heavy && promise !== 'protected') {
    rating = { severity: 'medium', confidence: rating.confidence };
  }
  // A login that relies on the default works as it shall; the default itself is still worth a word.
  const isEntrance = conventionOf(handlingOf(row), row.path) !== null || entranceOf(row, facts)?.turnsAway === true;
  if (kind === 'default' && promise !== 'protected' && isEntrance) {
    rating = { severity: 'medium', confidence: rating.confidence };
  }
  // A plain Django page of which nothing shows that it hands out data is worth a look, not an alarm.
  if (isPlainPage(row, cause) && promise !== 'protected' && !heavy) rating = { severity: 'medium', confidence: 'tentative' };
  return { row, probe: 'no-token', cause, rating, kind, promise };
}

function kindOfOpenness(row: MatrixRow, cause: CauseFact | null, promise: Promised, family: readonly MatrixRow[]): OpenKind {
  if (cause && isProjectDefault(cause)) return 'default';
  // The source turns it away and the server does not: no policy that could be pointed to is to blame.
  if (kindOf(row, 'no-token', 'predicted') === 'rejects') return promise === 'protected' ? 'broken' : 'accident';
  if (isMethodHole(row, cause, family)) return 'method';
  if (promise === 'protected') {
    const unexplained = cause === null || kindOf(row, 'no-token', 'predicted') !== 'admits';
    return unexplained || conventionOf(handlingOf(row), row.path) !== null ? 'broken' : 'accident';
  }
  if (!cause || cause.implicit || cause.kind === 'no-gate') return 'accident';
  // An open handler that looks at the token all the same: somebody believed that the token matters here.
  return (cause.handlerReads ?? []).length > 0 ? 'accident' : 'deliberate';
}

/** True when the settings (or the framework, where they are silent) decide. */
function isProjectDefault(cause: CauseFact): boolean {
  if (cause.kind !== 'no-permission') return false;
  if (cause.origin) return cause.origin === 'default' || cause.origin === 'settings';
  return cause.implicit && /DEFAULT_PERMISSION_CLASSES|^REST_FRAMEWORK\b/.test(cause.symbol);
}

function isMethodHole(row: MatrixRow, cause: CauseFact | null, family: readonly MatrixRow[]): boolean {
  const protectedOnes = family.filter((sibling) => guarded(sibling));
  if (protectedOnes.length === 0) return false;
  if (!cause) return true;
  const byHook = cause.origin === 'method' || /\.get_permissions$/.test(cause.symbol);
  if (cause.kind === 'permission' && cause.implicit) return true;
  if (!byHook) return false;
  // `get_permissions` that opens all reads was meant so; one that opens a write, or one read among guarded reads, forgot it.
  return isWrite(row) || cause.implicit || protectedOnes.some((sibling) => SAFE_METHODS.has(sibling.method));
}

function isPlainPage(row: MatrixRow, cause: CauseFact | null): boolean {
  if (row.documented || cause?.kind !== 'no-gate') return false;
  const kind = row.source?.kind;
  if (kind !== 'django-class' && kind !== 'django-function' && kind !== 'admin') return false;
  return !/\b(db|data|read|reads)\b/i.test(verdictOf(row, 'no-token', 'predicted')?.effect ?? '');
}

/** True when source or server turns away whoever has no token. */
function guarded(row: MatrixRow): boolean {
  return ENTRANCES.some((witness) => kindOf(row, 'no-token', witness) === 'rejects');
}

interface Siblings {
  of(row: MatrixRow): readonly MatrixRow[];
}

/** The operations of one view; without source those of one path. */
function groupByView(matrix: Matrix): Siblings {
  const keyOf = (row: MatrixRow): string => row.source?.view ?? (row.source ? `row ${row.source.rowId}` : `path ${row.path}`);
  const groups = new Map<string, MatrixRow[]>();
  for (const row of matrix.rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return { of: (row) => (groups.get(keyOf(row)) ?? []).filter((other) => other !== row) };
}
