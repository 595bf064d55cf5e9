/** Several documents of one API as one witness: each operation is judged by the document that has it. */
import type { DocumentedOperation } from '../model/matrix.ts';
import { operationId } from '../model/operation.ts';
import type { Problem } from '../model/problem.ts';
import { unknownVerdict } from '../model/verdict.ts';
import type { DocumentWitness } from './load-document.ts';

/**
 * Paths of the operations are those that the servers see, since each document has base paths of its own. An operation that
 * several documents have is taken from the first one that was named, with a warning.
 */
export function mergeDocuments(documents: readonly DocumentWitness[]): DocumentWitness {
  const [first, ...others] = documents;
  if (!first) throw new Error('no document to merge');
  if (others.length === 0) return first;
  const samePaths = others.every(({ basePaths }) => basePaths.join('\n') === first.basePaths.join('\n'));
  const owners = new Map<string, { readonly witness: DocumentWitness; readonly own: DocumentedOperation }>();
  const operations: DocumentedOperation[] = [];
  const problems: Problem[] = documents.flatMap((witness) => witness.problems);
  for (const witness of documents) {
    for (const own of witness.operations) {
      const path = samePaths ? own.path : joined(witness.basePathsOf(own)[0] ?? '', own.path);
      const operation = { ...own, path };
      const key = operationId(operation.method, operation.path);
      const earlier = owners.get(key);
      if (earlier) {
        const text = `${own.method} ${path} is in ${earlier.witness.document} too, which was named first: left out`;
        problems.push({ severity: 'warning', text, place: own.place });
        continue;
      }
      owners.set(key, { witness, own });
      operations.push(operation);
    }
  }
  const ownerOf = (operation: DocumentedOperation) => owners.get(operationId(operation.method, operation.path));
  const generators = new Set(documents.map(({ derivedFrom }) => derivedFrom));
  return {
    document: documents.map(({ document }) => document).join(', '),
    version: first.version,
    // Blind only where all are: what a hand-written one says is a second opinion.
    derivedFrom: generators.has(null) ? null : [...generators].join(', '),
    operations,
    problems,
    basePaths: samePaths ? first.basePaths : [''],
    remarks: documents.flatMap(({ remarks }) => remarks ?? []),
    queryNames: [...new Set(documents.flatMap(({ queryNames }) => queryNames))],
    headerNames: [...new Set(documents.flatMap(({ headerNames }) => headerNames))],
    judge(operation, probe) {
      const owner = ownerOf(operation);
      if (!owner) return unknownVerdict(`${operation.method} ${operation.path} is in none of the documents`);
      return owner.witness.judge(owner.own, probe);
    },
    promiseOf(operation) {
      const owner = ownerOf(operation);
      return owner ? owner.witness.promiseOf(owner.own) : { kind: 'unreadable', explicit: false };
    },
    parametersOf(operation) {
      const owner = ownerOf(operation);
      return owner ? owner.witness.parametersOf(owner.own) : { path: {}, query: {} };
    },
    versionsOf(operation) {
      const owner = ownerOf(operation);
      return owner ? owner.witness.versionsOf(owner.own) : [];
    },
    opensSocket(operation) {
      const owner = ownerOf(operation);
      return owner?.witness.opensSocket(owner.own) ?? false;
    },
    basePathsOf(operation) {
      const owner = ownerOf(operation);
      return samePaths && owner ? owner.witness.basePathsOf(owner.own) : [''];
    },
    wayOf: (scheme) => documents.map((witness) => witness.wayOf(scheme)).find((way) => way !== null) ?? null,
    scopesOf(operation) {
      const owner = ownerOf(operation);
      return owner ? owner.witness.scopesOf(owner.own) : null;
    },
    linesOf: (file) => documents.map((witness) => witness.linesOf(file)).find((lines) => lines !== null) ?? null,
  };
}

function joined(prefix: string, path: string): string {
  return `${prefix.replace(/\/+$/, '')}${path}`;
}
