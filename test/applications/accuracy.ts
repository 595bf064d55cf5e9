/**
 * `npm run accuracy [-- PROJECT...] [--worst] [--no-verdicts] [--limit SECONDS] [--runs N] [--dir NAME=FOLDER]`: how right `routes` is
 * on real applications. Times are the quickest of N runs (3), ours and CPython's in turn.
 * Those of PyPI are downloaded once; those of a repository are judged when a checkout is given with --dir. Exit code 1 after a false reject.
 */
import { parseArgs } from 'node:util';
import { applications } from './applications.ts';
import { type Judged, judge } from './judge.ts';
import { warmUp } from './measure.ts';
import { obtain } from './obtain.ts';
import { accuracyTable, worst } from './table.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    worst: { type: 'boolean', default: false },
    'no-verdicts': { type: 'boolean', default: false },
    limit: { type: 'string', default: '300' },
    most: { type: 'string', default: '12' },
    runs: { type: 'string', default: '3' },
    dir: { type: 'string', multiple: true, default: [] },
  },
});

const known = applications();
const folders = new Map(values.dir.map((given) => [given.slice(0, given.indexOf('=')), given.slice(given.indexOf('=') + 1)] as const));
const wrong = [...positionals, ...folders.keys()].find((name) => !known.some((application) => application.name === name));
if (wrong !== undefined) {
  process.stderr.write(`accuracy: no project ${wrong}; there are ${known.map((application) => application.name).join(', ')}\n`);
  process.exit(2);
}

const results: Judged[] = [];
let failed = false;
warmUp();
for (const application of known) {
  if (positionals.length > 0 && !positionals.includes(application.name)) continue;
  try {
    const folder = obtain(application, folders.get(application.name));
    if (folder === null) {
      if ('repository' in application.from) {
        const { repository, commit } = application.from;
        process.stderr.write(
          `accuracy: ${application.name} left out; give a checkout of ${repository} at ${commit.slice(0, 8)} with --dir ${application.name}=FOLDER\n`,
        );
      }
      continue;
    }
    results.push(
      await judge(application, folder, {
        verdictLimit: values['no-verdicts'] ? 0 : Number(values.limit),
        runs: Math.max(1, Number(values.runs) || 1),
      }),
    );
    if (values.worst) console.log(worst(results.at(-1)!, Number(values.most)));
  } catch (error) {
    failed = true;
    process.stderr.write(`accuracy: ${application.name}: ${error instanceof Error ? error.message : String(error)}\n`);
  }
}
if (results.length > 0) console.log(accuracyTable(results));
if (failed || results.some((result) => result.drf.gate.falseRejects > 0)) process.exitCode = 1;
