/** Finds the operations that a made-up credential opens, or opens further: a fact that several rules share. */
import type { SourceFacts } from '../../model/facts.ts';
import type { Matrix, MatrixRow } from '../../model/matrix.ts';
import { causeOf, ENTRANCES, isTurnedAway, kindOf, verdictOf } from './evidence.ts';
import type { Hit } from './group.ts';
import { type Rating, rateForged } from './rating.ts';

/** Probes that send what nobody issued, the plainest first. */
const MADE_UP = ['garbage-token', 'garbage-api-key', 'garbage-in-query', 'garbage-in-cookie', 'garbage-in-form', 'user-as-token'];
/** Asked only where plain garbage is turned away: they get in through a look-up of nothing, or of a part. */
const EMPTY = ['empty-token', 'null-token', 'blank-api-key', 'blank-in-query', 'token-prefix'];

const memo = new WeakMap<Matrix, readonly Hit[]>();

export function forgedHits(matrix: Matrix, facts: SourceFacts | null): readonly Hit[] {
  let known = memo.get(matrix);
  if (!known) {
    known = matrix.rows.flatMap((row) => hitsOf(row, facts));
    memo.set(matrix, known);
  }
  return known;
}

function hitsOf(row: MatrixRow, facts: SourceFacts | null): readonly Hit[] {
  const found = MADE_UP.filter((probe) => getsFurther(row, probe, facts));
  const [first, ...others] = found.length > 0 ? found : EMPTY.filter((probe) => getsFurther(row, probe, facts));
  if (first === undefined) return [];
  const cause = causeOf(row, first, facts);
  const hits: Hit[] = [{ row, probe: first, cause, rating: rate(row, first, cause) }];
  for (const probe of others) {
    const other = causeOf(row, probe, facts);
    // A second entrance with its own cause is a second finding; the same cause, or none known, adds nothing.
    if (!other || (cause && other.place.file === cause.place.file && other.place.line === cause.place.line)) continue;
    hits.push({ row, probe, cause: other, rating: rate(row, probe, other) });
  }
  return hits;
}

function getsFurther(row: MatrixRow, probe: string, facts: SourceFacts | null): boolean {
  return ENTRANCES.some((witness) => {
    const verdict = verdictOf(row, probe, witness);
    // A handler that only complains about the request, or fails, has not taken the credential.
    if (verdict?.verdict !== 'admits' || verdict.effect?.startsWith('nothing') || ((verdict.status ?? 200) >= 400 && !verdict.effect))
      return false;
    if (kindOf(row, 'no-token', witness) === 'admits') return isRicher(row, probe, witness);
    // Not knowing what happens without a token, only an authenticator that took the credential is proof enough.
    return turnsAway(row, witness) || causeOf(row, probe, facts)?.kind === 'authenticator';
  });
}

/** Without a token: a plain refusal. That nothing shows the valid token to work is no matter here, since the two answers differ. */
function turnsAway(row: MatrixRow, witness: 'predicted' | 'observed'): boolean {
  const verdict = verdictOf(row, 'no-token', witness);
  return isTurnedAway(row, 'no-token', witness) || (verdict?.verdict === 'unknown' && (verdict.status === 401 || verdict.status === 403));
}

/** True when the witness says that the credential unlocked more than the same request gets without one. */
export function isRicher(row: MatrixRow, probe: string, witness: 'predicted' | 'observed'): boolean {
  return verdictOf(row, probe, witness)?.richer === true;
}

function rate(row: MatrixRow, probe: string, cause: Hit['cause']): Rating {
  const rating = rateForged('critical', kindOf(row, probe, 'predicted'), kindOf(row, probe, 'observed'));
  const compared = ENTRANCES.some(
    (witness) => kindOf(row, probe, witness) === 'admits' && (turnsAway(row, witness) || kindOf(row, 'no-token', witness) === 'admits'),
  );
  return compared || cause?.kind === 'authenticator' ? rating : { ...rating, confidence: 'tentative' };
}
