/** Builds the matrix: joins the operations, fires every probe once at document and source, takes in what the server answered. */
import { Breath } from '../model/breath.ts';
import type { EventSink } from '../model/events.ts';
import type { Cell, Matrix, MatrixRow, TokenRemark } from '../model/matrix.ts';
import type { Probe } from '../model/probe.ts';
import { unknownVerdict, type Verdict } from '../model/verdict.ts';
import type { Observation, PredictedWitness, PromisedWitness } from '../model/witness.ts';
import { answerRemarks } from './answer-remarks.ts';
import { withControl } from './control.ts';
import { coverageOf } from './coverage.ts';
import { type Intent, intendedPublic, isSensitive, isThrottledInFront } from './intended-public.ts';
import { type JoinedOperation, joinOperations, sourceKey } from './join.ts';

export interface MatrixConfig {
  readonly probes: readonly Probe[];
  /** Where document and server see Django's root; null = find out. */
  readonly mount: string | null;
  readonly intent: Intent;
  readonly allowInertWrites: boolean;
  /** Percent. */
  readonly minCoverage: number;
  readonly minTested: number;
  /** Whether the token that the server was sent for an operation (by id) carries a signature; asked where there is no source. */
  readonly tokenSigned: (id: string) => boolean;
  /** What the tokens of the run show of themselves. */
  readonly tokenRemarks?: readonly TokenRemark[];
}

export interface MatrixInput {
  readonly predicted: PredictedWitness | null;
  readonly promised: PromisedWitness | null;
  readonly observation: Observation | null;
  readonly config: MatrixConfig;
  readonly signal?: AbortSignal;
  readonly emit?: EventSink;
}

/**
 * Every witness answers every probe once. Interrupted (`signal`), it stops firing and returns the matrix of what is there.
 * An error thrown by a witness becomes an `unknown` verdict that names it.
 */
export async function buildMatrix(input: MatrixInput): Promise<Matrix> {
  const { predicted, promised, observation, config } = input;
  const joined = joinOperations({
    source: predicted?.operations ?? [],
    documented: promised?.operations ?? [],
    basePaths: promised?.basePaths ?? [],
    offered: observation?.offered ?? [],
    mount: config.mount,
  });
  const rows: MatrixRow[] = [];
  const breath = new Breath();
  for (const operation of joined.rows) {
    rows.push(fire(operation, input));
    await breath.take(() =>
      input.emit?.({ type: 'progress', witness: predicted ? 'predicted' : 'promised', done: rows.length, total: joined.rows.length }),
    );
  }
  const signedOperations = new Set(
    (predicted?.facts.authenticators ?? [])
      .filter((authenticator) => authenticator.signed)
      .flatMap((authenticator) => authenticator.operations),
  );
  return {
    rows,
    probes: config.probes.map((probe) => probe.id),
    derivedFrom: promised?.derivedFrom ?? null,
    remarks: promised?.remarks ?? [],
    tokens: config.tokenRemarks ?? [],
    answers: answerRemarks(observation?.exchanges ?? []),
    logins: observation?.logins ?? [],
    coverage: coverageOf({
      rows,
      probes: config.probes,
      hasSource: predicted !== null,
      hasDocument: promised !== null,
      hasServer: observation !== null,
      signed: (row) =>
        row.source ? signedOperations.has(row.id) || signedOperations.has(sourceKey(row.source)) : config.tokenSigned(row.id),
      allowInertWrites: config.allowInertWrites,
      minCoverage: config.minCoverage,
      minTested: config.minTested,
    }),
  };
}

function fire(operation: JoinedOperation, input: MatrixInput): MatrixRow {
  const { predicted, promised, observation, config, signal } = input;
  // A view that takes any method is asked with GET.
  const asked = observation?.verdicts.get(operation.id);
  const observed =
    asked ?? (operation.method === 'GET' && operation.source ? observation?.verdicts.get(sourceKey(operation.source)) : undefined);
  const cells = new Map<string, Cell>();
  for (const probe of config.probes) {
    // HEAD is answered by the handler of GET, OPTIONS like it; elsewhere, and where a WebSocket is opened, the probe has no meaning.
    if (probe.sends.method !== undefined && (operation.method !== 'GET' || operation.source?.socket)) continue;
    const cell: Cell = {};
    const { source, documented } = operation;
    if (promised && documented && !signal?.aborted) cell.promised = guarded(() => promised.judge(documented, probe));
    if (predicted && source && !signal?.aborted) cell.predicted = guarded(() => predicted.judge(source, probe));
    const answer = observed?.get(probe.id);
    if (answer) cell.observed = answer;
    cells.set(probe.id, cell);
  }
  return {
    id: operation.id,
    method: operation.method,
    path: operation.path,
    documented: operation.documented,
    source: operation.source,
    intendedPublic: intendedPublic(
      operation,
      { verdict: cells.get('no-token')?.promised ?? null, derived: promised?.derivedFrom != null },
      predicted?.facts ?? null,
      config.intent,
    ),
    sensitive: isSensitive(operation, config.intent),
    throttledInFront: isThrottledInFront(operation, config.intent),
    cells: withControl(cells),
  };
}

function guarded(judge: () => Verdict): Verdict {
  try {
    return judge();
  } catch (error) {
    return unknownVerdict(`Unlatched failed on this operation (${error instanceof Error ? error.message : String(error)})`);
  }
}
