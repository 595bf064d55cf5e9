/** Runs `unlatched routes` on one application and compares what it says with the truth. */
import { join } from 'node:path';
import { type Application, truthOf } from './applications.ts';
import { type Comparison, compare, type Row } from './compare.ts';
import { type Measured, measure, parseSeconds } from './measure.ts';

export interface Judged {
  readonly name: string;
  /** DRF rows that a request can reach. */
  readonly drf: Comparison;
  /** Rows of every kind. */
  readonly all: Comparison;
  /** Of `routes` with verdicts; null when they took longer than the limit or were not asked. */
  readonly verdicts: { readonly seconds: number; readonly megabytes: number } | null;
  /** Of `routes --no-verdicts`, the quickest run: whatever else the machine does only adds. */
  readonly seconds: number;
  /** Of the run that took most. */
  readonly megabytes: number;
  /** Of CPython's parser, the quickest of as many runs, each taken beside one of ours. */
  readonly parseSeconds: number;
  readonly problems: readonly { readonly text: string; readonly file?: string; readonly line?: number }[];
}

export interface JudgeOptions {
  /** Seconds for the run with verdicts; 0 leaves it out. */
  readonly verdictLimit: number;
  /** How often times are taken. */
  readonly runs: number;
}

interface Document {
  readonly routes: readonly Row[];
  readonly problems: Judged['problems'];
}

/** @throws Error when the program fails or writes no document */
export async function judge(application: Application, folder: string, options: JudgeOptions): Promise<Judged> {
  const args = ['routes', join(folder, application.root), '--settings', application.settings, '--format', 'json', '--progress', 'never'];
  for (const path of application.pythonPath) args.push('--python-path', join(folder, path));
  for (const [name, value] of Object.entries(application.env)) args.push('--env', `${name}=${value}`);
  const quick: Measured[] = [];
  const parse: number[] = [];
  for (let run = 0; run < options.runs; run++) {
    parse.push(parseSeconds(folder));
    quick.push(await measure([...args, '--no-verdicts'], 120));
  }
  const document = read(application, quick[0]!);
  const full = options.verdictLimit > 0 ? await measure(args, options.verdictLimit) : null;
  const judged = full && full.code !== null ? read(application, full) : null;
  const truth = truthOf(application.name);
  const { routes } = judged ?? document;
  return {
    name: application.name,
    drf: compare(truth, routes, { kinds: ['drf', 'ninja'], reachableOnly: true }),
    all: compare(truth, routes, { kinds: null, reachableOnly: false }),
    verdicts: judged && full ? { seconds: full.seconds, megabytes: full.megabytes } : null,
    seconds: Math.min(...quick.map(({ seconds }) => seconds)),
    megabytes: Math.max(...quick.map(({ megabytes }) => megabytes)),
    parseSeconds: Math.min(...parse),
    problems: document.problems,
  };
}

function read(application: Application, run: Measured): Document {
  if (run.code === null) throw new Error(`${application.name}: routes took longer than its time limit`);
  // 3: no row was found. It is a result: a recall of nothing.
  if (run.code !== 0 && run.code !== 3)
    throw new Error(`${application.name}: exit code ${run.code}: ${run.stderr.trim().split('\n').at(-1)}`);
  return JSON.parse(run.stdout) as Document;
}
