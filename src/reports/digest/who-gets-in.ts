/** Sorts every operation into one of five groups: who may call it. */
import type { Cell, MatrixRow } from '../../model/matrix.ts';
import { WITNESS_NAMES, type WitnessName } from '../../model/probe.ts';
import type { ScanResult } from '../../model/scan-result.ts';
import type { Verdict, VerdictKind } from '../../model/verdict.ts';
import { purposeOf } from './purposes.ts';

/**
 * - `anyone`: lets a request without a token in, and nobody said so
 * - `forged`: lets a made-up credential in, though not a request without one
 * - `on-purpose`: open, and the project says why
 * - `unknown`: could not be judged
 * - `valid-only`: none of the probes got in without a valid token
 */
export type Admission = 'anyone' | 'forged' | 'on-purpose' | 'unknown' | 'valid-only';
export const ADMISSIONS: readonly Admission[] = ['anyone', 'forged', 'unknown', 'on-purpose', 'valid-only'];

export const ADMISSION_WORDS: Readonly<Record<Admission, string>> = {
  anyone: 'anyone',
  forged: 'forged token',
  unknown: 'unknown',
  'on-purpose': 'open on purpose',
  'valid-only': 'valid token only',
};

/** Probes that carry nothing that a server has issued. A moved, expired or foreign token is another weakness than a forged one. */
export const FORGED: ReadonlySet<string> = new Set([
  'garbage-token',
  'tampered-token',
  'empty-token',
  'null-token',
  'token-prefix',
  'garbage-in-query',
  'garbage-in-cookie',
  'garbage-in-form',
  'garbage-api-key',
  'blank-api-key',
  'blank-in-query',
  'identity-header',
  'user-as-token',
  'unsigned-token',
  'other-algorithm',
  'weak-secret-token',
  'no-algorithm-token',
  'own-key-token',
  'key-file-token',
  'public-file-token',
  'certificate-token',
  'key-address-token',
  'key-query-token',
  'blank-signature-token',
  'json-token',
  'encrypted-token',
]);

/** Probes without a credential that differ from `no-token` in how they ask. */
const IN_OTHER_WORDS = ['path-variant', 'version-path', 'other-version', 'other-representation'];

export function admissionOf(row: MatrixRow, result: ScanResult): Admission {
  const without = lets(row.cells.get('no-token'), result);
  if (without === 'admits' || IN_OTHER_WORDS.some((probe) => lets(row.cells.get(probe), result) === 'admits'))
    return purposeOf(row, result) !== null ? 'on-purpose' : 'anyone';
  let forged = false;
  for (const [probe, cell] of row.cells) forged ||= FORGED.has(probe) && lets(cell, result) === 'admits';
  if (forged) return purposeOf(row, result) !== null ? 'on-purpose' : 'forged';
  if (notJudged(result).has(row.id) || without === 'unknown') return 'unknown';
  return 'valid-only';
}

/** All rows by group, in matrix order. */
export function whoGetsIn(result: ScanResult): ReadonlyMap<Admission, readonly MatrixRow[]> {
  const groups = new Map<Admission, MatrixRow[]>(ADMISSIONS.map((admission) => [admission, []]));
  for (const row of result.matrix.rows) groups.get(admissionOf(row, result))!.push(row);
  return groups;
}

/** What source and server say of a probe; the document alone is asked only when there is neither, since a promise lets nobody in. */
function lets(cell: Cell | undefined, result: ScanResult): VerdictKind {
  if (!cell) return 'unknown';
  const { predicted, observed } = result.witnesses;
  const verdicts = predicted || observed ? [cell.predicted, cell.observed] : [cell.promised];
  const kinds = verdicts.map((verdict) => verdict?.verdict ?? 'unknown');
  if (kinds.includes('admits')) return 'admits';
  if (kinds.includes('rejects')) return 'rejects';
  return kinds.includes('crashes') ? 'crashes' : 'unknown';
}

const notJudgedOf = new WeakMap<ScanResult, ReadonlySet<string>>();

function notJudged(result: ScanResult): ReadonlySet<string> {
  let ids = notJudgedOf.get(result);
  if (!ids) {
    ids = new Set(result.matrix.coverage.notJudged.flatMap((each) => each.operations));
    notJudgedOf.set(result, ids);
  }
  return ids;
}

/** The verdict of one witness in words: `rejects`, `ADMITS`, `not asked`. */
export function verdictWord(verdict: Verdict | VerdictKind | undefined): string {
  const kind = typeof verdict === 'string' ? verdict : verdict?.verdict;
  if (kind === undefined) return 'not asked';
  return kind === 'admits' ? 'ADMITS' : kind;
}

export interface WitnessWord {
  readonly witness: WitnessName;
  readonly word: string;
  readonly kind: VerdictKind | undefined;
}

/** The three witnesses' words on one probe, from verdict kinds or whole verdicts. */
export function witnessWords(cell: Partial<Record<WitnessName, Verdict | VerdictKind>>): readonly WitnessWord[] {
  return WITNESS_NAMES.map((witness) => {
    const verdict = cell[witness];
    return { witness, word: verdictWord(verdict), kind: typeof verdict === 'string' ? verdict : verdict?.verdict };
  });
}

/** `GET /api/users/{id}/` for a join key; the key itself when no row has it. */
export function operationTitle(result: ScanResult, id: string): string {
  const row = result.matrix.rows.find((each) => each.id === id);
  return row ? `${row.method} ${row.path}` : id;
}
