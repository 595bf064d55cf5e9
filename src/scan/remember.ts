/** The source witness asked twice answers once: what it said is kept. */
import type { Verdict } from '../model/verdict.ts';
import type { PredictedWitness } from '../model/witness.ts';

/** The same witness; each pair of row and probe is judged at most once. */
export function remembering(witness: PredictedWitness): PredictedWitness {
  const known = new Map<string, Verdict>();
  return {
    info: witness.info,
    operations: witness.operations,
    get problems() {
      return witness.problems;
    },
    facts: witness.facts,
    ...(witness.firstPass ? { firstPass: () => witness.firstPass!() } : {}),
    judge(operation, probe) {
      const key = `${operation.rowId}\0${probe.id}`;
      let verdict = known.get(key);
      if (!verdict) {
        verdict = witness.judge(operation, probe);
        known.set(key, verdict);
      }
      return verdict;
    },
  };
}
