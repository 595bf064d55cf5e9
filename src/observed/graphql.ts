/** What the GET of a GraphQL endpoint shows of its POST. */
import type { Verdict } from '../model/verdict.ts';
import type { Target } from '../model/witness.ts';

/**
 * The verdict on the operation itself. Only the name of the root type was asked for, so resolvers may still refuse. Where GET was
 * asked in the place of POST, whoever gets in there has the endpoint, whatever its POST demands; who is turned away may still be let
 * in by POST, which is not sent.
 */
export function graphqlVerdict({ graphql, standsFor }: Target, verdict: Verdict): Verdict {
  if (!graphql || verdict.verdict === 'unknown') return verdict;
  if (verdict.verdict === 'admits') {
    const how = standsFor === undefined ? '' : ` by GET, ${standsFor} was not sent`;
    const condition = `only {__typename} was asked for${how}: what resolvers demand by themselves was not`;
    return { ...verdict, conditions: [...(verdict.conditions ?? []), condition] };
  }
  if (standsFor === undefined) return verdict;
  return {
    verdict: 'unknown',
    reasons: [{ text: `GET is turned away, which says nothing of ${standsFor}: it is not sent`, because: verdict.reasons }],
  };
}
