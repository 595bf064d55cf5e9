/**
 * The conformance suite over one stack: every case is judged by Unlatched and by Django, and the answers are compared.
 * CONFORMANCE_THEMES=PATTERN runs the themes whose names it matches.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readThemes, type Stack } from './cases.ts';
import { type Comparison, compare } from './compare.ts';
import { judgeWithDjango, type RealAnswer } from './judge-with-django.ts';
import { judgeWithUnlatched, type OurAnswer } from './judge-with-unlatched.ts';
import { writeProject } from './project.ts';

/**
 * @param wanted which themes this file runs
 * @param least cases there must be at least
 */
export function conformance(stack: Stack, wanted: (theme: string) => boolean, least: number): void {
  const root = mkdtempSync(join(tmpdir(), 'unlatched-conformance-'));
  const only = process.env.CONFORMANCE_THEMES ? new RegExp(process.env.CONFORMANCE_THEMES) : null;
  const themes = readThemes()
    .filter((theme) => wanted(theme.name) && (only === null || only.test(theme.name)))
    .map((theme) => ({ ...theme, cases: theme.cases.filter((c) => c.stacks.includes(stack)) }));
  const all = themes.flatMap((theme) => theme.cases).map((c, index) => ({ case: c, folder: join(root, `case-${index}`) }));
  const ours = new Map<string, OurAnswer | Error>();
  let real = new Map<string, RealAnswer>();

  beforeAll(async () => {
    for (const { case: c, folder } of all) writeProject(folder, c, stack);
    const asked = judgeWithDjango(stack, all);
    for (const { case: c, folder } of all) {
      // Lets Django's answers and the runner's messages in between.
      await new Promise((resolve) => setImmediate(resolve));
      try {
        ours.set(c.id, judgeWithUnlatched(c, folder));
      } catch (error) {
        ours.set(c.id, error as Error);
      }
    }
    real = await asked;
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  it.skipIf(only !== null)('has enough cases', () => expect(all.length).toBeGreaterThanOrEqual(least));

  describe.each(themes)('$name', (theme) => {
    const undecided: string[] = [];
    let compared = 0;
    let todo = 0;

    it.each(theme.cases)('$title', (c) => {
      const our = ours.get(c.id)!;
      const django = real.get(c.id)!;
      if (c.broken.includes(stack)) {
        expect(django.error, 'Django starts, though the case says that it does not').toBeDefined();
        expect(our instanceof Error || our.problems.length > 0, 'Unlatched tells no problem').toBe(true);
        return;
      }
      expect(django.error ? `${django.error}\n${django.trace}` : null).toBeNull();
      const result: Comparison =
        our instanceof Error ? { mismatches: [String(our.stack)], undecided: [], compared: 0 } : compare(our, django, c.mayBeUnknown);
      compared += result.compared;
      if (!c.mayBeUnknown) undecided.push(...result.undecided.map((line) => `${c.title}: ${line}`));
      if (c.todo[stack]) {
        todo += 1;
        expect(result.mismatches, `passes now: take out its line "todo: ${c.todo[stack]}"`).not.toEqual([]);
      } else expect(result.mismatches).toEqual([]);
    });

    it('is decided within its budget', () => {
      console.log(
        `${stack} ${theme.name}: ${theme.cases.length} cases, ${compared} compared, ${undecided.length} undecided (budget ${theme.budget}), ${todo} todo`,
      );
      if (process.env.CONFORMANCE_UNDECIDED) console.log(undecided.join('\n'));
      expect(undecided.length <= theme.budget ? [] : undecided).toEqual([]);
    });
  });
}
