/**
 * The requests of a scan that only a fault has brought about. What a sound server is asked keeps to eight requests an operation on
 * average; whatever gets in is asked for again, and a target full of faults has many of these.
 */
import type { ScanResult } from '../../src/model/scan-result.ts';

/** Most names under which one credential is tried at once, each of which may have to be told from the others, and two repetitions. */
const MOST_FOR_A_HIT = 8;

/**
 * Counts what was sent again: a probe where it got in or crashed the server, and the valid token beside it.
 * @throws Error where more was sent again than so many hits can explain
 */
export function confirmationsOf({ matrix, exchanges }: Pick<ScanResult, 'matrix' | 'exchanges'>): number {
  const hits = new Set(
    matrix.rows.flatMap(({ id, cells }) =>
      [...cells]
        .filter(([, { observed }]) => observed?.verdict === 'admits' || observed?.verdict === 'crashes')
        .map(([probe]) => `${id} ${probe}`),
    ),
  );
  const faulty = new Set(
    matrix.rows.filter(({ id, cells }) => [...cells.keys()].some((p) => p !== 'valid-token' && hits.has(`${id} ${p}`))).map(({ id }) => id),
  );
  const seen = new Set<string>();
  let again = 0;
  for (const { operation, probe } of exchanges) {
    const key = `${operation} ${probe}`;
    const isRepeated = operation !== null && seen.has(key);
    seen.add(key);
    if (isRepeated && hits.has(key) && faulty.has(operation)) again += 1;
  }
  if (again > MOST_FOR_A_HIT * hits.size) throw new Error(`${again} requests were sent again for ${hits.size} hits`);
  return again;
}
