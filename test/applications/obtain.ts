/** Gets an application onto this machine: its wheel from PyPI through pip, unpacked once into the user's cache, or a folder that the user names. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Application } from './applications.ts';

const CACHE = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'unlatched', 'applications');

/**
 * The folder of an application; downloads and unpacks it when it is not there yet. pip verifies the download against the index's hash and
 * the wheel's RECORD is checked after unpacking. The folder appears in one step, so an interrupted run leaves nothing half done.
 * @returns null for an application of a repository without a folder given
 * @throws Error with one line when pip or the wheel fails
 */
export function obtain(application: Application, folder: string | undefined): string | null {
  if (folder !== undefined) {
    if (!existsSync(folder)) throw new Error(`--dir ${application.name}=${folder}: there is no such folder`);
    return folder;
  }
  if (!('pypi' in application.from)) return null;
  const pin = application.from.pypi;
  const target = join(CACHE, pin.replace('==', '-'));
  if (existsSync(target)) return target;
  mkdirSync(CACHE, { recursive: true });
  const work = mkdtempSync(join(CACHE, '.part-'));
  try {
    process.stderr.write(`accuracy: downloading ${pin} from PyPI ...\n`);
    python([
      '-m',
      'pip',
      'download',
      '--quiet',
      '--disable-pip-version-check',
      '--no-deps',
      '--only-binary',
      ':all:',
      '--dest',
      join(work, 'wheel'),
      pin,
    ]);
    const wheel = readdirSync(join(work, 'wheel')).find((file) => file.endsWith('.whl'));
    if (!wheel) throw new Error(`pip brought no wheel for ${pin}`);
    python(['-m', 'zipfile', '-e', join(work, 'wheel', wheel), join(work, 'tree')]);
    verify(join(work, 'tree'));
    writeFileSync(join(work, 'tree', '.pin'), `${pin}\n`);
    try {
      renameSync(join(work, 'tree'), target);
    } catch (error) {
      // Another run was quicker: its tree is as good.
      if (!existsSync(target)) throw error;
    }
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return target;
}

/** Every Python file must have the hash that the wheel's RECORD names (binary distribution format, "The .dist-info directory"). */
function verify(tree: string): void {
  const info = readdirSync(tree).find((entry) => entry.endsWith('.dist-info'));
  if (!info) throw new Error('the wheel has no .dist-info');
  let checked = 0;
  for (const line of readFileSync(join(tree, info, 'RECORD'), 'utf8').split('\n')) {
    const [, file, hash] = /^"?(.+?\.py)"?,sha256=([\w-]+),\d*\r?$/.exec(line) ?? [];
    if (!file || !hash) continue;
    const real = createHash('sha256')
      .update(readFileSync(join(tree, file)))
      .digest('base64url');
    if (real !== hash) throw new Error(`${file} differs from the wheel's RECORD`);
    checked += 1;
  }
  if (checked === 0) throw new Error("the wheel's RECORD lists no Python file");
}

function python(args: readonly string[]): void {
  const run = spawnSync('python3', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  if (run.error) throw new Error(`cannot start python3: ${run.error.message}`);
  if (run.status !== 0) throw new Error(run.stderr.trim().split('\n').at(-1) ?? `python3 ${args.join(' ')} failed`);
}
