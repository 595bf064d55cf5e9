/** Findings of the demo as lines of text, so that sets of them compare and differences read well. */
import { operationId } from '../../src/model/operation.ts';
import { readTruth } from './truth.ts';

/** One line for a finding: rule, place, operations. */
export function nameOfFinding(
  rule: string,
  place: { readonly file: string; readonly line: number } | null,
  operations: readonly string[],
): string {
  return `${rule} ${place ? `${place.file}:${place.line}` : '(nowhere)'} ${[...operations].sort().join(', ')}`;
}

/** The lines of the faults that the truth names. */
export function plantedFindings(): string[] {
  return readTruth().faults.map((fault) => nameOfFinding(fault.rule, fault, fault.operations.map(idOf)));
}

/** The join key of an operation of the truth. */
export function idOf(operation: string): string {
  const [method, path] = operation.split(' ');
  return operationId(method!, path!);
}

/** What is in one list and not in the other; a thing said twice is unexpected the second time. */
export function differences(expected: readonly string[], actual: readonly string[]): { missing: string[]; unexpected: string[] } {
  const unexpected = [...actual];
  const missing = expected.filter((item) => {
    const index = unexpected.indexOf(item);
    if (index >= 0) unexpected.splice(index, 1);
    return index < 0;
  });
  return { missing, unexpected };
}
