/** Reports on something that stands in the source and that no probe asks for: an operation, or a setting, as it is written. */
import type { Report } from '../../model/finding.ts';
import type { MatrixRow } from '../../model/matrix.ts';
import type { Place } from '../../model/place.ts';
import type { Rating } from './rating.ts';

export interface SourceWords {
  readonly rating: Rating;
  /** The named thing that holds the cause. */
  readonly symbol: string;
  readonly place: Place | null;
  readonly title: string;
  readonly message: string;
  readonly cause: string;
  readonly caption?: string;
  /** Operations that it reaches. */
  readonly rows?: readonly MatrixRow[];
}

export function sourceReport({ rating, rows = [], ...words }: SourceWords): Report {
  return {
    ...rating,
    ...words,
    operations: rows.map((row) => row.id),
    verdicts: {},
    reasons: [{ text: words.cause, ...(words.place ? { place: words.place } : {}) }],
    proof: [],
  };
}

/**
 * What is told together: the members of each group sorted by their operation, the groups by their key.
 * @param keyOf what the members of a group have in common
 */
export function groupRows<T extends { readonly row: MatrixRow }>(
  found: readonly T[],
  keyOf: (one: T) => unknown,
): readonly { readonly first: T; readonly rows: readonly MatrixRow[] }[] {
  const groups = new Map<string, T[]>();
  for (const one of found) {
    const key = JSON.stringify(keyOf(one));
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([, members]) => {
      const sorted = members.sort((left, right) => (left.row.id < right.row.id ? -1 : 1));
      return { first: sorted[0]!, rows: sorted.map(({ row }) => row) };
    });
}

/** `POST /api/token/` or `POST /api/token/ and 2 more`. */
export function rowNames(rows: readonly MatrixRow[]): string {
  return `${rows[0]?.id ?? 'nothing'}${rows.length > 1 ? ` and ${rows.length - 1} more` : ''}`;
}
