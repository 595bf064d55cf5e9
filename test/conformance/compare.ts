/** Compares what Unlatched says of a case with what Django does, row by row. */

import type { RealAnswer, RealRow, RealVerdict } from './judge-with-django.ts';
import type { OurAnswer, OurRow } from './judge-with-unlatched.ts';

export interface Comparison {
  /** One line each; empty = Unlatched and Django agree in all that Unlatched decided. */
  readonly mismatches: readonly string[];
  /** What Unlatched left undecided, one line each. */
  readonly undecided: readonly string[];
  /** Compared rows, lists and verdicts. */
  readonly compared: number;
}

/**
 * @param mayBeUnknown an `admits` under conditions may also be what Django rejects: the condition is of the deployment
 */
export function compare(ours: OurAnswer, real: RealAnswer, mayBeUnknown = false): Comparison {
  const mismatches: string[] = [];
  const undecided: string[] = [];
  let compared = 0;
  const realRows = keyed(real.rows ?? [], (row) => `${row.method} ${row.path}${row.suffix ? ' (suffix)' : ''}`);
  const ourRows = keyed(
    ours.rows,
    ({ operation: o }) => `${o.method} ${o.path.replace(/\{[^{}]*\}/g, '{}')}${o.formatSuffix ? ' (suffix)' : ''}`,
  );
  for (const [key, row] of ourRows)
    if (!realRows.has(key)) mismatches.push(`invented row: ${key}${row.operation.unknown ? ` (${row.operation.unknown})` : ''}`);
  for (const [key, row] of realRows) {
    const our = ourRows.get(key);
    compared += 1;
    if (our) compared += compareRow(key, our, row, mayBeUnknown, { mismatches, undecided });
    else mismatches.push(`missing row: ${key}`);
  }
  if (mismatches.length) mismatches.push(...ours.problems.map((text) => `problem told: ${text}`));
  return { mismatches, undecided, compared };
}

/** Rows under their key; the second row of one key gets ` #2`. */
function keyed<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T> {
  const out = new Map<string, T>();
  for (const row of rows) {
    const key = keyOf(row);
    let free = key;
    for (let n = 2; out.has(free); n++) free = `${key} #${n}`;
    out.set(free, row);
  }
  return out;
}

function compareRow(
  key: string,
  { operation, verdicts }: OurRow,
  real: RealRow,
  mayBeUnknown: boolean,
  { mismatches, undecided }: { mismatches: string[]; undecided: string[] },
): number {
  let compared = 0;
  const same = (what: string, our: unknown, theirs: unknown) => {
    compared += 1;
    if (canonical(our) !== canonical(theirs)) mismatches.push(`${key}: ${what} is ${show(theirs)}, Unlatched says ${show(our)}`);
  };
  same('reachable', operation.reachable, real.reachable);
  if (real.view !== null && operation.view !== null) same('view', operation.view, real.view);
  if (operation.view === null && real.view !== null) undecided.push(`${key}: view (${operation.unknown})`);
  same('action', operation.action, real.action);
  for (const what of ['authenticators', 'permissions', 'throttles'] as const) {
    const list = real[what];
    const our = operation[what];
    if (list === undefined || 'raises' in list) same(what, our, null);
    else if (our === null) undecided.push(`${key}: ${what} (${operation.unknown})`);
    else same(what, our, list);
  }
  for (const [probe, verdict] of Object.entries(real.verdicts ?? {})) {
    const our = verdicts.get(probe);
    // A right token may belong to somebody whom the permission does not want: that it is admitted is a question of whose it is.
    if (probe === 'valid-token' && our?.verdict === 'admits' && verdict.verdict === 'rejects') continue;
    const conditional = mayBeUnknown && our?.verdict === 'admits' && our.conditions?.length && verdict.verdict !== 'admits';
    if (!our || our.verdict === 'unknown' || conditional) {
      undecided.push(
        `${key}: ${probe} (${our?.reasons[0]?.text ?? 'not fired'}); Django ${verdict.verdict} ${verdict.statuses.join(', ')}`,
      );
      continue;
    }
    compared += 1;
    const why = `${our.reasons.map((r) => r.text).join(' <- ')}${our.conditions?.length ? ` if ${our.conditions.join(' and ')}` : ''}`;
    // Whether there is an object of this number is a question of the data: of those that there are, none is given away.
    const nothingThere = verdict.verdict === 'admits' && verdict.statuses.every((status) => status === 404);
    if (nothingThere && our.verdict === 'rejects' && our.stage === 'handler') continue;
    const words = disagreement(our.verdict, our.status, verdict);
    if (words) mismatches.push(`${key}: ${probe}: ${words} (${why})`);
  }
  return compared;
}

function disagreement(our: string, status: number | undefined, real: RealVerdict): string | null {
  const theirs = `Django ${real.verdict} ${real.statuses.join(', ')}${real.error ? ` ${real.error}` : ''}`;
  if (our !== real.verdict && our !== real.also)
    return `${our === 'rejects' && real.verdict === 'admits' ? 'FALSE REJECTS' : `Unlatched ${our} ${status ?? ''}`}, ${theirs}`;
  if (our === 'rejects' && status !== undefined && !real.statuses.includes(status)) return `status ${status}, ${theirs}`;
  return null;
}

function canonical(value: unknown): string {
  return JSON.stringify(value ?? null);
}

function show(value: unknown): string {
  return JSON.stringify(value ?? null);
}
