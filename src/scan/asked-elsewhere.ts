/** What a scan without the source says of operations that others were asked for. */
import type { Problem } from '../model/problem.ts';
import type { Observation } from '../model/witness.ts';

/** Probes that are named. */
const NAMED = 3;

/** That operations refuse like another one is no proof that they look at a token like it: told, so that a clean scan says no more than it saw. */
export function askedElsewhereProblem({ askedElsewhere = new Map() }: Pick<Observation, 'askedElsewhere'>): Problem | null {
  const [first] = askedElsewhere;
  if (first === undefined) return null;
  const probes = [...new Set([...askedElsewhere.values()].flat())];
  const more = askedElsewhere.size - 1;
  const who = more === 0 ? `${first[0]} was` : `${first[0]} and ${more} more operation${more === 1 ? '' : 's'} were`;
  const what = probes.slice(0, NAMED).join(', ') + (probes.length > NAMED ? ` and ${probes.length - NAMED} more probes` : '');
  const why = 'another one that refuses alike, or stands under the same security scheme, was, and they may look at tokens otherwise';
  const text = `${who} not asked with ${what}: ${why}; scan with the source, or fewer operations at once`;
  return { severity: 'warning', text };
}
