/** Runs one Python command to its end, in a process group of its own, so that an interruption takes its children along. */
import { type ChildProcess, spawn } from 'node:child_process';

export interface PythonResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface PythonCommand {
  readonly python: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

/** Output beyond this is of no use for a one-line message. */
const KEEP = 20_000;

/**
 * Resolves when the command has ended, whatever its exit code; `code` is null when it could not be started.
 * @throws the reason of the signal when it was aborted; the command and its children have ended by then
 */
export async function runPython(command: PythonCommand): Promise<PythonResult> {
  command.signal.throwIfAborted();
  const child = spawn(command.python, [...command.args], {
    ...(command.cwd ? { cwd: command.cwd } : {}),
    env: pythonEnvironment(command.env),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const stop = () => killGroup(child, 'SIGKILL');
  command.signal.addEventListener('abort', stop);
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout = (stdout + text).slice(-KEEP);
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr = (stderr + text).slice(-KEEP);
  });
  try {
    const code = await new Promise<number | null>((resolve) => {
      child.once('error', () => resolve(null));
      child.once('close', (exit) => resolve(exit ?? -1));
    });
    command.signal.throwIfAborted();
    return { code, stdout, stderr };
  } finally {
    command.signal.removeEventListener('abort', stop);
  }
}

/** The user's environment without what would bend Python or Django; `extra` on top. */
export function pythonEnvironment(extra: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { ...process.env };
  for (const name of ['PYTHONPATH', 'PYTHONHOME', 'PYTHONSTARTUP', 'DJANGO_SETTINGS_MODULE']) delete env[name];
  return { ...env, PYTHONDONTWRITEBYTECODE: '1', PYTHONUTF8: '1', PIP_DISABLE_PIP_VERSION_CHECK: '1', ...extra };
}

/** Ends a detached child with all that it started; a child that is gone already is fine. */
export function killGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // it has ended
  }
}

/** The last line that says something, without passwords in addresses, short enough for a one-line message. */
export function lastLine(text: string): string {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('[notice]'));
  const error = lines.findLast((line) => /^(ERROR|Error)\b/.test(line)) ?? lines.at(-1) ?? 'no message';
  return error
    .replace(/\/\/[^@/\s]*@/g, '//')
    .replace(/^ERROR:\s*/i, '')
    .slice(0, 160);
}
