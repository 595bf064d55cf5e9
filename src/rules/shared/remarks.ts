/** Reports on the document itself: one for each remark of the witness, none on an operation. */
import type { Report, Severity } from '../../model/finding.ts';
import type { DocumentRemark, Matrix } from '../../model/matrix.ts';

export interface RemarkWords {
  readonly severity: Severity;
  readonly title: string;
  readonly message: string;
  readonly cause: string;
  readonly caption: string;
}

export function remarkReports(
  matrix: Matrix,
  kind: DocumentRemark['kind'],
  words: (remark: DocumentRemark) => RemarkWords,
): readonly Report[] {
  return (matrix.remarks ?? [])
    .filter((remark) => remark.kind === kind)
    .map((remark) => {
      const { pointer, ...place } = remark.place;
      const text = words(remark);
      return {
        ...text,
        confidence: 'certain',
        // The document is to blame, not an operation: those that are reached stay free for rules about them.
        operations: [],
        verdicts: {},
        place: null,
        documentPlace: remark.place,
        symbol: remark.subject,
        reasons: [{ text: text.cause, place, pointer }],
        proof: [],
      };
    });
}

/** `1 operation`, `4 operations`. */
export function operationsText(amount: number): string {
  return `${amount} operation${amount === 1 ? '' : 's'}`;
}
