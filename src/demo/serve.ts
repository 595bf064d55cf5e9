/** Serves the demo for the time of one run: environment, database, server, log-in; and takes all of it away again. */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ensureDatabase, type Logins } from './database.ts';
import { ensureEnvironment } from './environment.ts';
import { copyProject, demoFolder } from './project.ts';
import { killGroup, lastLine, pythonEnvironment } from './run-python.ts';
import { SERVE_SCRIPT } from './serve-script.ts';

export interface DemoRequest {
  readonly signal: AbortSignal;
  /** One line for people, e.g. that the first set-up takes a while. */
  readonly note?: (text: string) => void;
}

export interface DemoServer {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  /** Access token of the front desk, fresh from `POST /api/token/`. */
  readonly token: string;
  /** Opaque token of a program, for the security scheme `apiToken`. */
  readonly apiToken: string;
  /** Key of a gateway, for the security scheme `deviceKey`. */
  readonly deviceKey: string;
  readonly specFile: string;
  /** The project's source in the package: read it, never write to it. */
  readonly projectDir: string;
  readonly pid: number;
  /** Ends the server and removes its folder; may be called twice. */
  stop(): Promise<void>;
}

const START_TIMEOUT_MS = 30_000;
const LOGIN_TIMEOUT_MS = 20_000;
const STOP_TIMEOUT_MS = 3_000;

/**
 * @throws UsageError when Python or PyPI is missing; the reason of the signal when it was aborted. Nothing is left then.
 */
export async function startDemo(request: DemoRequest): Promise<DemoServer> {
  const source = demoFolder();
  const python = await ensureEnvironment({
    requirements: join(source, 'requirements.txt'),
    signal: request.signal,
    onSetUp: () => request.note?.('demo: first run, installing Django into the cache folder (about a minute)'),
  });
  const folder = mkdtempSync(join(tmpdir(), 'unlatched-demo-'));
  let server: RunningServer | null = null;
  const stop = async () => {
    await server?.end();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const project = join(folder, 'clinic');
    copyProject(source, project);
    const seeded = await ensureDatabase(python, source, project, request.signal);
    const database = join(folder, 'clinic.sqlite3');
    copyFileSync(seeded.file, database);
    chmodSync(database, 0o600);
    server = await startServer(python, project, folder, database, request.signal);
    const url = `http://127.0.0.1:${server.port}`;
    const token = await logIn(url, seeded.logins, request.signal);
    return {
      url,
      token,
      apiToken: seeded.logins.apiToken,
      deviceKey: seeded.logins.deviceKey,
      specFile: join(source, 'openapi.yaml'),
      projectDir: source,
      pid: server.pid,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

interface RunningServer {
  readonly port: number;
  readonly pid: number;
  end(): Promise<void>;
}

/** A group of its own keeps the terminal's Ctrl-C away from it: the parent decides when it ends, by closing its input. */
async function startServer(python: string, project: string, folder: string, database: string, signal: AbortSignal): Promise<RunningServer> {
  signal.throwIfAborted();
  const env = pythonEnvironment({ CLINIC_DATABASE: database, CLINIC_SECRET_KEY: randomBytes(32).toString('hex') });
  const child = spawn(python, ['-c', SERVE_SCRIPT, folder], { cwd: project, env, stdio: ['pipe', 'pipe', 'pipe'], detached: true });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr = (stderr + text).slice(-4_000);
  });
  child.stdin.on('error', () => {});
  const ended = new Promise<void>((resolve) => {
    child.once('close', () => resolve());
    child.once('error', () => resolve());
  });
  const end = async () => {
    child.stdin.end();
    const timer = setTimeout(() => killGroup(child, 'SIGKILL'), STOP_TIMEOUT_MS);
    await ended;
    clearTimeout(timer);
  };
  try {
    const port = await new Promise<number>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('the demo server did not start in time')), START_TIMEOUT_MS);
      const abort = () => reject(signal.reason);
      const settle = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', abort);
      };
      signal.addEventListener('abort', abort);
      createInterface({ input: child.stdout }).on('line', (line) => {
        const match = /^port (\d+)$/.exec(line);
        if (!match) return;
        settle();
        resolve(Number(match[1]));
      });
      void ended.then(() => {
        settle();
        reject(new Error(`the demo server did not start: ${lastLine(stderr)}`));
      });
    });
    return { port, pid: child.pid!, end };
  } catch (error) {
    await end();
    throw error;
  }
}

async function logIn(url: string, logins: Logins, signal: AbortSignal): Promise<string> {
  const response = await fetch(`${url}/api/token/`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: logins.username, password: logins.password }),
    signal: AbortSignal.any([signal, AbortSignal.timeout(LOGIN_TIMEOUT_MS)]),
  });
  if (!response.ok) throw new Error(`the log-in of the demo answered ${response.status}`);
  const { access } = (await response.json()) as { access: string };
  return access;
}
