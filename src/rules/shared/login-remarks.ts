/** Reports on what the server showed of the life of a login. */
import type { SourceFacts } from '../../model/facts.ts';
import type { Report } from '../../model/finding.ts';
import type { LoginFault, LoginRemark } from '../../model/login-life.ts';
import type { Matrix } from '../../model/matrix.ts';
import type { Place } from '../../model/place.ts';
import type { Rating } from './rating.ts';

export interface LoginWords {
  readonly rating: Rating;
  readonly title: string;
  /** What follows from it, a sentence. */
  readonly means: string;
}

/** One report for each remark of these kinds, at the operation that is to blame. */
export function loginReports(
  matrix: Matrix,
  facts: SourceFacts | null,
  kinds: readonly LoginFault[],
  wordsOf: (remark: LoginRemark) => LoginWords,
): readonly Report[] {
  return (matrix.logins ?? [])
    .filter(({ kind }) => kinds.includes(kind))
    .map((remark) => {
      const { rating, title, means } = wordsOf(remark);
      return {
        ...rating,
        symbol: `${remark.kind} ${remark.operation ?? remark.subject}`,
        place: placeOf(remark, matrix, facts),
        title,
        message: `${remark.subject}: ${remark.text}. ${means}`,
        cause: remark.text,
        operations: matrix.rows.some(({ id }) => id === remark.operation) ? [remark.operation!] : [],
        verdicts: {},
        reasons: remark.reasons,
        proof: remark.reasons.flatMap(({ exchange }) => exchange ?? []),
      };
    });
}

/** A view of a library is mended where the project routes it. */
function placeOf({ operation }: LoginRemark, matrix: Matrix, facts: SourceFacts | null): Place | null {
  const source = matrix.rows.find(({ id }) => id === operation)?.source;
  return source?.place && facts?.sourceLines(source.place.file) ? source.place : (source?.routePlace ?? null);
}
