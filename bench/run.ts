/**
 * `npm run bench [-- PROJECT...]`: wall time and peak memory of `scan` on the demo's source and of `routes`, without and with verdicts, on
 * the applications of PyPI (label-studio alone unless others are named), as ratios to CPython's `ast.parse` over the same tree in the same
 * run. Best of three each; ratios, because seconds of two machines do not compare.
 */
import { join } from 'node:path';
import { applications } from '../test/applications/applications.ts';
import { type Measured, measure, parseSeconds, warmUp } from '../test/applications/measure.ts';
import { obtain } from '../test/applications/obtain.ts';
import { columns } from '../test/applications/table.ts';

const ROUNDS = 3;
/** Seconds; Node's start and the frameworks' stubs are in it. */
const ALLOWANCE = 0.5;

interface Task {
  readonly title: string;
  readonly tree: string;
  readonly args: readonly string[];
  /** What the goal allows: this many times the parser's seconds. */
  readonly factor: number;
}

const demo = join(import.meta.dirname, '..', 'demo');
const given = process.argv.slice(2);
const named = given.length > 0 ? given : ['label-studio'];
const chosen = applications().filter(({ name, from }) => named.includes(name) && 'pypi' in from);
if (chosen.length < named.length) {
  process.stderr.write(`bench: only applications of PyPI are measured, by name: ${named.join(', ')}\n`);
  process.exit(2);
}
warmUp();
const tasks: Task[] = [
  { title: 'scan demo (source)', tree: demo, args: ['scan', demo, '--no-cache', '--exit-zero', '--format', 'json'], factor: 1 },
];
for (const application of chosen) {
  const folder = obtain(application, undefined)!;
  const routes = [
    'routes',
    folder,
    '--settings',
    application.settings,
    ...application.pythonPath.flatMap((path) => ['--python-path', join(folder, path)]),
    ...Object.entries(application.env).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
    '--format',
    'json',
  ];
  tasks.push({ title: `routes ${application.name}`, tree: folder, args: [...routes, '--no-verdicts'], factor: 1 });
  tasks.push({ title: `routes ${application.name}, verdicts`, tree: folder, args: [...routes, '--verdicts'], factor: 1.5 });
}

const rows = [['task', 'seconds', 'peak MB', 'ast.parse s', 'ratio', 'goal', 'met']];
for (const task of tasks) {
  let best: Measured | null = null;
  let parse = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round++) {
    // In turn, so that a busy machine is busy for both.
    parse = Math.min(parse, parseSeconds(task.tree));
    const run = await measure(task.args, 600);
    if (run.code === null || (run.code !== 0 && run.code !== 3)) {
      process.stderr.write(`bench: ${task.title}: exit code ${run.code}: ${run.stderr.trim().split('\n').at(-1)}\n`);
      process.exit(1);
    }
    if (!best || run.seconds < best.seconds) best = run;
  }
  const goal = task.factor * parse + ALLOWANCE;
  rows.push([
    task.title,
    best!.seconds.toFixed(2),
    best!.megabytes.toFixed(0),
    parse.toFixed(2),
    (best!.seconds / parse).toFixed(2),
    `${task.factor.toFixed(1)} x + ${ALLOWANCE} s = ${goal.toFixed(2)}`,
    best!.seconds <= goal ? 'yes' : `no, ${(best!.seconds - goal).toFixed(2)} s over`,
  ]);
}
console.log(columns(rows));
