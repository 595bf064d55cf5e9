/** What is wrong with how an operation lets people set a password who have forgotten theirs. */
import type { ResetFact } from '../model/facts.ts';
import { probe as noToken } from '../probes/no-token.ts';
import { placeOf } from '../python/parse.ts';
import type { BoundRow } from './bind.ts';
import type { Shot } from './conclude.ts';
import type { Shooter } from './fire.ts';
import { MAILED_TOKEN, type PasswordSet } from './password-sets.ts';

const WRITES = new Set(['POST', 'PUT', 'PATCH', '*']);

export function resetsOf(firing: Shooter, row: BoundRow): readonly ResetFact[] {
  const { method } = row.operation;
  const bare = firing.shoot(row, noToken);
  if (!WRITES.has(method) || bare.verdict.verdict === 'unknown' || bare.verdict.stage !== 'handler') return [];
  const given = givenAway(bare);
  if (given) return [given];
  const asked = method === '*' ? firing.shootWith(row, noToken, 'POST') : bare;
  const unasked = asked.passwords?.find((set) => set.ofWhomNamed && !set.allowed && !set.asks);
  if (unasked)
    return [fact('unasked', unasked, `the password of whoever is named by ${unasked.by.join(', ')} is set, and nothing is asked for`)];
  const sets = firing.shootWith(row, MAILED_TOKEN, method === '*' ? 'POST' : method).passwords ?? [];
  const unbound = sets.find((set) => set.tokenModel !== null && set.ofWhomNamed && !set.allowed);
  if (unbound)
    return [
      fact(
        'unbound',
        unbound,
        `any ${unbound.tokenModel} will do: the ${unbound.model} is chosen by ${unbound.by.join(', ')} of the request`,
      ),
    ];
  const stored = sets.filter((set) => set.tokenModel !== null && set.tokenModel !== set.model);
  const [first] = stored;
  return first && stored.every(({ used }) => !used)
    ? [fact('reusable', first, `the ${first.tokenModel} is neither deleted nor marked after its use`)]
    : [];
}

function fact(kind: ResetFact['kind'], { site }: PasswordSet, text: string): ResetFact {
  return { kind, text, place: site ? placeOf(site) : null };
}

/** The deciding way answers with the token, without having asked for anything. */
function givenAway({ deciding, verdict }: Shot): ResetFact | null {
  const site = deciding?.trace.gives;
  if (!site || verdict.verdict !== 'admits' || (verdict.status ?? 200) >= 400) return null;
  if (deciding.trace.hooks.some((hook) => hook.asksCaller)) return null;
  return { kind: 'given', text: 'the answer holds the token that belongs into a mail', place: placeOf(site) };
}
