/** Finds the operations that take a token which is real or well made, but wrong in one thing: a fact that several rules share. */
import type { SourceFacts } from '../../model/facts.ts';
import type { Severity } from '../../model/finding.ts';
import type { Matrix } from '../../model/matrix.ts';
import { causeOf, ENTRANCES, isTurnedAway, kindOf, letIn, verdictOf } from './evidence.ts';
import type { Hit } from './group.ts';
import { rateForged } from './rating.ts';

/** Where one of these gets in, it is what is wrong, and a token that is wrong in one thing only is beside the point. */
const PLAINER = [
  'no-token',
  'garbage-token',
  'tampered-token',
  'empty-token',
  'null-token',
  'garbage-api-key',
  'garbage-in-query',
  'garbage-in-cookie',
  'garbage-in-form',
];

/**
 * The operations into which `probe` gets and nothing plainer does.
 * @param among further probes that explain a hit better
 */
export function wrongTokenHits(
  matrix: Matrix,
  facts: SourceFacts | null,
  probe: string,
  severity: Severity,
  among: readonly string[] = [],
): readonly Hit[] {
  const hits: Hit[] = [];
  for (const row of matrix.rows) {
    if ([...PLAINER, ...among].some((plainer) => letIn(row, plainer))) continue;
    // The same witness must have turned the request without a token away, else the two answers cannot be compared.
    const taken = ENTRANCES.some(
      (witness) => kindOf(row, probe, witness) === 'admits' && PLAINER.some((plainer) => isTurnedAway(row, plainer, witness)),
    );
    if (!taken) continue;
    const rating = rateForged(severity, kindOf(row, probe, 'predicted'), kindOf(row, probe, 'observed'));
    hits.push({ row, probe, cause: causeOf(row, probe, facts), rating });
  }
  return hits;
}

/** Hits of which the server's answer rests on something that was not shown are tentative. */
export function tentativeWhereSupposed(hits: readonly Hit[]): readonly Hit[] {
  const isSupposed = ({ row, probe }: Hit): boolean => (verdictOf(row, probe, 'observed')?.conditions ?? []).length > 0;
  return hits.map((hit) => (isSupposed(hit) ? { ...hit, rating: { ...hit.rating, confidence: 'tentative' } } : hit));
}
