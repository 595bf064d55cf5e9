/** How much of the API was judged: the numbers behind "clean" (contract section 1, Coverage). */
import type { Coverage, MatrixRow } from '../model/matrix.ts';
import { SAFE_METHODS } from '../model/operation.ts';
import type { Probe } from '../model/probe.ts';
import type { Verdict } from '../model/verdict.ts';
import { CONTROL, counts } from './control.ts';

export interface CoverageInput {
  readonly rows: readonly MatrixRow[];
  readonly probes: readonly Probe[];
  readonly hasSource: boolean;
  readonly hasDocument: boolean;
  readonly hasServer: boolean;
  /** Whether the tokens of an operation carry a signature: then `tampered-token` is required as well. */
  readonly signed: (row: MatrixRow) => boolean;
  readonly allowInertWrites: boolean;
  /** Percent. */
  readonly minCoverage: number;
  readonly minTested: number;
}

/**
 * Counts what was judged. An operation is judged when each required probe has a verdict other than unknown from source
 * or server, with the positive control held; the document never counts. Adding a witness never lowers the percentage:
 * the scope is the one, among those that a part of the witnesses would have had, that was covered best.
 */
export function coverageOf(input: CoverageInput): Coverage {
  const judgements = input.rows.map((row) => judge(row, input));
  const judged = new Set(judgements.filter((judgement) => judgement.why === null).map((judgement) => judgement.row));
  const best = scopes(input)
    .map((units) => ({ units, judged: units.filter((unit) => unit.some((row) => judged.has(row))).length }))
    .reduce((left, right) => (share(right.judged, right.units.length) > share(left.judged, left.units.length) ? right : left));
  const inScope = best.units.length;
  const tested = best.units.filter((unit) => unit.some((row) => isTested(row, input))).length;
  const percent = round(share(best.judged, inScope));
  return {
    operations: input.rows.length,
    inScope,
    judged: best.judged,
    tested,
    percent,
    floor: input.minCoverage,
    met: inScope > 0 && share(best.judged, inScope) >= input.minCoverage && share(tested, inScope) >= input.minTested,
    notJudged: groupReasons(judgements, new Set(best.units.flat())),
  };
}

/** A unit is what is counted as one: a row, or the rows of one source operation that takes any method. */
type Unit = readonly MatrixRow[];

/** The scopes that the witnesses would have had, the widest first (it wins a tie). */
function scopes(input: CoverageInput): readonly (readonly Unit[])[] {
  const reachable = (row: MatrixRow): boolean => SAFE_METHODS.has(row.method) || row.method === '*' || input.allowInertWrites;
  const ofSource = unitsOfSource(input.rows);
  const documentOnly = input.rows.filter((row) => !row.source && reachable(row)).map((row) => [row]);
  const all: (readonly Unit[])[] = [[...ofSource, ...documentOnly]];
  if (input.hasSource) all.push(ofSource);
  if (input.hasDocument && input.hasServer) all.push(input.rows.filter((row) => row.documented && reachable(row)).map((row) => [row]));
  return all;
}

function unitsOfSource(rows: readonly MatrixRow[]): readonly Unit[] {
  const units = new Map<string, MatrixRow[]>();
  for (const row of rows) {
    if (!row.source) continue;
    const unit = units.get(row.source.rowId);
    if (unit) unit.push(row);
    else units.set(row.source.rowId, [row]);
  }
  return [...units.values()];
}

interface Judgement {
  readonly row: MatrixRow;
  /** Null when the row is judged. */
  readonly why: { readonly reason: string; readonly next: string | null } | null;
}

function judge(row: MatrixRow, input: CoverageInput): Judgement {
  for (const probe of required(row, input)) {
    const cell = row.cells.get(probe.id) ?? {};
    const control = row.cells.get(CONTROL) ?? {};
    if (counts(cell.predicted, control.predicted) || counts(cell.observed, control.observed)) continue;
    return { row, why: whyNot(row, cell.predicted, cell.observed, input) };
  }
  return { row, why: null };
}

function isTested(row: MatrixRow, input: CoverageInput): boolean {
  const control = row.cells.get(CONTROL)?.observed;
  return required(row, input).every((probe) => counts(row.cells.get(probe.id)?.observed, control));
}

function required(row: MatrixRow, input: CoverageInput): readonly Probe[] {
  return input.probes.filter((probe) => probe.required && (!probe.needs.includes('signed-token') || input.signed(row)));
}

function whyNot(
  row: MatrixRow,
  predicted: Verdict | undefined,
  observed: Verdict | undefined,
  input: CoverageInput,
): { reason: string; next: string | null } {
  if (row.source?.unknown) return { reason: row.source.unknown, next: row.source.next ?? predicted?.next ?? null };
  const unknown = predicted ?? observed;
  // A server error is told behind the steps that led to it.
  const text = (unknown?.verdict === 'crashes' ? unknown.reasons.at(-1) : unknown?.reasons[0])?.text;
  if (unknown && text) return { reason: text, next: unknown.next ?? observed?.next ?? explain(row) };
  if (row.source) return { reason: 'the source was not asked', next: explain(row) };
  if (!SAFE_METHODS.has(row.method) && !input.allowInertWrites) {
    return {
      reason: 'an unsafe method, and no source that vouches for a harmless request',
      next: input.hasSource
        ? 'check --mount and --settings: no route of the source leads there'
        : 'scan with the source: unlatched scan PATH',
    };
  }
  if (input.hasSource) return { reason: 'in the document only: no route of the source leads there', next: 'check --mount and --settings' };
  return { reason: 'only the document was asked, and it proves nothing', next: 'add the source (PATH) or the server (--url URL)' };
}

function explain(row: MatrixRow): string {
  return `unlatched explain "${row.method} ${row.path}"`;
}

/** Groups by reason and next step, those in scope first, then by the number of operations that they unlock. */
function groupReasons(judgements: readonly Judgement[], scope: ReadonlySet<MatrixRow>): Coverage['notJudged'] {
  interface Entry {
    reason: string;
    next: string | null;
    operations: string[];
    inScope: number;
  }
  const groups = new Map<string, Entry>();
  for (const { row, why } of judgements) {
    if (!why) continue;
    // An individual `explain` line would keep equal reasons apart: the first one stands for all.
    const key = why.next?.startsWith('unlatched explain') ? why.reason : `${why.reason}\0${why.next}`;
    const entry = groups.get(key) ?? { reason: why.reason, next: why.next, operations: [], inScope: 0 };
    entry.operations.push(row.id);
    if (scope.has(row)) entry.inScope++;
    groups.set(key, entry);
  }
  return [...groups.values()]
    .sort(
      (left, right) =>
        right.inScope - left.inScope || right.operations.length - left.operations.length || (left.reason < right.reason ? -1 : 1),
    )
    .map(({ reason, operations, next }) => ({ reason, operations, next }));
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : (100 * part) / whole;
}

/** One decimal, and never up to a number that was not reached. */
function round(percent: number): number {
  return Math.floor(percent * 10) / 10;
}
