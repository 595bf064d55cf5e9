/** Reports on what the tokens of the run show of themselves: nothing was sent to know it. */
import type { Report } from '../../model/finding.ts';
import type { Matrix, TokenRemark } from '../../model/matrix.ts';
import type { Rating } from './rating.ts';
import { sourceReport } from './source-report.ts';

export function tokenReports(
  matrix: Matrix,
  kinds: readonly TokenRemark['kind'][],
  rate: (remark: TokenRemark) => Rating,
): readonly Report[] {
  return (matrix.tokens ?? [])
    .filter(({ kind }) => kinds.includes(kind))
    .map((remark) => {
      const which = remark.scheme === null ? 'the token of this run' : `the token for ${remark.scheme}`;
      return sourceReport({
        rating: rate(remark),
        symbol: `${remark.kind} ${remark.scheme ?? 'token'}`,
        place: null,
        title: TITLES[remark.kind],
        message: `${which[0]!.toUpperCase()}${which.slice(1)}: ${remark.text}.`,
        cause: remark.text,
      });
    });
}

const TITLES: Readonly<Record<TokenRemark['kind'], string>> = {
  'known-secret': 'a token is signed with a key that others know',
  'no-expiry': 'a token never ends',
  'long-life': 'a token is valid for long',
  unsigned: 'a token carries no signature',
};
