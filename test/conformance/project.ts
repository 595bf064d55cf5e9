/** Writes a case as a project on disk: the shared skeleton, the versions of the stack, and the files of the case over them. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Case, Stack } from './cases.ts';

export const SKELETON = join(import.meta.dirname, 'skeleton');

export function requirementsOf(stack: Stack): string {
  return join(import.meta.dirname, `requirements-${stack}.txt`);
}

/** Writes the project into `folder`, which is made. */
export function writeProject(folder: string, { files }: Case, stack: Stack): void {
  cpSync(SKELETON, folder, { recursive: true, filter: (path) => !path.includes('__pycache__') });
  writeFileSync(join(folder, 'requirements.txt'), readFileSync(requirementsOf(stack)));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** True when the case needs a Django of its own, because its settings are not those of the skeleton. */
export function hasOwnSettings(c: Case): boolean {
  return (
    c.settings !== null ||
    c.configuration !== null ||
    Object.keys(c.env).length > 0 ||
    Object.keys(c.files).some((path) => path !== 'config/urls.py' && /^(config|local)\//.test(path))
  );
}
