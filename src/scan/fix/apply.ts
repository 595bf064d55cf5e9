/** Writes verified fixes to the disk. Nothing is written unless every file can be. */
import { randomBytes } from 'node:crypto';
import { chmodSync, lstatSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { UsageError } from '../../model/errors.ts';
import { gitStateOf } from '../../project/git-state.ts';
import type { EditedFile } from './diff.ts';

const BOM = '\ufeff';

/**
 * @param force also files whose present text git does not hold
 * @throws UsageError for a file that changed meanwhile, is not in git as it is, is a link, or cannot be written
 */
export function applyFiles(root: string, files: readonly EditedFile[], force: boolean): void {
  const real = realpathSync(root);
  const writes = files.map(({ file, before, after }) => {
    const path = join(root, file);
    if (!realpathSync(path).startsWith(real + sep) || lstatSync(path).isSymbolicLink()) {
      throw new UsageError('fix-target', `${file} is a symbolic link; nothing was written, apply the diff by hand`);
    }
    const text = readFileSync(path, 'utf8');
    const bom = text.startsWith(BOM) ? BOM : '';
    if (text !== bom + before) throw new UsageError('fix-target', `${file} changed meanwhile or is not UTF-8; nothing was written`);
    if (!force) refuseDirty(file, path);
    return { file, path, text: bom + after };
  });
  for (const write of writes) replaceFile(write.file, write.path, write.text);
}

function refuseDirty(file: string, path: string): void {
  const state = gitStateOf(path);
  if (state === 'kept') return;
  const why = {
    changed: 'has changes that git does not hold (git add or commit them first)',
    untracked: 'is not in git as it is',
    'no-repository': 'is in no git repository, so the old text could not be had back',
  }[state];
  throw new UsageError('fix-dirty', `${file} ${why}; nothing was written, add --force to write all the same`);
}

/** Written beside and renamed, with the mode of the old file: an interruption leaves one of the two. */
function replaceFile(file: string, path: string, text: string): void {
  const temporary = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    writeFileSync(temporary, text, { flag: 'wx' });
    chmodSync(temporary, lstatSync(path).mode & 0o7777);
    renameSync(temporary, path);
  } catch (error) {
    throw new UsageError('fix-target', `${file} cannot be written (${(error as NodeJS.ErrnoException).code ?? 'unknown error'})`);
  } finally {
    rmSync(temporary, { force: true });
  }
}
