/** Asks the predicted witness about one case: its rows, and a verdict for each probe of the suite. */
import type { SourceOperation } from '../../src/model/matrix.ts';
import type { Verdict } from '../../src/model/verdict.ts';
import { loadSource } from '../../src/predicted/index.ts';
import { PROBES as ALL } from '../../src/probes/index.generated.ts';
import type { Case } from './cases.ts';

const named = (...ids: string[]) => ids.map((id) => ALL.find((probe) => probe.id === id)!);
/** The valid token first: it tells which scheme word the operation takes. */
const PROBES = named('valid-token', 'no-token', 'garbage-token', 'head-method');
const BATTERY = [
  ...PROBES,
  ...named('empty-token', 'null-token', 'tampered-token', 'token-in-query', 'garbage-in-query', 'garbage-api-key', 'wrong-scheme'),
];
const NAMED = [...PROBES, ...named('user-as-token')];
const CREDENTIALS = [...BATTERY, ...ALL.filter((probe) => !BATTERY.includes(probe))];

/** Methods that have a form in their body. */
const WITH_BODY: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH']);

export interface OurRow {
  readonly operation: SourceOperation;
  readonly verdicts: ReadonlyMap<string, Verdict>;
}

export interface OurAnswer {
  readonly rows: readonly OurRow[];
  readonly problems: readonly string[];
}

export function judgeWithUnlatched(c: Case, folder: string): OurAnswer {
  const witness = loadSource({ root: folder, ...(c.settings ? { settings: c.settings } : {}), env: c.env });
  const rows = witness.operations.map((operation) => {
    const probes = (c.credentials ? CREDENTIALS : c.battery ? BATTERY : c.named ? NAMED : PROBES).filter(
      ({ sends, needs }) =>
        (sends.method === undefined || operation.method === 'GET') &&
        (sends.place !== 'form' || WITH_BODY.has(operation.method)) &&
        // What a login is needed for, the name of a user, the source knows of itself.
        (needs.every((need) => need === 'login') || c.valid.length > 0),
    );
    return {
      operation,
      verdicts: new Map(operation.reachable && !c.rowsOnly ? probes.map((probe) => [probe.id, witness.judge(operation, probe)]) : []),
    };
  });
  return { rows, problems: witness.problems.map((problem) => problem.text) };
}
