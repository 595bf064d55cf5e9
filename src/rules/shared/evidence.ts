/** Questions that several rules ask about a row of the matrix. */
import type { CauseFact, EntranceFact, SourceFacts } from '../../model/facts.ts';
import type { Matrix, MatrixRow } from '../../model/matrix.ts';
import { operationId, SAFE_METHODS } from '../../model/operation.ts';
import type { WitnessName } from '../../model/probe.ts';
import { userHeaderIn } from '../../model/user-header.ts';
import type { Reason, Verdict, VerdictKind } from '../../model/verdict.ts';

/**
 * What the document says about an operation without a token: it is `protected` or `open`; it is `silent`; the operation is
 * `absent` from it; or there is `none` (also where a generated document calls open what it read from the same classes).
 */
export type Promised = 'protected' | 'open' | 'silent' | 'absent' | 'none';

export function promiseOf(row: MatrixRow, matrix: Matrix): Promised {
  if (!row.documented) return hasDocument(matrix) ? 'absent' : 'none';
  const verdict = verdictOf(row, 'no-token', 'promised');
  if (verdict?.verdict === 'rejects') return 'protected';
  if (verdict?.verdict === 'admits') return matrix.derivedFrom ? 'none' : 'open';
  return 'silent';
}

const documents = new WeakMap<Matrix, boolean>();

function hasDocument(matrix: Matrix): boolean {
  let known = documents.get(matrix);
  if (known === undefined) {
    known = matrix.rows.some((row) => row.documented !== null);
    documents.set(matrix, known);
  }
  return known;
}

export function verdictOf(row: MatrixRow, probe: string, witness: WitnessName): Verdict | undefined {
  return row.cells.get(probe)?.[witness];
}

export function kindOf(row: MatrixRow, probe: string, witness: WitnessName): VerdictKind | undefined {
  return verdictOf(row, probe, witness)?.verdict;
}

/** Source and server: the witnesses whose `admits` is a way in. */
export const ENTRANCES: readonly ('predicted' | 'observed')[] = ['predicted', 'observed'];

/** True when source or server lets the probe in. */
export function letIn(row: MatrixRow, probe: string): boolean {
  return ENTRANCES.some((witness) => kindOf(row, probe, witness) === 'admits');
}

/** True when a witness turns the probe away, or its handler fails for want of the credential that it looks at itself: nobody gets in. */
export function isTurnedAway(row: MatrixRow, probe: string, witness: WitnessName): boolean {
  const verdict = verdictOf(row, probe, witness);
  return verdict?.verdict === 'rejects' || (verdict?.verdict === 'crashes' && verdict.stage === 'handler');
}

/**
 * The header with the name of a user that lets a request without a token in, as far as the source says; null where nothing of
 * the kind is believed, and where the server lets the bare request in.
 */
export function identityHeaderOf(row: MatrixRow): string | null {
  const verdict = verdictOf(row, 'no-token', 'predicted');
  if (verdict?.verdict !== 'admits' || kindOf(row, 'no-token', 'observed') === 'admits') return null;
  return userHeaderIn(verdict.conditions);
}

/** Where in the source the probe was let in, or null without source. */
export function causeOf(row: MatrixRow, probe: string, facts: SourceFacts | null): CauseFact | null {
  if (!facts || !row.source) return null;
  return facts.cause(operationId(row.source.method, row.source.path), probe);
}

/** What the operation asks for in place of a token, or null. */
export function entranceOf(row: MatrixRow, facts: SourceFacts | null): EntranceFact | null {
  return row.source ? (facts?.entrance?.(operationId(row.source.method, row.source.path)) ?? null) : null;
}

/** Methods that change something; a view that takes any method counts when its source says that it writes. */
export function isWrite(row: MatrixRow): boolean {
  if (row.method !== '*' && !SAFE_METHODS.has(row.method)) return true;
  return /\b(write|writes|create|creates|update|updates|delete|deletes|mail)\b/i.test(
    verdictOf(row, 'no-token', 'predicted')?.effect ?? '',
  );
}

/** The ids of the exchanges that prove a verdict of the server. */
export function proofOf(row: MatrixRow, probes: readonly string[]): readonly string[] {
  const found = new Set<string>();
  const seen = new Set<Reason>();
  const walk = (reason: Reason): void => {
    if (seen.has(reason)) return;
    seen.add(reason);
    if (reason.exchange) found.add(reason.exchange);
    for (const deeper of reason.because ?? []) walk(deeper);
  };
  for (const probe of probes) for (const reason of verdictOf(row, probe, 'observed')?.reasons ?? []) walk(reason);
  return [...found];
}
