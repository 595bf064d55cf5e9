/**
 * Random class hierarchies, permission expressions, routers and URLconfs: Unlatched and the real Django agree in every row.
 *
 *     RANDOM_SEED=5000 RANDOM_PROJECTS=500 npm test -- test/conformance/random
 */
import { expect, it } from 'vitest';
import type { Stack } from './cases.ts';
import { explained, runRandom } from './random/run.ts';

const FIRST = Number(process.env.RANDOM_SEED ?? 1);
const PROJECTS = process.env.RANDOM_PROJECTS ? Number(process.env.RANDOM_PROJECTS) : null;
const MOST_EXPLAINED = 3;
const PATIENCE = 60_000;

it.each<[Stack, number, number]>([
  ['django5', 110, 2000],
  ['django4', 30, 400],
  ['django3', 20, 300],
])(
  'random projects on %s',
  async (stack, usual, least) => {
    const count = PROJECTS ?? usual;
    const run = await runRandom(
      stack,
      Array.from({ length: count }, (_item, index) => FIRST + index),
    );
    console.log(
      `${stack}: seeds ${FIRST} to ${FIRST + count - 1}: ${run.rows} rows, ${run.compared} compared, ${run.undecided.length} undecided, ${run.broken.length} do not start`,
    );
    const told: string[] = [];
    for (const failure of run.failures.slice(0, MOST_EXPLAINED)) told.push(await explained(failure, stack, PATIENCE));
    const more = run.failures.slice(MOST_EXPLAINED).map((failure) => `seed ${failure.case.title}: ${failure.mismatches[0]}`);
    expect([...told, ...more].join('\n\n')).toBe('');
    expect(run.undecided).toEqual([]);
    if (PROJECTS !== null) return;
    expect(run.rows).toBeGreaterThanOrEqual(least);
    expect(run.broken.length).toBeLessThanOrEqual(count / 20);
  },
  20 * 60_000,
);
