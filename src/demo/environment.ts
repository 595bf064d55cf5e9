/** The virtual environment of the demo: made once for each set of pins, kept in the user's cache. */
import { existsSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UsageError } from '../model/errors.ts';
import { cached, hashFiles } from './cache.ts';
import { lastLine, runPython } from './run-python.ts';

const CANDIDATES = ['python3', 'python3.14', 'python3.13', 'python3.12', 'python3.11', 'python'];
const DONE = '.complete';

export interface EnvironmentRequest {
  /** Pins that are to be installed. */
  readonly requirements: string;
  readonly signal: AbortSignal;
  /** Called once, before the slow first set-up. */
  readonly onSetUp?: () => void;
}

/**
 * Returns the path of a Python that has the pins installed.
 * @throws UsageError when there is no Python 3.11, no venv module, or PyPI cannot be reached
 */
export async function ensureEnvironment(request: EnvironmentRequest): Promise<string> {
  const name = `demo-${hashFiles(dirname(request.requirements), [request.requirements])}`;
  const folder = await cached(name, isComplete, async (part) => {
    request.onSetUp?.();
    const base = await findPython(request.signal);
    const venv = await runPython({ python: base, args: ['-m', 'venv', part], signal: request.signal });
    if (venv.code !== 0) {
      throw new UsageError(
        'demo-venv',
        `demo: ${base} cannot make a virtual environment (${lastLine(venv.stdout + venv.stderr)}); install its venv module (Debian: apt install python3-venv)`,
      );
    }
    const install = await runPython({
      python: pythonOf(part),
      args: ['-m', 'pip', 'install', '--quiet', '--no-input', '--requirement', request.requirements],
      signal: request.signal,
    });
    if (install.code !== 0) {
      throw new UsageError(
        'demo-packages',
        `demo: pip could not install the packages of the demo (${lastLine(install.stderr)}); it needs PyPI once: check network and proxy, then run it again`,
      );
    }
    writeFileSync(join(part, DONE), '');
  });
  return pythonOf(folder);
}

/** The Python of a virtual environment may be gone: its link points at an interpreter that the user may have removed. */
function isComplete(folder: string): boolean {
  return existsSync(join(folder, DONE)) && existsSync(pythonOf(folder));
}

function pythonOf(folder: string): string {
  return join(folder, 'bin', 'python');
}

/** The first Python on PATH that is 3.11 or newer. */
async function findPython(signal: AbortSignal): Promise<string> {
  for (const python of CANDIDATES) {
    const args = ['-c', 'import sys; sys.exit(sys.version_info < (3, 11))'];
    const { code } = await runPython({ python, args, signal });
    if (code === 0) return python;
  }
  throw new UsageError(
    'demo-python',
    'demo: needs Python 3.11 or newer to serve its API, found none on PATH; install it (Debian: apt install python3 python3-venv)',
  );
}
