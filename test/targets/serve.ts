/** Starts one of the Django targets of this folder on a free loopback port with a fresh database. */
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureVenv } from '../support/venv.ts';

const HERE = fileURLToPath(new URL('.', import.meta.url));

export interface RunningTarget {
  readonly url: string;
  readonly folder: string;
  /** `METHOD /path` of every request that the server saw. */
  /** The requests so far. gunicorn writes a line after the answer has gone out: it is read when no line came for a while. */
  log(): Promise<string[]>;
  stop(): Promise<void>;
}

export async function serveTarget(name: string, password: string): Promise<RunningTarget> {
  const python = ensureVenv('targets', join(HERE, 'requirements.txt'));
  const folder = join(HERE, name);
  const data = mkdtempSync(join(tmpdir(), 'unlatched-target-'));
  const env = { ...process.env, TARGET_DATABASE: join(data, 'db.sqlite3'), TARGET_PASSWORD: password, PYTHONDONTWRITEBYTECODE: '1' };
  execFileSync(python, ['seed.py'], { cwd: folder, env });
  const log = join(data, 'access.log');
  const options = [
    '-k',
    'gthread',
    '-w',
    '1',
    '--threads',
    '4',
    '-b',
    '127.0.0.1:0',
    '--access-logfile',
    log,
    '--access-logformat',
    '%(m)s %(U)s',
  ];
  const child = spawn(python, ['-m', 'gunicorn', ...options, 'wsgi:application'], {
    cwd: folder,
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const url = await new Promise<string>((resolve, reject) => {
    let output = '';
    child.stderr!.on('data', (chunk) => {
      output += String(chunk);
      const match = /Listening at: (http:\/\/127\.0\.0\.1:\d+)/.exec(output);
      if (match) resolve(match[1]!);
    });
    child.once('exit', () => reject(new Error(`the target did not start: ${output.slice(-2000)}`)));
  });
  return {
    url,
    folder,
    async log() {
      const read = () => readFileSync(log, 'utf8').split('\n').filter(Boolean);
      let lines = read();
      for (let quiet = 0; quiet < 4; quiet++) {
        await new Promise((resolve) => setTimeout(resolve, 100));
        const now = read();
        if (now.length > lines.length) quiet = -1;
        lines = now;
      }
      return lines;
    },
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => {
          rmSync(data, { recursive: true, force: true });
          resolve();
        });
        child.kill('SIGTERM');
      }),
  };
}
