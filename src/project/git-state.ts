/**
 * Whether git holds a file as it is on the disk, read from git's index without starting git.
 * Format: Documentation/gitformat-index.txt of git, versions 2 to 4.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

/** `kept`: the index has these very contents, so they can be had back. */
export type GitState = 'kept' | 'changed' | 'untracked' | 'no-repository';

const MAX_INDEX = 200_000_000;
/** Bytes of an entry before its path: ten numbers of 4 bytes, a SHA-1, the flags. */
const FIXED = 62;

/** What can not be told for sure (line ends that git converts, SHA-256 repositories, split indexes) counts as not kept. */
export function gitStateOf(file: string): GitState {
  const path = resolve(file);
  const found = findRepository(dirname(path));
  if (!found) return 'no-repository';
  const index = join(found.gitFolder, 'index');
  try {
    if (statSync(index).size > MAX_INDEX) return 'untracked';
    const known = hashInIndex(readFileSync(index), relative(found.top, path).split(sep).join('/'));
    if (known === null) return 'untracked';
    const bytes = readFileSync(path);
    const hash = createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
    return hash === known ? 'kept' : 'changed';
  } catch {
    return 'untracked';
  }
}

function findRepository(from: string): { top: string; gitFolder: string } | null {
  for (let folder = from; ; folder = dirname(folder)) {
    const git = join(folder, '.git');
    if (existsSync(git)) {
      if (statSync(git).isDirectory()) return { top: folder, gitFolder: git };
      // A linked work tree or a submodule: a file that says where its folder is.
      const target = /^gitdir: (.+)$/m.exec(readFileSync(git, 'utf8').slice(0, 4096))?.[1];
      return target ? { top: folder, gitFolder: resolve(folder, target.trim()) } : null;
    }
    if (dirname(folder) === folder) return null;
  }
}

/** The hash of a path in an index, or null when it has none. Throws RangeError for a truncated one. */
function hashInIndex(index: Buffer, wanted: string): string | null {
  if (index.toString('latin1', 0, 4) !== 'DIRC') return null;
  const version = index.readUInt32BE(4);
  const count = index.readUInt32BE(8);
  if (version < 2 || version > 4) return null;
  let at = 12;
  let path = '';
  for (let entry = 0; entry < count; entry += 1) {
    const flags = index.readUInt16BE(at + FIXED - 2);
    const start = at + FIXED + ((flags & 0x4000) !== 0 ? 2 : 0);
    let from = start;
    let kept = '';
    if (version === 4) {
      const { value, next } = readOffset(index, start);
      kept = path.slice(0, Math.max(0, path.length - value));
      from = next;
    }
    const end = index.indexOf(0, from);
    if (end === -1) return null;
    // Bytes as Latin-1, so that prefixes of version 4 are cut at bytes.
    path = kept + index.toString('latin1', from, end);
    if (Buffer.from(path, 'latin1').toString('utf8') === wanted) return index.toString('hex', at + 40, at + 60);
    at = version === 4 ? end + 1 : at + ((end - at + 8) & ~7);
  }
  return null;
}

/** The variable-length number of pack files (gitformat-pack, offset encoding). */
function readOffset(bytes: Buffer, from: number): { value: number; next: number } {
  let at = from;
  let byte = bytes.readUInt8(at++);
  let value = byte & 0x7f;
  while ((byte & 0x80) !== 0) {
    byte = bytes.readUInt8(at++);
    value = (value + 1) * 128 + (byte & 0x7f);
  }
  return { value, next: at };
}
