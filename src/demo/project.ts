/** The demo project as it comes with the package: where it lies and which files belong to it. */
import { copyFileSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { UsageError } from '../model/errors.ts';
import { ownFile } from '../model/own-package.ts';

/** What lies beside the project and is no part of it. */
const NOT_SERVED = new Set(['truth.json', 'README.md', '__pycache__', '.unlatched', 'clinic.sqlite3', '.venv']);

/** The folder `demo/` of the package: in a clone and in an installed package alike. */
export function demoFolder(): string {
  const folder = ownFile('demo');
  if (!existsSync(join(folder, 'manage.py'))) {
    throw new UsageError('demo-missing', `demo: ${folder} is not there; install the whole package again`);
  }
  return folder;
}

/** Paths of the files that belong to the project. */
export function projectFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => belongs(folder, file));
}

/** Copies the project; the package itself is never written to. New folders, so that one from a read-only package can be removed. */
export function copyProject(folder: string, target: string): void {
  for (const file of projectFiles(folder)) {
    const copy = join(target, relative(folder, file));
    mkdirSync(dirname(copy), { recursive: true });
    copyFileSync(file, copy);
  }
}

function belongs(folder: string, file: string): boolean {
  return !relative(folder, file)
    .split(sep)
    .some((name) => NOT_SERVED.has(name) || name.endsWith('.pyc'));
}
