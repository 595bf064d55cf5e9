/** Python virtual environments for tests: made once per set of pins, kept in the user's cache, safe for parallel test workers. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** A lock whose owner was not heard of for this long is taken to be left over from a killed run. */
const STALE_LOCK_MS = 10 * 60_000;

/**
 * Returns the path of a Python that has exactly the pins of a requirements file installed.
 * The environment lies in `~/.cache/unlatched/test-venvs/<name>-<hash of the pins>` and is made on first use;
 * a marker file is written last, so a half-made environment is never used.
 * @param name short word for the folder, for people who look there
 * @param requirementsFile path of a requirements file with exact pins
 * @throws Error when Python or the package index cannot be had
 */
export function ensureVenv(name: string, requirementsFile: string): string {
  const pins = readFileSync(requirementsFile, 'utf8');
  const hash = createHash('sha256').update(pins).digest('hex').slice(0, 16);
  const root = join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'unlatched', 'test-venvs');
  const folder = join(root, `${name}-${hash}`);
  const python = join(folder, 'bin', 'python');
  const ready = join(folder, '.ready');
  if (existsSync(ready)) return python;
  mkdirSync(root, { recursive: true });
  const lock = `${folder}.lock`;
  takeLock(lock, ready);
  try {
    if (existsSync(ready)) return python;
    rmSync(folder, { recursive: true, force: true });
    execFileSync('python3', ['-m', 'venv', folder], { stdio: 'pipe' });
    execFileSync(python, ['-m', 'pip', 'install', '-q', '--disable-pip-version-check', '-r', requirementsFile], { stdio: 'pipe' });
    writeFileSync(`${ready}.part`, pins);
    renameSync(`${ready}.part`, ready);
    return python;
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

/** Waits until this process owns the lock folder, or until another process has finished the work. */
function takeLock(lock: string, ready: string): void {
  for (;;) {
    try {
      mkdirSync(lock);
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    if (existsSync(ready)) return;
    const age = lockAge(lock);
    if (age !== null && age > STALE_LOCK_MS) rmSync(lock, { recursive: true, force: true });
    else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 250);
  }
}

function lockAge(lock: string): number | null {
  try {
    return Date.now() - statSync(lock).mtimeMs;
  } catch {
    return null;
  }
}
