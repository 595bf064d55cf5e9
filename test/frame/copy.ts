/** A throw-away copy of the repository's own sources, for tests that change it. */
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

/** Copies what is needed to build and check; dependencies are linked. The caller removes it with `dispose`. */
export function copyOfRepository(): { path: string; dispose: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'unlatched-copy-'));
  for (const entry of readdirSync(ROOT)) {
    if (['node_modules', 'dist', '.git', '.cache', 'coverage', 'unlatched-demo', '.unlatched'].includes(entry)) continue;
    cpSync(join(ROOT, entry), join(path, entry), { recursive: true });
  }
  if (existsSync(join(ROOT, 'node_modules'))) symlinkSync(join(ROOT, 'node_modules'), join(path, 'node_modules'));
  return { path, dispose: () => rmSync(path, { recursive: true, force: true }) };
}
