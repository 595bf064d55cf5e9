/**
 * Everything that must hold, in one command: sets itself up, checks the frame, runs every test, and ends with `N passed, N failed`.
 * With arguments (`npm test -- src/config`) it runs only the vitest files that match, without the frame.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { dependenciesAreFresh, prepare } from './setup.cjs';

const root = join(import.meta.dirname, '..');
process.chdir(root);

/** Each frame check counts as one test. */
const FRAME = [
  ['types', 'typescript/bin/tsc', '--noEmit', '-p', '.'],
  ['format and lint', '@biomejs/biome/bin/biome', 'check', '--error-on-warnings'],
  ['import rules', null, 'tools/check-imports.mjs'],
  ['generated files are fresh', 'tsx/dist/cli.mjs', 'tools/generate.ts', '--check'],
  ['file names are ids', 'tsx/dist/cli.mjs', 'tools/check-names.ts'],
];

const total = { passed: 0, failed: 0, skipped: 0 };

if (!dependenciesAreFresh(root)) await prepare(root, { build: false });
const filters = process.argv.slice(2);
if (filters.length === 0) {
  for (const [title, program, ...args] of FRAME) {
    const started = Date.now();
    const code = await run(program ? [join('node_modules', program), ...args] : args);
    console.log(`${code === 0 ? '✓' : '✗'} ${title} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
    total[code === 0 ? 'passed' : 'failed'] += 1;
  }
}
await runVitest(filters);

if (total.skipped > 0) console.log(`${total.skipped} skipped`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;

/** Runs vitest and adds its counts; a runner that found nothing, or broke off, is one failure. */
async function runVitest(filters) {
  const report = join('.cache', 'vitest.json');
  mkdirSync('.cache', { recursive: true });
  rmSync(report, { force: true });
  const code = await run([
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...filters,
  ]);
  let counts;
  try {
    counts = JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    console.log('✗ vitest wrote no report');
    total.failed += 1;
    return;
  }
  // A file that does not even load has no tests; it must still count.
  const unloaded = counts.testResults.filter((file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'));
  const failed = counts.numFailedTests + unloaded.length;
  total.passed += counts.numPassedTests;
  total.failed += failed;
  total.skipped += counts.numPendingTests + (counts.numTodoTests ?? 0);
  if (counts.numTotalTests === 0 && failed === 0) {
    console.log('✗ vitest ran no test at all');
    total.failed += 1;
  } else if (code !== 0 && failed === 0) {
    console.log('✗ vitest failed outside of the tests');
    total.failed += 1;
  }
}

function run(args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { stdio: 'inherit' });
    child.on('error', () => resolve(1));
    child.on('close', (code) => resolve(code ?? 1));
  });
}
