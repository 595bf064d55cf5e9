/** Unlatched's own package: where its files lie, and its version. One place, because the sources are bundled into one file. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A file or folder of the package (`stubs`, `schemas/scan.json`), as an absolute path; it need not exist. */
export function ownFile(...names: readonly string[]): string {
  return join(ownFolder(), ...names);
}

/** The version in the package's `package.json`. */
export function ownVersion(): string {
  return (JSON.parse(readFileSync(ownFile('package.json'), 'utf8')) as { version: string }).version;
}

let folder: string | undefined;

/** The nearest folder above this file that has a `package.json`: in a clone and in an installed package alike. */
function ownFolder(): string {
  if (folder) return folder;
  folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}
