/** One root cause, one report: groups the operations that a cause opens. */
import type { CauseFact } from '../../model/facts.ts';
import type { Report } from '../../model/finding.ts';
import type { MatrixRow } from '../../model/matrix.ts';
import type { Place } from '../../model/place.ts';
import { WITNESS_NAMES, type WitnessName } from '../../model/probe.ts';
import type { Reason, VerdictKind } from '../../model/verdict.ts';
import { proofOf, verdictOf } from './evidence.ts';
import { compareRatings, type Rating } from './rating.ts';

/** One operation that a probe got into. */
export interface Hit {
  readonly row: MatrixRow;
  readonly probe: string;
  readonly cause: CauseFact | null;
  readonly rating: Rating;
}

export interface Group {
  readonly symbol: string;
  readonly place: Place | null;
  readonly cause: CauseFact | null;
  /** The worst first. */
  readonly hits: readonly Hit[];
  readonly operations: readonly string[];
  readonly rating: Rating;
  /** Probe ids that got in, in the order of the hits. */
  readonly probes: readonly string[];
}

/**
 * Groups by the symbol and place of the cause; without one by the view; without source by the path.
 * The result does not depend on the order of the hits.
 */
export function groupHits(hits: readonly Hit[]): readonly Group[] {
  const groups = new Map<string, Hit[]>();
  for (const hit of hits) {
    const { symbol, place } = rootOf(hit);
    const key = `${symbol}\0${place ? `${place.file}:${place.line}:${place.column ?? 0}` : ''}`;
    const group = groups.get(key);
    if (group) group.push(hit);
    else groups.set(key, [hit]);
  }
  return [...groups.entries()]
    .sort(([left], [right]) => compare(left, right))
    .map(([, members]) => {
      const sorted = [...members].sort(
        (left, right) =>
          compareRatings(left.rating, right.rating) || compare(left.row.id, right.row.id) || compare(left.probe, right.probe),
      );
      const worst = sorted[0]!;
      return {
        ...rootOf(worst),
        cause: worst.cause,
        hits: sorted,
        operations: [...new Set(sorted.map((hit) => hit.row.id))],
        rating: worst.rating,
        probes: [...new Set(sorted.map((hit) => hit.probe))],
      };
    });
}

function rootOf(hit: Hit): { symbol: string; place: Place | null } {
  if (hit.cause) return { symbol: hit.cause.symbol, place: hit.cause.place };
  const { source } = hit.row;
  if (source) return { symbol: source.view ?? source.path, place: source.place ?? source.routePlace };
  return { symbol: hit.row.path, place: null };
}

/** The words of one report; everything else is read from the group. */
export interface Words {
  readonly title: string;
  readonly message: string;
  readonly cause: string;
  readonly caption?: string;
}

/** Probes whose verdicts every report shows beside its own. */
const CONTEXT = ['no-token', 'garbage-token', 'valid-token'];

export function reportOf(group: Group, words: Words): Report {
  const worst = group.hits[0]!;
  const { row } = worst;
  const probes = [...new Set([...group.probes, ...CONTEXT])];
  const verdicts: Record<string, Partial<Record<WitnessName, VerdictKind>>> = {};
  for (const probe of probes) {
    const cell: Partial<Record<WitnessName, VerdictKind>> = {};
    for (const witness of WITNESS_NAMES) {
      const verdict = verdictOf(row, probe, witness);
      if (verdict) cell[witness] = verdict.verdict;
    }
    if (Object.keys(cell).length > 0) verdicts[probe] = cell;
  }
  return {
    ...group.rating,
    ...words,
    operations: group.operations,
    verdicts,
    place: group.place,
    symbol: group.symbol,
    ...(row.documented ? { documentPlace: { ...row.documented.place, pointer: row.documented.pointer } } : {}),
    reasons: reasonsOf(worst),
    proof: proofOf(row, [...group.probes, 'no-token', 'valid-token']),
  };
}

/** The chain of the source first, then what document and server said. */
function reasonsOf(hit: Hit): readonly Reason[] {
  const reasons: Reason[] = hit.cause && hit.cause.reasons.length > 0 ? [...hit.cause.reasons] : [];
  if (reasons.length === 0) reasons.push(...(verdictOf(hit.row, hit.probe, 'predicted')?.reasons ?? []));
  reasons.push(...(verdictOf(hit.row, hit.probe, 'observed')?.reasons ?? []));
  reasons.push(...(verdictOf(hit.row, hit.probe, 'promised')?.reasons ?? []));
  return reasons;
}

/** `GET /api/users/` or `GET /api/users/ and 3 more`. */
export function namesOf(group: Group): string {
  const { row } = group.hits[0]!;
  const others = group.operations.length - 1;
  return `${row.method} ${row.path}${others > 0 ? ` and ${others} more` : ''}`;
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
