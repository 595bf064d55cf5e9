/** What a run of the demo may have left behind: processes, ports, temporary folders. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Names of the demo's temporary folders in a directory. */
export function temporaryFolders(directory: string): string[] {
  return readdirSync(directory).filter((name) => name.startsWith('unlatched-demo-'));
}

/** True while a process exists and has not become a zombie. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const stat = read(`/proc/${pid}/stat`);
  return stat.slice(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3) !== 'Z';
}

/** Process ids whose command line names a folder (Linux; empty elsewhere). */
export function processesIn(folder: string): number[] {
  if (!existsSync('/proc/self')) return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => pid !== process.pid && read(`/proc/${pid}/cmdline`).includes(folder));
}

export async function answers(url: string): Promise<boolean> {
  try {
    await fetch(url, { signal: AbortSignal.timeout(2_000) });
    return true;
  } catch {
    return false;
  }
}

/** Waits until a condition holds; returns whether it did in time. */
export async function becomes(condition: () => boolean | Promise<boolean>, timeout = 10_000): Promise<boolean> {
  const end = Date.now() + timeout;
  while (Date.now() < end) {
    if (await condition()) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
