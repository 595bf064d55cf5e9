/** Runs the program as a user does, in a process of its own, and measures it; CPython's parser over the same tree is the yardstick. */
import { spawn, spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const HERE = import.meta.dirname;
const PROGRAM = join(HERE, '..', '..', 'bin', 'unlatched');

export interface Measured {
  /** Null when it was stopped at the time limit. */
  readonly code: number | null;
  readonly seconds: number;
  readonly megabytes: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Compiles a clone that has changed, so that the first measured run does not pay for it. */
export function warmUp(): void {
  const run = spawnSync(process.execPath, [PROGRAM, '--version'], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`bin/unlatched --version: ${run.stderr.trim().split('\n').at(-1)}`);
}

/** Runs `unlatched ARGS`; stopped after `limit` seconds. */
export async function measure(args: readonly string[], limit: number): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'unlatched-measure-'));
  const files = ['stdout', 'stderr', 'peak'].map((name) => join(folder, name));
  // Files, not pipes: a program that ends itself early would cut a pipe.
  const [out, err] = [openSync(files[0]!, 'w'), openSync(files[1]!, 'w')];
  const started = performance.now();
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      const child = spawn(process.execPath, ['--require', join(HERE, 'report-memory.cjs'), PROGRAM, ...args], {
        stdio: ['ignore', out, err],
        env: { ...process.env, UNLATCHED_PEAK: files[2] },
      });
      const timer = setTimeout(() => child.kill('SIGKILL'), limit * 1000);
      child.on('error', reject);
      child.on('close', (status) => {
        clearTimeout(timer);
        resolve(status);
      });
    });
    const seconds = (performance.now() - started) / 1000;
    return { code, seconds, megabytes: peak(files[2]!), stdout: readFileSync(files[0]!, 'utf8'), stderr: readFileSync(files[1]!, 'utf8') };
  } finally {
    closeSync(out);
    closeSync(err);
    rmSync(folder, { recursive: true, force: true });
  }
}

function peak(file: string): number {
  try {
    return Number(readFileSync(file, 'utf8')) / 1024;
  } catch {
    return Number.NaN;
  }
}

/** Seconds that CPython's `ast.parse` takes for every Python file below the folder, reading included. */
export function parseSeconds(folder: string): number {
  const run = spawnSync('python3', [join(HERE, 'parse_tree.py'), folder], { encoding: 'utf8' });
  const seconds = Number(run.stdout);
  if (run.status !== 0 || !(seconds > 0)) throw new Error(`CPython could not parse ${folder}: ${run.stderr.trim().split('\n').at(-1)}`);
  return seconds;
}
