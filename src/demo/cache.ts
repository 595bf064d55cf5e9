/** The user's cache folder: things that are dear to make are made once, in a folder beside, and renamed into place. */
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join, relative } from 'node:path';
import { UsageError } from '../model/errors.ts';

/** A half-made folder that nobody touched for this long was left by a run that was killed. */
const LEFT_OVER_MS = 60 * 60_000;

/**
 * `$XDG_CACHE_HOME/unlatched` or `~/.cache/unlatched`; a relative XDG_CACHE_HOME is ignored, as the XDG Base Directory
 * Specification demands.
 */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  const xdg = env.XDG_CACHE_HOME;
  return join(xdg && isAbsolute(xdg) ? xdg : join(homedir(), '.cache'), 'unlatched');
}

/**
 * Returns `<cache>/<name>`, made by `make` if it is not there or `usable` refuses it.
 * `make` fills a folder of its own that is then renamed: nobody ever sees a half-made one, and of two runs at once the
 * second one to finish takes what the first one made.
 * @throws UsageError when the cache folder cannot be written; whatever `make` throws
 */
export async function cached(name: string, usable: (folder: string) => boolean, make: (folder: string) => Promise<void>): Promise<string> {
  const root = cacheFolder();
  const folder = join(root, name);
  if (existsSync(folder) && usable(folder)) return folder;
  const part = join(root, `${name}.${process.pid}-${randomBytes(4).toString('hex')}.part`);
  try {
    mkdirSync(part, { recursive: true, mode: 0o700 });
  } catch {
    throw new UsageError('demo-cache', `demo: cannot write the cache folder ${root}; make it writable or set XDG_CACHE_HOME`);
  }
  try {
    removeLeftOvers(root);
    await make(part);
    moveIntoPlace(part, folder, usable);
    return folder;
  } finally {
    rmSync(part, { recursive: true, force: true });
  }
}

/** A folder in place that is still usable wins; a broken one is set aside first, since rename cannot replace a full folder. */
function moveIntoPlace(part: string, folder: string, usable: (folder: string) => boolean): void {
  for (let attempt = 0; ; attempt++) {
    try {
      renameSync(part, folder);
      return;
    } catch (error) {
      if (existsSync(folder) && usable(folder)) return;
      if (attempt === 2) throw error;
      const aside = `${part}-old`;
      try {
        renameSync(folder, aside);
      } catch {
        // another run set it aside first
      }
      rmSync(aside, { recursive: true, force: true });
    }
  }
}

function removeLeftOvers(root: string): void {
  for (const entry of readdirSync(root)) {
    if (!/\.part(-old)?$/.test(entry)) continue;
    try {
      const folder = join(root, entry);
      if (Date.now() - statSync(folder).mtimeMs > LEFT_OVER_MS) rmSync(folder, { recursive: true, force: true });
    } catch {
      // another run removed it first
    }
  }
}

/** 12 hex digits over the names and bytes of files, in the order of their names. */
export function hashFiles(root: string, files: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of [...files].sort()) {
    const content = readFileSync(file);
    hash.update(`${relative(root, file)}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex').slice(0, 12);
}
