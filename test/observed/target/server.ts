/** Starts the Django target on a free loopback port with a fresh database, and stops it again. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureVenv } from '../../support/venv.ts';

const HERE = fileURLToPath(new URL('.', import.meta.url));

export interface DjangoTarget {
  readonly url: string;
  readonly token: string;
  /** Number of rows in the one table. */
  rows(): number;
  /** Requests that the server saw so far: method and path with query. */
  log(): { method: string; path: string; run: string; agent: string }[];
  stop(): Promise<void>;
}

/** Starts gunicorn with one process, so that its cache and throttles are one. `more` goes into its environment. */
export async function startTarget(more: Readonly<Record<string, string>> = {}): Promise<DjangoTarget> {
  const python = ensureVenv('observed', join(HERE, 'requirements.txt'));
  const folder = mkdtempSync(join(tmpdir(), 'unlatched-target-'));
  const env = { ...process.env, ...more, TARGET_DATABASE: join(folder, 'db.sqlite3'), PYTHONDONTWRITEBYTECODE: '1' };
  const run = (...args: string[]): string => execFileSync(python, ['seed.py', ...args], { cwd: HERE, env, encoding: 'utf8' }).trim();
  const token = run();
  const log = join(folder, 'access.log');
  const child = spawn(
    python,
    [
      '-m',
      'gunicorn',
      '-k',
      'gthread',
      '-w',
      '1',
      '--threads',
      '6',
      '-b',
      '127.0.0.1:0',
      '--access-logfile',
      log,
      '--access-logformat',
      '%(m)s %(U)s?%(q)s %({x-unlatched-run}i)s %(a)s',
      'wsgi:application',
    ],
    { cwd: HERE, env, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const url = await listening(child);
  return {
    url,
    token,
    rows: () => Number(run('count')),
    log: () =>
      readFileSync(log, 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => {
          const [method = '', path = '', run = '', agent = ''] = line.split(' ');
          return { method, path: path.replace(/\?$/, ''), run, agent };
        }),
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => {
          rmSync(folder, { recursive: true, force: true });
          resolve();
        });
        child.kill('SIGTERM');
      }),
  };
}

function listening(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    child.stderr!.on('data', (chunk) => {
      output += String(chunk);
      const match = /Listening at: (http:\/\/127\.0\.0\.1:\d+)/.exec(output);
      if (match) resolve(match[1]!);
    });
    child.once('exit', () => reject(new Error(`the target did not start: ${output.slice(-2000)}`)));
  });
}
