/** Starts one of the Django targets of this folder on a free loopback port with a fresh database. */
import { execFileSync, spawn } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureVenv } from '../support/venv.ts';

const HERE = fileURLToPath(new URL('.', import.meta.url));

const ROWS = `
import json, os, sqlite3
data = sqlite3.connect(os.environ["TARGET_DATABASE"])
print(json.dumps([line for line in data.iterdump() if line.startswith("INSERT")]))
`;

export interface RunningTarget {
  readonly url: string;
  readonly folder: string;
  /** What its seed printed. */
  readonly seeded: string;
  /** `METHOD /path` of every request so far. Servers write a line after the answer has gone out: it is read when no line came for a while. */
  log(): Promise<string[]>;
  /** Every row of its database, each as a line. */
  rows(): string[];
  stop(): Promise<void>;
}

export interface TargetOptions {
  readonly server?: 'gunicorn' | 'uvicorn';
  /** The package that holds `wsgi.py` and `asgi.py`; none when they lie beside manage.py. */
  readonly package?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Files of a certificate and its key, for gunicorn: then it speaks TLS. */
  readonly tls?: { readonly cert: string; readonly key: string };
}

/** What each server takes to listen on a free port with one process and to log `METHOD /path`, and how it tells the port. */
const SERVERS = {
  gunicorn: {
    args: (log: string) =>
      `gunicorn -k gthread -w 1 --threads 4 -b 127.0.0.1:0 --access-logfile ${log} --access-logformat`.split(' ').concat('%(m)s %(U)s'),
    entry: 'wsgi',
    listening: /Listening at: (https?:\/\/127\.0\.0\.1:\d+)/,
    line: /^(\S+ \S+)$/,
  },
  uvicorn: {
    args: () => 'uvicorn --host 127.0.0.1 --port 0 --no-use-colors'.split(' '),
    entry: 'asgi',
    listening: /running on (http:\/\/127\.0\.0\.1:\d+)/,
    line: /"(\S+ [^\s?"]+)\S* HTTP/,
  },
} as const;

export async function serveTarget(name: string, password: string, options: TargetOptions = {}): Promise<RunningTarget> {
  const folder = join(HERE, name);
  // A target with packages of its own says so beside its settings.
  const pins = join(folder, 'requirements.txt');
  const python = existsSync(pins) ? ensureVenv(name, pins) : ensureVenv('targets', join(HERE, 'requirements.txt'));
  const data = mkdtempSync(join(tmpdir(), 'unlatched-target-'));
  const database = join(data, 'db.sqlite3');
  const env = { ...process.env, ...options.env, TARGET_DATABASE: database, TARGET_PASSWORD: password, PYTHONDONTWRITEBYTECODE: '1' };
  const seeded = execFileSync(python, ['seed.py'], { cwd: folder, env, encoding: 'utf8' });
  const server = SERVERS[options.server ?? 'gunicorn'];
  const log = join(data, 'access.log');
  const tls = options.tls ? ['--certfile', options.tls.cert, '--keyfile', options.tls.key] : [];
  // gunicorn opens the log by itself, uvicorn writes it to stdout.
  const stdout = openSync(log, 'a');
  const application = `${options.package ? `${options.package}.` : ''}${server.entry}:application`;
  const child = spawn(python, ['-m', ...server.args(log), ...tls, application], { cwd: folder, env, stdio: ['ignore', stdout, 'pipe'] });
  closeSync(stdout);
  // A run that is broken off takes its server along.
  const orphaned = (): void => void child.kill('SIGTERM');
  process.once('exit', orphaned);
  const url = await new Promise<string>((resolve, reject) => {
    let output = '';
    child.stderr!.on('data', (chunk) => {
      output = (output + String(chunk)).slice(-8000);
      const match = server.listening.exec(output);
      if (match) resolve(match[1]!);
    });
    child.once('exit', () => reject(new Error(`the target did not start: ${output.slice(-2000)}`)));
  });
  return {
    url,
    folder,
    seeded,
    async log() {
      const read = () =>
        readFileSync(log, 'utf8')
          .split('\n')
          .flatMap((line) => server.line.exec(line)?.[1] ?? []);
      let lines = read();
      for (let quiet = 0; quiet < 4; quiet++) {
        await new Promise((resolve) => setTimeout(resolve, 100));
        const now = read();
        if (now.length > lines.length) quiet = -1;
        lines = now;
      }
      return lines;
    },
    rows: () => JSON.parse(execFileSync(python, ['-c', ROWS], { env, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })) as string[],
    stop: () =>
      new Promise((resolve) => {
        process.off('exit', orphaned);
        child.once('exit', () => {
          rmSync(data, { recursive: true, force: true });
          resolve();
        });
        child.kill('SIGTERM');
      }),
  };
}
