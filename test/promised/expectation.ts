/** What is expected of a small document: data beside it, in the shape that `describeDocument` gives for the real one. */
import { operationId } from '../../src/model/operation.ts';
import type { Probe } from '../../src/model/probe.ts';
import type { DocumentWitness } from '../../src/promised/load-document.ts';

export interface OperationExpectation {
  readonly line: number;
  readonly promise: string;
  /** Probe id -> verdict and status; `*` is every probe that is not named. */
  readonly verdicts: Readonly<Record<string, string>>;
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly basePaths?: readonly string[];
}

export interface Expectation {
  readonly version: string;
  readonly derivedFrom: string | null;
  readonly basePaths: readonly string[];
  /** `severity line text`, in order. */
  readonly problems: readonly string[];
  /** `kind line subject operations`; absent when there is none. */
  readonly remarks?: readonly string[];
  readonly operations: Readonly<Record<string, OperationExpectation>>;
}

/** The witness in the shape of an expectation, file names left out where it is the document itself. */
export function describeDocument(witness: DocumentWitness, probes: readonly Probe[]): Expectation {
  const operations = witness.operations.map((operation): [string, OperationExpectation] => {
    const promise = witness.promiseOf(operation);
    const verdicts = probes.map((probe): [string, string] => {
      const { verdict, status } = witness.judge(operation, probe);
      return [probe.id, status === undefined ? verdict : `${verdict} ${status}`];
    });
    const { path, query } = witness.parametersOf(operation);
    const basePaths = witness.basePathsOf(operation);
    return [
      operationId(operation.method, operation.path),
      {
        line: operation.place.line,
        promise: promise.kind === 'public' && !promise.explicit ? 'public by absence' : promise.kind,
        verdicts: withDefault(verdicts),
        ...(Object.keys(path).length > 0 ? { path } : {}),
        ...(Object.keys(query).length > 0 ? { query } : {}),
        ...(basePaths.join() === witness.basePaths.join() ? {} : { basePaths }),
      },
    ];
  });
  const problems = witness.problems.map(({ severity, text, place }) => {
    const file = place && place.file !== witness.document ? `${place.file}:` : '';
    return `${severity} ${file}${place?.line ?? '-'} ${text}`;
  });
  const { version, derivedFrom, basePaths } = witness;
  const remarks = (witness.remarks ?? []).map(
    ({ kind, place, subject, operations: amount }) => `${kind} ${place.line} ${subject} ${amount}`,
  );
  const said = remarks.length > 0 ? { remarks } : {};
  return { version, derivedFrom, basePaths, problems, ...said, operations: Object.fromEntries(operations) };
}

/** The most frequent verdict becomes `*`. */
function withDefault(verdicts: readonly (readonly [string, string])[]): Record<string, string> {
  const counts = new Map<string, number>();
  for (const [, verdict] of verdicts) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  const [common] = [...counts].sort((left, right) => right[1] - left[1])[0] ?? ['unknown'];
  return { '*': common, ...Object.fromEntries(verdicts.filter(([, verdict]) => verdict !== common)) };
}
