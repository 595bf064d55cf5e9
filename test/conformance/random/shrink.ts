/** Makes the project of a mismatch as small as it goes: blocks of lines are taken out while Django starts and the mismatch stays. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Case, Stack } from '../cases.ts';
import { compare } from '../compare.ts';
import { DjangoJudge } from '../judge-with-django.ts';
import { judgeWithUnlatched } from '../judge-with-unlatched.ts';
import { hasOwnSettings, writeProject } from '../project.ts';

/** What is wrong, without the names and values of this project. */
export function kindOf(mismatch: string): string {
  const row = /^(missing|invented) row/.exec(mismatch);
  if (row) return row[0];
  const said = mismatch.replace(/^\S+ \S+( \(suffix\))?( #\d+)?: /, '');
  return /^(reachable|view|action|authenticators|permissions|throttles) is/.exec(said)?.[1] ?? said.replace(/ \([\s\S]*/, '');
}

/**
 * @param kind the kind of mismatch that must stay
 * @param patience milliseconds, after which the smallest so far is given
 */
export async function shrink(c: Case, stack: Stack, kind: string, patience: number): Promise<Case> {
  const root = mkdtempSync(join(tmpdir(), 'unlatched-random-'));
  const judge = new DjangoJudge(stack, [], hasOwnSettings(c));
  const end = Date.now() + patience;
  let count = 0;
  const fails = async (candidate: Case): Promise<boolean> => {
    count += 1;
    const placed = { case: { ...candidate, id: `${count}` }, folder: join(root, `${count}`) };
    writeProject(placed.folder, placed.case, stack);
    try {
      const answer = await judge.ask(placed);
      if (answer.error) return false;
      return compare(judgeWithUnlatched(placed.case, placed.folder), answer).mismatches.some((m) => kindOf(m) === kind);
    } catch {
      return false;
    } finally {
      rmSync(placed.folder, { recursive: true, force: true });
    }
  };
  // Where rows or lists differ, no probe needs to be fired.
  let best: Case = { ...c, rowsOnly: !kind.includes(': ') };
  try {
    for (let changed = true; changed; ) {
      changed = false;
      // From the end, because what is written there uses what stands above; a class before its lines.
      for (const { path, line } of linesOf(best).reverse()) {
        if (Date.now() > end) return { ...best, rowsOnly: false };
        const smaller = without(best, path, line);
        if (!smaller || !(await fails(smaller))) continue;
        best = smaller;
        changed = true;
      }
    }
    return { ...best, rowsOnly: false };
  } finally {
    await judge.ended();
    rmSync(root, { recursive: true, force: true });
  }
}

/** Every line that could go, those with the most below them last within their block. */
function linesOf(c: Case): { path: string; line: number }[] {
  return Object.entries(c.files).flatMap(([path, text]) =>
    text.split('\n').flatMap((line, index) => (line.trim() === '' || /^(from|import) |^\]$/.test(line) ? [] : [{ path, line: index }])),
  );
}

const indentOf = (line: string) => line.length - line.trimStart().length;

/** Without this line and what is indented below it; the numbers of the other lines stay. */
function without(c: Case, path: string, at: number): Case | null {
  const lines = c.files[path]!.split('\n');
  const line = lines[at]!;
  if (line.trim() === '') return null;
  lines[at] = '';
  for (let i = at + 1; i < lines.length && (lines[i] === '' || indentOf(lines[i]!) > indentOf(line)); i++) lines[i] = '';
  // A list of patterns ends with its bracket.
  const bracket = lines.findIndex((other, index) => index > at && other !== '');
  if (/\[$/.test(line) && lines[bracket] === ']') lines[bracket] = '';
  return { ...c, files: { ...c.files, [path]: lines.join('\n') } };
}

/** The project as it stands in a file of `cases/`, without its imports. */
export function asText(c: Case): string {
  return Object.entries(c.files)
    .map(([path, text]) =>
      [`# file: ${path}`, ...text.split('\n').filter((line) => line.trim() !== '' && !/^(from|import) /.test(line))].join('\n'),
    )
    .join('\n');
}
