/** Joins what was asked one after the other into one observation. */
import type { Exchange } from '../model/exchange.ts';
import type { Reason } from '../model/verdict.ts';
import type { Observation } from '../model/witness.ts';

/** An observation in which nothing was asked. */
export const NOTHING: Observation = {
  verdicts: new Map(),
  exchanges: [],
  canary: 'none',
  requests: 0,
  interrupted: false,
  problems: [],
  plan: [],
};

/** Joins two observations; the exchanges of the second are numbered on. */
export function merge(left: Observation, right: Observation): Observation {
  const rename = new Map<string, string>();
  const exchanges: Exchange[] = [...left.exchanges];
  for (const exchange of right.exchanges) {
    const id = `x${exchanges.length + 1}`;
    rename.set(exchange.id, id);
    exchanges.push({ ...exchange, id });
  }
  const verdicts = new Map(left.verdicts);
  const done = new Map<Reason, Reason>();
  const renumbered = <T extends { readonly reasons: readonly Reason[] }>(one: T): T => ({
    ...one,
    reasons: one.reasons.map((reason) => renumberedReason(reason, rename, done)),
  });
  for (const [operation, row] of right.verdicts)
    verdicts.set(operation, new Map([...row].map(([probe, verdict]) => [probe, renumbered(verdict)])));
  const served = right.servedKeys === undefined ? left.servedKeys : right.servedKeys;
  const canaries = [left.canary, right.canary];
  return {
    verdicts,
    exchanges,
    canary: canaries.includes('failed') ? 'failed' : canaries.includes('held') ? 'held' : 'none',
    requests: left.requests + right.requests,
    interrupted: left.interrupted || right.interrupted,
    problems: [...left.problems, ...right.problems.filter((problem) => !left.problems.some(({ text }) => text === problem.text))],
    plan: [...left.plan, ...right.plan],
    ...(served === undefined ? {} : { servedKeys: served }),
    offered: [...(left.offered ?? []), ...(right.offered ?? [])],
    askedElsewhere: new Map([...(left.askedElsewhere ?? []), ...(right.askedElsewhere ?? [])]),
    logins: [...(left.logins ?? []), ...(right.logins ?? []).map(renumbered)],
  };
}

function renumberedReason(reason: Reason, rename: ReadonlyMap<string, string>, done: Map<Reason, Reason>): Reason {
  const known = done.get(reason);
  if (known) return known;
  const copy: Reason = {
    ...reason,
    ...(reason.exchange ? { exchange: rename.get(reason.exchange) ?? reason.exchange } : {}),
    ...(reason.because ? { because: reason.because.map((one) => renumberedReason(one, rename, done)) } : {}),
  };
  done.set(reason, copy);
  return copy;
}
