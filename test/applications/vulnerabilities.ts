/**
 * `npm run vulnerabilities`: published weaknesses of Django applications that lie on PyPI. The vulnerable release has to be told
 * (a finding on the operation), the fixed one must be silent about it. Exit code 1 otherwise; `vulnerabilities.md` has the whole set.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { obtain } from './obtain.ts';

interface Vulnerability {
  readonly name: string;
  /** Pins of PyPI; there is no fixed release when it is null. */
  readonly vulnerable: string;
  readonly fixed: string | null;
  /** Folder of the project inside the wheel. */
  readonly root: string;
  /** Path of the operation, without its method. */
  readonly operation: string;
  readonly reference: string;
}

interface Scan {
  readonly findings: readonly { readonly rule: string; readonly operations: readonly string[] }[];
  readonly operations: readonly { readonly path: string }[];
}

const HERE = import.meta.dirname;
const UNLATCHED = join(HERE, '..', '..', 'bin', 'unlatched');

/** The rules with a finding on the operation; null when the release has no such operation. */
function rulesOn(pin: string, { name, root, operation }: Vulnerability): string[] | null {
  const folder = obtain({ name, from: { pypi: pin }, root, settings: '', pythonPath: [], env: {} }, undefined);
  if (folder === null) throw new Error(`${pin} could not be had`);
  const run = spawnSync(
    process.execPath,
    [UNLATCHED, 'scan', join(folder, root), '--python-path', folder, '--format', 'json', '--no-cache', '--exit-zero'],
    { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 },
  );
  if (run.status !== 0) throw new Error(`${pin}: ${run.stderr.trim().split('\n').at(-1) ?? `exit ${run.status}`}`);
  const scan = JSON.parse(run.stdout) as Scan;
  if (!scan.operations.some((o) => o.path === operation)) return null;
  return scan.findings.filter((f) => f.operations.some((o) => o.split(' ')[1] === operation)).map((f) => f.rule);
}

const all = JSON.parse(readFileSync(join(HERE, 'vulnerabilities.json'), 'utf8')) as Vulnerability[];
let wrong = 0;
for (const one of all) {
  const before = rulesOn(one.vulnerable, one);
  const after = one.fixed === null ? [] : rulesOn(one.fixed, one);
  const told = before !== null && before.length > 0;
  const silent = after !== null && after.length === 0;
  if (!told || !silent) wrong += 1;
  const result = told ? `told (${before.join(', ')})` : before === null ? 'no such operation' : 'MISSED';
  const fixed =
    one.fixed === null
      ? 'no fixed release'
      : after === null
        ? `${one.fixed}: no such operation`
        : silent
          ? `${one.fixed}: silent`
          : `${one.fixed}: STILL TOLD (${after.join(', ')})`;
  console.log(`${one.name}: ${one.vulnerable} ${result}; ${fixed}`);
}
console.log(`${all.length} vulnerabilities, ${wrong} wrong`);
if (wrong > 0) process.exitCode = 1;
