/**
 * `npm run bench:runtime`: Unlatched and Schemathesis (its check `ignored_auth`) ask the freight project beside one another, each
 * a fresh copy of its own, with its document and the same credentials and without its source. Printed: faults told of those that
 * can be shown so, false reports, requests by the server's log, rows that changed, seconds, and the two as ratios.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { columns } from '../test/applications/table.ts';
import { ensureVenv } from '../test/support/venv.ts';
import { FREIGHT, freightTruth, idOf, SCHEMES, serveFreight } from '../test/targets/freight.ts';

interface Outcome {
  readonly tool: string;
  /** Join keys of the operations that it reports. */
  readonly reported: ReadonlySet<string>;
  readonly requests: number;
  readonly rowsChanged: number;
  readonly seconds: number;
}

type Served = Awaited<ReturnType<typeof serveFreight>>;
/** Runs a tool against a server, in a `folder` for its files. Gives the operations that it reports. */
type Tool = (served: Served, folder: string) => Promise<ReadonlySet<string>>;

const truth = freightTruth();
const document = join(FREIGHT, 'openapi.yaml');

const unlatched: Tool = async (served, folder) => {
  const report = join(folder, 'report.json');
  const tokens = Object.entries(SCHEMES).flatMap(([name, scheme]) => [
    '--token',
    name === 'access' ? `env:TOKEN_${name.toUpperCase()}` : `${scheme}=env:TOKEN_${name.toUpperCase()}`,
  ]);
  const program = join(import.meta.dirname, '..', 'bin', 'unlatched');
  const args = ['scan', folder, '--no-source', '--spec', document, '--url', served.url, ...tokens, '--no-cache', '--exit-zero'];
  await run(process.execPath, [program, ...args, '--report', `json=${report}`], tokenEnvironment(served), folder);
  const { findings } = JSON.parse(readFileSync(report, 'utf8')) as { findings: { severity: string; operations: string[] }[] };
  return new Set(findings.filter(({ severity }) => severity !== 'info').flatMap(({ operations }) => operations));
};

const schemathesis: Tool = async (served, folder) => {
  const python = ensureVenv('schemathesis', join(import.meta.dirname, 'requirements-runtime.txt'));
  const config = join(folder, 'schemathesis.toml');
  const report = join(folder, 'report.json');
  const secrets = Object.entries(SCHEMES).map(([name, scheme]) => {
    const field = name === 'partner' || name === 'crane' ? 'api_key' : 'bearer';
    return `[auth.openapi.${scheme}]\n${field} = "${name === 'crane' ? 'Token ' : ''}\${TOKEN_${name.toUpperCase()}}"\n`;
  });
  writeFileSync(config, secrets.join('\n'));
  const args = ['-m', 'schemathesis.cli', '--config-file', config, 'run', document, '--url', served.url, '--checks', 'ignored_auth'];
  // Few examples are to its favour: more of them cost time and find no more faults of this kind.
  const reporting = ['--continue-on-failure', '--max-examples', '5', '--report', 'json', '--report-json-path', report];
  await run(python, [...args, ...reporting], tokenEnvironment(served), folder);
  const { failures } = JSON.parse(readFileSync(report, 'utf8')) as { failures: { operations: string[] }[] };
  return new Set(failures.flatMap(({ operations }) => operations.map(idOf)));
};

function tokenEnvironment({ credentials }: Served): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(credentials).map(([name, token]) => [`TOKEN_${name.toUpperCase()}`, token]));
}

function run(program: string, args: readonly string[], env: Readonly<Record<string, string>>, cwd: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (chunk) => {
      said = (said + String(chunk)).slice(-2000);
    });
    child.once('error', reject);
    // 1 is what both say when they found something.
    child.once('close', (code) => (code === 0 || code === 1 ? resolve() : reject(new Error(`${program} ended with ${code}: ${said}`))));
  });
}

async function measured(tool: string, use: Tool): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'unlatched-bench-'));
  const served = await serveFreight('gunicorn');
  try {
    const before = served.rows();
    const started = performance.now();
    const reported = await use(served, folder);
    const seconds = (performance.now() - started) / 1000;
    return { tool, reported, requests: (await served.log()).length, rowsChanged: changed(before, served.rows()), seconds };
  } finally {
    await served.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Rows that are in one list and not in the other. */
function changed(before: readonly string[], after: readonly string[]): number {
  const [old, now] = [new Set(before), new Set(after)];
  return before.filter((row) => !now.has(row)).length + after.filter((row) => !old.has(row)).length;
}

const faulty = new Set(truth.operations.filter(({ fault }) => fault !== null).map(({ operation }) => idOf(operation)));
const visible = truth.faults.filter((fault) => fault.by_document_and_token);
const told = ({ reported }: Outcome): number =>
  visible.filter(({ operations }) => operations.some((one) => reported.has(idOf(one)))).length;
const more = ({ reported }: Outcome): number =>
  truth.faults.filter((one) => !one.by_document_and_token && one.operations.some((operation) => reported.has(idOf(operation)))).length;
const wrong = ({ reported }: Outcome): number => [...reported].filter((operation) => !faulty.has(operation)).length;

const outcomes = [await measured('unlatched', unlatched), await measured('schemathesis', schemathesis)];
const [ours, theirs] = outcomes as [Outcome, Outcome];
const perOperation = (requests: number): string => (requests / truth.operations.length).toFixed(1);
console.log(
  columns([
    ['tool', `told of ${visible.length}`, 'others told', 'false reports', 'requests', 'an operation', 'rows changed', 'seconds'],
    ...outcomes.map((one) => [
      one.tool,
      String(told(one)),
      String(more(one)),
      String(wrong(one)),
      String(one.requests),
      perOperation(one.requests),
      String(one.rowsChanged),
      one.seconds.toFixed(1),
    ]),
  ]),
);
console.log(`unlatched takes ${(ours.seconds / theirs.seconds).toFixed(2)} of the time of schemathesis (goal: at most 0.20)`);
