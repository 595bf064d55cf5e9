/** Small matrices for the tests of matrix and rules: witnesses that answer from a table, and the real `buildMatrix` over them. */
import { buildMatrix, type MatrixConfig } from '../../src/matrix/build.ts';
import type { CauseFact, EntranceFact, ResetFact, SourceFacts } from '../../src/model/facts.ts';
import type { DocumentedOperation, DocumentRemark, Matrix, SourceOperation } from '../../src/model/matrix.ts';
import { operationId } from '../../src/model/operation.ts';
import type { Probe } from '../../src/model/probe.ts';
import type { Verdict, VerdictKind } from '../../src/model/verdict.ts';
import type { Observation, PredictedWitness, PromisedWitness } from '../../src/model/witness.ts';
import { PROBES } from '../../src/probes/index.generated.ts';
import { inOrder } from '../../src/probes/shared/in-order.ts';

const probes = inOrder(PROBES);

type Answers = Readonly<Record<string, VerdictKind | Verdict>>;

/** One operation: what each witness answers by probe id; an absent witness does not know it. */
export interface SmallOperation {
  readonly operation: string;
  readonly view?: string;
  readonly kind?: SourceOperation['kind'];
  readonly predicted?: Answers;
  readonly promised?: Answers;
  readonly observed?: Answers;
  /** Cause by probe id. */
  readonly causes?: Readonly<Record<string, Partial<CauseFact>>>;
  /** What it asks for in place of a token. */
  readonly entrance?: Partial<EntranceFact>;
  readonly authenticators?: readonly string[];
  readonly resets?: readonly Partial<ResetFact>[];
}

export interface SmallWorld {
  readonly matrix: Matrix;
  readonly facts: SourceFacts | null;
}

/** What a rightly guarded operation answers. */
export const GUARDED: Answers = { 'no-token': 'rejects', 'garbage-token': 'rejects', 'tampered-token': 'rejects', 'valid-token': 'admits' };
/** What an open operation answers whose authenticator works. */
export const OPEN: Answers = { 'no-token': 'admits', 'garbage-token': 'rejects', 'tampered-token': 'rejects', 'valid-token': 'admits' };
/** What a document says that asks for a token. */
export const PROMISED: Answers = GUARDED;
/** What a document says that asks for nothing. */
export const PUBLIC: Answers = { 'no-token': 'admits', 'garbage-token': 'admits', 'valid-token': 'admits' };

const EMPTY_CONFIG: MatrixConfig = {
  probes,
  mount: null,
  intent: { public: [], sensitive: [], proxyThrottle: [] },
  allowInertWrites: false,
  minCoverage: 80,
  minTested: 0,
  tokenSigned: () => false,
};

export async function smallWorld(
  operations: readonly SmallOperation[],
  config: Partial<MatrixConfig> = {},
  derivedFrom: string | null = null,
  remarks: readonly DocumentRemark[] = [],
): Promise<SmallWorld> {
  const predicted = predictedOf(operations);
  const witness = promisedOf(operations, derivedFrom);
  const promised = witness && { ...witness, remarks };
  const observation = observationOf(operations);
  const matrix = await buildMatrix({ predicted, promised, observation, config: { ...EMPTY_CONFIG, ...config } });
  return { matrix, facts: predicted?.facts ?? null };
}

export function predictedOf(operations: readonly SmallOperation[]): PredictedWitness | null {
  const known = operations.filter((operation) => operation.predicted);
  if (known.length === 0) return null;
  const byRow = new Map(known.map((operation, index) => [`r${index}`, operation]));
  return {
    info: { root: '.', settings: 'config.settings', settingsFrom: null, django: null, drf: null, versionsFrom: null },
    operations: [...byRow].map(([rowId, operation]) => sourceOperation(rowId, operation)),
    problems: [],
    facts: factsOf(known),
    judge: (row, probe) => answer(byRow.get(row.rowId)!.predicted!, probe, 'the source cannot tell'),
  };
}

export function promisedOf(operations: readonly SmallOperation[], derivedFrom: string | null = null): PromisedWitness | null {
  const known = operations.filter((operation) => operation.promised);
  if (known.length === 0) return null;
  const byPointer = new Map(known.map((operation) => [operation.operation, operation]));
  return {
    document: 'openapi.yaml',
    derivedFrom,
    operations: known.map((operation) => documentedOperation(operation)),
    problems: [],
    basePaths: [''],
    judge: (row, probe) => answer(byPointer.get(row.pointer)!.promised!, probe, 'the document is silent'),
  };
}

export function observationOf(operations: readonly SmallOperation[]): Observation | null {
  const known = operations.filter((operation) => operation.observed);
  if (known.length === 0) return null;
  const verdicts = new Map(
    known.map((operation) => {
      const { method, path } = split(operation.operation);
      const answers = probes.map((probe) => [probe.id, answer(operation.observed!, probe, 'not asked')] as const);
      return [operationId(method, path), new Map(answers)] as const;
    }),
  );
  return { verdicts, exchanges: [], canary: 'held', requests: 0, interrupted: false, problems: [], plan: [] };
}

function answer(answers: Answers, probe: Probe, silence: string): Verdict {
  const given = answers[probe.id];
  if (given === undefined) return { verdict: 'unknown', reasons: [{ text: silence }] };
  return typeof given === 'string' ? { verdict: given, reasons: [{ text: `${probe.id}: ${given}` }] } : given;
}

function sourceOperation(rowId: string, operation: SmallOperation): SourceOperation {
  const { method, path } = split(operation.operation);
  const view = operation.view ?? `app.views.${path.replace(/\W+/g, '_')}`;
  return {
    rowId,
    method,
    path,
    formatSuffix: false,
    kind: operation.kind ?? 'drf',
    name: null,
    view,
    action: null,
    place: { file: 'app/views.py', line: 10 },
    routePlace: { file: 'app/urls.py', line: 3 },
    reachable: true,
    authenticators: operation.authenticators ?? [],
    permissions: [],
    throttles: [],
    provenance: {},
    unknown: null,
  };
}

function documentedOperation(operation: SmallOperation): DocumentedOperation {
  const { method, path } = split(operation.operation);
  return { method, path, pointer: operation.operation, place: { file: 'openapi.yaml', line: 7 }, schemes: ['bearerAuth'] };
}

function factsOf(operations: readonly SmallOperation[]): SourceFacts {
  const causes = new Map<string, CauseFact>();
  for (const operation of operations) {
    const { method, path } = split(operation.operation);
    const id = operationId(method, path);
    for (const [probe, cause] of Object.entries(operation.causes ?? {})) {
      causes.set(`${id} ${probe}`, {
        operation: id,
        probe,
        kind: 'no-permission',
        symbol: 'app.views.View',
        place: { file: 'app/views.py', line: 11 },
        text: 'the cause',
        implicit: true,
        reads: [],
        reasons: [],
        ...cause,
      });
    }
  }
  const resets = new Map<string, readonly ResetFact[]>();
  for (const { operation, resets: given = [] } of operations) {
    const { method, path } = split(operation);
    resets.set(
      operationId(method, path),
      given.map((reset) => ({ kind: 'unbound', place: null, text: 'any token will do', ...reset })),
    );
  }
  const entrances = new Map<string, EntranceFact>();
  for (const { operation, entrance } of operations) {
    if (!entrance) continue;
    const { method, path } = split(operation);
    const id = operationId(method, path);
    entrances.set(id, {
      operation: id,
      asksFor: 'password',
      guessing: { counters: [], unknown: null },
      turnsAway: true,
      place: null,
      why: 'it asks for a password',
      ...entrance,
    });
  }
  return {
    settingsModule: 'config.settings',
    settingsPlace: null,
    setting: () => null,
    classesOf: () => [],
    callsOf: () => [],
    resets: (operation) => resets.get(operation) ?? [],
    entrance: (operation) => entrances.get(operation) ?? null,
    cause: (operation, probe) => causes.get(`${operation} ${probe}`) ?? null,
    inert: () => null,
    authenticators: [],
    sourceLines: () => null,
  };
}

function split(operation: string): { method: string; path: string } {
  const [method, path] = operation.split(' ');
  return { method: method!, path: path! };
}
