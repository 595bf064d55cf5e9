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

/** `POST /api/token/` or `POST /api/token/ and 2 more`. */
export function rowNames(rows: readonly MatrixRow[]): string {
  return `${rows[0]?.id ?? 'nothing'}${rows.length > 1 ? ` and ${rows.length - 1} more` : ''}`;
}
