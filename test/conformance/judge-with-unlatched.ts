/** Asks the predicted witness about one case: its rows, and a verdict for each probe of the suite. */
import type { SourceOperation } from '../../src/model/matrix.ts';
import type { Verdict } from '../../src/model/verdict.ts';
import { loadSource } from '../../src/predicted/index.ts';
import { probe as emptyToken } from '../../src/probes/empty-token.ts';
import { probe as garbageApiKey } from '../../src/probes/garbage-api-key.ts';
import { probe as garbageInQuery } from '../../src/probes/garbage-in-query.ts';
import { probe as garbageToken } from '../../src/probes/garbage-token.ts';
import { probe as headMethod } from '../../src/probes/head-method.ts';
import { probe as noToken } from '../../src/probes/no-token.ts';
import { probe as nullToken } from '../../src/probes/null-token.ts';
import { probe as tamperedToken } from '../../src/probes/tampered-token.ts';
import { probe as tokenInQuery } from '../../src/probes/token-in-query.ts';
import { probe as validToken } from '../../src/probes/valid-token.ts';
import { probe as wrongScheme } from '../../src/probes/wrong-scheme.ts';
import type { Case } from './cases.ts';

/** The valid token first: it tells which scheme word the operation takes. */
const PROBES = [validToken, noToken, garbageToken, headMethod];
const BATTERY = [...PROBES, emptyToken, nullToken, tamperedToken, tokenInQuery, garbageInQuery, garbageApiKey, wrongScheme];
/** Probes that need a valid token. */
const WITH_TOKEN = new Set([validToken, tamperedToken, tokenInQuery, wrongScheme]);

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
    const probes = (c.battery ? BATTERY : PROBES).filter(
      (probe) => (probe.id !== 'head-method' || operation.method === 'GET') && (!WITH_TOKEN.has(probe) || c.valid.length > 0),
    );
    return { operation, verdicts: new Map(operation.reachable ? probes.map((probe) => [probe.id, witness.judge(operation, probe)]) : []) };
  });
  return { rows, problems: witness.problems.map((problem) => problem.text) };
}
