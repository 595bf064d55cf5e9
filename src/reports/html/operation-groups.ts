/** Operations of one view that every witness answers alike, for the same reasons, share one block of the page. */
import type { Cell, MatrixRow } from '../../model/matrix.ts';
import type { ScanResult } from '../../model/scan-result.ts';
import type { Verdict } from '../../model/verdict.ts';
import { purposeOf } from '../digest/purposes.ts';
import { admissionOf } from '../digest/who-gets-in.ts';
import { type Content, type Html, html } from './tag.ts';
import { toneOf, WITNESS_NAMES } from './words.ts';

export interface OperationGroup {
  /** Indexes of matrix rows. */
  readonly indexes: readonly number[];
  readonly rows: readonly MatrixRow[];
}

const groupsOf = new WeakMap<ScanResult, readonly OperationGroup[]>();

/** In the order of their first operation. */
export function operationGroups(result: ScanResult): readonly OperationGroup[] {
  let groups = groupsOf.get(result);
  if (!groups) {
    const byKey = new Map<string, { indexes: number[]; rows: MatrixRow[] }>();
    for (const [index, row] of result.matrix.rows.entries()) {
      const key = keyOf(result, row);
      const group = byKey.get(key) ?? { indexes: [], rows: [] };
      group.indexes.push(index);
      group.rows.push(row);
      byKey.set(key, group);
    }
    groups = [...byKey.values()];
    groupsOf.set(result, groups);
  }
  return groups;
}

/** The operation's name, leading to the block that explains it. */
export function operationLink(result: ScanResult, row: MatrixRow, text?: Content): Html {
  const block = operationGroups(result).findIndex((group) => group.rows.includes(row));
  return html`<a href="#op-${block + 1}"><code>${text ?? `${row.method} ${row.path}`}</code></a>`;
}

export interface ProbeGroup {
  readonly probes: string[];
  readonly cell: Cell;
}

/** Probes that every witness answers alike, for the same reasons and in the same tone, share a line. */
export function probeGroups(row: MatrixRow, result: ScanResult): readonly ProbeGroup[] {
  const meant = purposeOf(row, result) !== null;
  const groups = new Map<string, ProbeGroup>();
  for (const probe of result.matrix.probes) {
    const cell = row.cells.get(probe) ?? {};
    const key = WITNESS_NAMES.map((witness) => `${toneOf(probe, cell[witness]?.verdict, meant)}${content(cell[witness])}`).join('\0');
    const group = groups.get(key);
    if (group) group.probes.push(probe);
    else groups.set(key, { probes: [probe], cell });
  }
  return [...groups.values()];
}

function keyOf(result: ScanResult, row: MatrixRow): string {
  const { source } = row;
  const facts = [
    source?.view,
    source?.place,
    source?.authenticators,
    source?.permissions,
    source?.unknown,
    row.intendedPublic,
    row.sensitive,
    !row.documented,
  ];
  const answers = probeGroups(row, result).map(({ probes, cell }) => [probes, WITNESS_NAMES.map((witness) => content(cell[witness]))]);
  return JSON.stringify([admissionOf(row, result), facts, answers]);
}

/** The text by which verdicts count as the same; exchanges and pointers differ from operation to operation and do not matter. */
function content(verdict: Verdict | undefined): string {
  if (!verdict) return '';
  const reasons = verdict.reasons.map((reason) =>
    reason.pointer === undefined ? [anonymous(reason.text), reason.place?.file, reason.place?.line] : [reason.text],
  );
  const next = verdict.next?.startsWith('unlatched explain') ? '' : verdict.next;
  return JSON.stringify([verdict.verdict, verdict.status, verdict.conditions, verdict.effect, next, reasons]);
}

/** Ids of exchanges taken out: they differ where nothing else does. */
function anonymous(text: string): string {
  return text.replace(/\bx\d+\b/g, 'x');
}
