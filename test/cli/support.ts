/** Runs the program as a user does: the real `bin/unlatched`, a real folder, real streams. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const BIN = fileURLToPath(new URL('../../bin/unlatched', import.meta.url));

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  /** Without the notice of a clone that sets itself up. */
  readonly stderr: string;
}

export function unlatched(args: readonly string[], cwd: string, env: Record<string, string> = {}): Outcome {
  const { status, stdout, stderr } = spawnSync(BIN, args, {
    cwd,
    encoding: 'utf8',
    timeout: 60_000,
    maxBuffer: 100_000_000,
    env: { ...process.env, NO_COLOR: '1', COLUMNS: '80', ...env },
  });
  return { code: status, stdout, stderr: stderr.replace(/^unlatched: setting up this clone.*\n/, '') };
}

/** True for output that a person may see: no stack frame, no path of this program's own code. */
export function isPresentable(text: string): boolean {
  return !/^\s+at .+:\d+:\d+\)?$/m.test(text) && !/\bdist\/[\w/-]+\.c?js\b|node:internal/.test(text);
}
