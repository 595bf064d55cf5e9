/** Judges random projects by Unlatched and by Django, and compares every row. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Case, Stack } from '../cases.ts';
import { compare } from '../compare.ts';
import { judgeWithDjango } from '../judge-with-django.ts';
import { judgeWithUnlatched } from '../judge-with-unlatched.ts';
import { writeProject } from '../project.ts';
import { randomCase } from './generate.ts';
import { asText, kindOf, shrink } from './shrink.ts';

export interface RandomRun {
  readonly rows: number;
  /** Rows, lists and verdicts that were compared. */
  readonly compared: number;
  readonly undecided: readonly string[];
  /** Seeds whose project Django does not start. */
  readonly broken: readonly number[];
  readonly failures: readonly { readonly case: Case; readonly mismatches: readonly string[] }[];
}

export async function runRandom(stack: Stack, seeds: readonly number[]): Promise<RandomRun> {
  const root = mkdtempSync(join(tmpdir(), 'unlatched-random-'));
  const placed = seeds.map((seed) => ({ seed, case: randomCase(seed, stack), folder: join(root, `${seed}`) }));
  const run = { rows: 0, compared: 0, undecided: [] as string[], broken: [] as number[], failures: [] as RandomRun['failures'][number][] };
  try {
    for (const { case: c, folder } of placed) writeProject(folder, c, stack);
    const asked = judgeWithDjango(stack, placed);
    const ours = new Map(placed.map(({ case: c }) => [c.id, null as ReturnType<typeof judgeWithUnlatched> | null]));
    for (const { case: c, folder } of placed) {
      // Lets Django's answers in between.
      await new Promise((resolve) => setImmediate(resolve));
      ours.set(c.id, judgeWithUnlatched(c, folder));
    }
    const real = await asked;
    for (const { case: c, seed } of placed) {
      const answer = real.get(c.id);
      if (!answer?.rows) {
        run.broken.push(seed);
        continue;
      }
      const { mismatches, undecided, compared } = compare(ours.get(c.id)!, answer);
      run.rows += answer.rows.length;
      run.compared += compared;
      run.undecided.push(...undecided.map((line) => `seed ${seed}: ${line}`));
      if (mismatches.length) run.failures.push({ case: c, mismatches });
    }
    return run;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** What a person reads of a failure: the seed, what differs, and the smallest project that still differs in this way. */
export async function explained({ case: c, mismatches }: RandomRun['failures'][number], stack: Stack, patience: number): Promise<string> {
  const small = await shrink(c, stack, kindOf(mismatches[0]!), patience);
  return [`RANDOM_SEED=${c.title} RANDOM_PROJECTS=1 (${stack})`, ...mismatches.slice(0, 3), '', asText(small)].join('\n');
}
