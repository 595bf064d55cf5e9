/**
 * Right gates with one mistake planted at a time: Unlatched's verdict changes exactly when the real server's does, and never
 * calls protected what the server lets in.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Case, readThemes } from './cases.ts';
import { judgeWithDjango, type RealAnswer } from './judge-with-django.ts';
import { judgeWithUnlatched, type OurAnswer } from './judge-with-unlatched.ts';
import { mutantsOf, withMistake } from './mutants.ts';
import { writeProject } from './project.ts';

const STACK = 'django5';
const LEAST_RIGHT = 40;
const LEAST_TOLD = 0.95;

interface Judged {
  readonly case: Case;
  readonly right: Case;
  readonly folder: string;
}

const root = mkdtempSync(join(tmpdir(), 'unlatched-mutation-'));
const judged: Judged[] = [];
const ours = new Map<string, OurAnswer>();
let real = new Map<string, RealAnswer>();

/** Verdicts by row and probe, the lists being of no interest here. */
function verdictsOf(answer: RealAnswer | undefined): Map<string, string> {
  const out = new Map<string, string>();
  // An answer without content gives nothing away: whether it is a way in, neither side can say.
  for (const row of answer?.rows ?? [])
    for (const [probe, { verdict, statuses }] of Object.entries(row.verdicts ?? {}))
      if (!statuses?.includes(204)) out.set(`${row.method} ${row.path} ${probe}`, verdict);
  return out;
}

function ourVerdictsOf(answer: OurAnswer | undefined): Map<string, string> {
  const out = new Map<string, string>();
  for (const { operation, verdicts } of answer?.rows ?? [])
    for (const [probe, { verdict }] of verdicts)
      out.set(`${operation.method} ${operation.path.replace(/\{[^{}]*\}/g, '{}')} ${probe}`, verdict);
  return out;
}

beforeAll(async () => {
  const rights = readThemes()
    .filter((theme) => theme.name.startsWith('gates'))
    .flatMap((theme) => theme.cases)
    .filter(
      (c) =>
        /\(good\)$/.test(c.title) &&
        c.stacks.includes(STACK) &&
        !c.mayBeUnknown &&
        !c.credentials &&
        !c.todo[STACK] &&
        mutantsOf(c).length > 0,
    );
  for (const [place, right] of rights.entries()) {
    // A third of the mistakes, each time of another kind; all of them with MUTATION_ALL=1, which takes minutes.
    const mutants = mutantsOf(right).map((mutant, index) => withMistake(right, mutant, index));
    const chosen = process.env.MUTATION_ALL ? mutants : mutants.filter((_mutant, index) => (index + place) % 4 === 0);
    for (const c of [right, ...chosen]) judged.push({ case: c, right, folder: join(root, `${judged.length}`) });
  }
  for (const { case: c, folder } of judged) writeProject(folder, c, STACK);
  const asked = judgeWithDjango(STACK, judged);
  for (const { case: c, folder } of judged) {
    await new Promise((resolve) => setImmediate(resolve));
    ours.set(c.id, judgeWithUnlatched(c, folder));
  }
  real = await asked;
}, 1_200_000);
afterAll(() => rmSync(root, { recursive: true, force: true }));

it('tells planted mistakes from right code', () => {
  const falseRejects: string[] = [];
  const wrong: string[] = [];
  const count = {
    right: new Set<string>(),
    mutants: 0,
    noStart: 0,
    opened: 0,
    told: 0,
    same: 0,
    sameTold: 0,
    probes: 0,
    equal: 0,
    unknown: 0,
  };
  for (const { case: c, right } of judged) {
    count.right.add(right.id);
    if (c === right) continue;
    const answer = real.get(c.id);
    if (!answer || answer.error) {
      count.noStart += 1;
      continue;
    }
    count.mutants += 1;
    const server = verdictsOf(answer);
    const source = ourVerdictsOf(ours.get(c.id));
    const serverBefore = verdictsOf(real.get(right.id));
    const sourceBefore = ourVerdictsOf(ours.get(right.id));
    let changed = false;
    let told = true;
    for (const [key, verdict] of server) {
      // Unlatched tries the valid token under other words too, the server is asked with one: no fair comparison.
      if (key.endsWith(' valid-token')) continue;
      const said = source.get(key) ?? 'unknown';
      count.probes += 1;
      if (said === verdict) count.equal += 1;
      if (said === 'unknown') count.unknown += 1;
      if (verdict === 'admits' && said === 'rejects') falseRejects.push(`${c.id}: ${key}`);
      const moved = verdict !== serverBefore.get(key);
      const seen = said !== (sourceBefore.get(key) ?? 'unknown');
      changed ||= moved;
      if (moved !== seen) {
        told = false;
        wrong.push(`${c.id}: ${key}: Django ${serverBefore.get(key)} -> ${verdict}, Unlatched ${sourceBefore.get(key)} -> ${said}`);
      }
    }
    if (changed) {
      count.opened += 1;
      if (told) count.told += 1;
    } else {
      count.same += 1;
      if (told) count.sameTold += 1;
    }
  }
  console.log(
    `${count.right.size} right gates, ${count.mutants} mutants that start (${count.noStart} do not): ` +
      `${count.opened} change an answer of the server, ${count.told} of them told exactly; ${count.same} change none, ${count.sameTold} left alone; ` +
      `${count.probes} answers, ${count.equal} equal, ${count.unknown} unknown, ${falseRejects.length} called protected while the server admits`,
  );
  if (process.env.MUTATION_WRONG) console.log(wrong.join('\n'));
  expect(falseRejects).toEqual([]);
  expect(count.right.size).toBeGreaterThanOrEqual(LEAST_RIGHT);
  expect((count.told + count.sameTold) / count.mutants, wrong.join('\n')).toBeGreaterThanOrEqual(LEAST_TOLD);
});
