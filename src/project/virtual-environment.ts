/** Finds the site-packages folder of the project's virtual environment; nothing in it is run. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { UsageError } from '../model/errors.ts';

const USUAL_NAMES = ['.venv', 'venv', 'env', '.env', 'virtualenv'];

/**
 * @param given `--venv DIR`: a virtual environment or a site-packages folder
 * @param folders where an environment is looked for when none is given
 * @returns the absolute site-packages folder, or null
 * @throws UsageError when the given folder is neither
 */
export function findSitePackages(given: string | null, folders: readonly string[]): string | null {
  if (given !== null) {
    const path = resolve(given);
    if (!isFolder(path))
      throw new UsageError('venv-missing', `--venv ${given} is not a folder; give a virtual environment or a site-packages folder`);
    const inside = sitePackagesOf(path);
    if (inside) return inside;
    if (readdirSync(path).some((name) => /\.(dist|egg)-info$/.test(name))) return path;
    throw new UsageError(
      'venv-empty',
      `--venv ${given} holds neither lib/python3.*/site-packages nor installed packages; give a virtual environment`,
    );
  }
  for (const folder of folders) {
    for (const name of USUAL_NAMES) {
      const path = join(folder, name);
      if (!existsSync(join(path, 'pyvenv.cfg'))) continue;
      const found = sitePackagesOf(path);
      if (found) return found;
    }
  }
  return null;
}

function sitePackagesOf(environment: string): string | null {
  for (const lib of ['lib', 'lib64']) {
    const path = join(environment, lib);
    if (!isFolder(path)) continue;
    // The newest Python, where an environment was made over again.
    const versions = readdirSync(path)
      .filter((name) => /^(python|pypy)3\.\d+$/.test(name))
      .sort((a, b) => Number(b.split('.')[1]) - Number(a.split('.')[1]));
    for (const version of versions) {
      const found = join(path, version, 'site-packages');
      if (isFolder(found)) return found;
    }
  }
  const windows = join(environment, 'Lib', 'site-packages');
  return isFolder(windows) ? windows : null;
}

/** True for an existing folder, wherever it is. */
export function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
