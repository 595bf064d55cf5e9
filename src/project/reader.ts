/** Reads the scanned project's files: every bound on size, number, place and encoding is here and nowhere else. */
import { isAscii } from 'node:buffer';
import { closeSync, fstatSync, openSync, readdirSync, readSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { Problem } from '../model/problem.ts';

export interface Limits {
  /** Bytes of one file. */
  readonly fileBytes: number;
  /** Bytes of everything that is read in a run. */
  readonly totalBytes: number;
  /** Entries of one folder that are looked at. */
  readonly folderEntries: number;
}

export const LIMITS: Limits = { fileBytes: 5_000_000, totalBytes: 500_000_000, folderEntries: 20_000 };

export interface Entry {
  readonly name: string;
  readonly kind: 'file' | 'folder';
}

const UTF8 = new TextDecoder('utf-8', { fatal: true });

/**
 * A view of some folders of the disk. Paths are absolute, or relative to the first root. Nothing outside of the roots
 * is read, whatever a symbolic link says; what is refused is a problem and reads as absent.
 */
export class Reader {
  readonly root: string;
  readonly problems: Problem[] = [];
  readonly #roots: { path: string; real: string }[] = [];
  readonly #folders = new Map<string, ReadonlyMap<string, Entry>>();
  readonly #reported = new Set<string>();
  #bytes = 0;

  /** Texts by absolute path that are read in place of what is on the disk. */
  readonly #overlay = new Map<string, string>();

  constructor(
    root: string,
    private readonly limits: Limits = LIMITS,
    overlay: ReadonlyMap<string, string> = new Map(),
  ) {
    this.root = resolve(root);
    this.allow(this.root);
    for (const [file, text] of overlay) this.#overlay.set(this.absolute(file), text);
  }

  /** Adds a folder that may be read too: a Python path or site-packages that the user named or that was found. */
  allow(folder: string): void {
    const path = this.absolute(folder);
    if (this.#roots.some((root) => root.path === path)) return;
    try {
      this.#roots.push({ path, real: realpathSync.native(path) });
      // What was outside before may be inside now.
      this.#folders.clear();
    } catch {
      // It does not exist: nothing can be read there anyway.
    }
  }

  absolute(path: string): string {
    return isAbsolute(path) ? resolve(path) : resolve(this.root, path);
  }

  /** How a path is printed: relative to the project, or to the other root that holds it; with forward slashes. */
  display(path: string): string {
    const absolute = this.absolute(path);
    const holder = this.#roots
      .filter((root) => isInside(root.path, absolute))
      .sort((a, b) => b.path.length - a.path.length)
      // Inside the project the project's own name wins, except for what belongs to an environment within it.
      .find((root) => root.path === this.root || basename(root.path) === 'site-packages' || !isInside(this.root, absolute));
    const shown = relative(holder?.path ?? this.root, absolute) || '.';
    return shown.split(sep).join('/');
  }

  /** Text of a file, or null when it does not exist or is refused (then there is a problem that says why). */
  read(path: string): string | null {
    const absolute = this.absolute(path);
    if (this.#entry(absolute)?.kind !== 'file') return null;
    const edited = this.#overlay.get(absolute);
    if (edited !== undefined) return edited;
    const bytes = this.#readBytes(absolute);
    return bytes === null ? null : this.#decode(absolute, bytes);
  }

  isFile(path: string): boolean {
    return this.#entry(this.absolute(path))?.kind === 'file';
  }

  isFolder(path: string): boolean {
    const absolute = this.absolute(path);
    return this.#roots.some((root) => root.path === absolute) || this.#entry(absolute)?.kind === 'folder';
  }

  exists(path: string): boolean {
    return this.isFile(path) || this.isFolder(path);
  }

  /** Files and folders of a folder by name; empty when there is no such folder. */
  list(path: string): readonly Entry[] {
    return [...this.#listing(this.absolute(path)).values()];
  }

  #entry(absolute: string): Entry | undefined {
    return this.#listing(dirname(absolute)).get(basename(absolute));
  }

  /** Cached: finding a Python module asks for the same folders thousands of times. */
  #listing(folder: string): ReadonlyMap<string, Entry> {
    const known = this.#folders.get(folder);
    if (known) return known;
    const entries = new Map<string, Entry>();
    this.#folders.set(folder, entries);
    if (!this.#isReachable(folder)) return entries;
    try {
      const found = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
      if (found.length > this.limits.folderEntries) {
        this.#refuse(folder, `holds more than ${this.limits.folderEntries} entries; the rest is not read`);
      }
      for (const entry of found.slice(0, this.limits.folderEntries)) {
        if (entry.isFile()) entries.set(entry.name, { name: entry.name, kind: 'file' });
        else if (entry.isDirectory()) entries.set(entry.name, { name: entry.name, kind: 'folder' });
        else if (entry.isSymbolicLink()) this.#addLink(folder, entry.name, entries);
        // Sockets, pipes and devices are not read: they may never end.
      }
    } catch {
      // Not a folder, or not permitted: reads as absent.
    }
    return entries;
  }

  /** Whether a folder is inside of a root, also for real: what its parent holds as a folder is, and a link was looked at when it was listed. */
  #isReachable(folder: string): boolean {
    if (this.#roots.some((root) => root.path === folder)) return true;
    return this.#roots.some((root) => isInside(root.path, folder)) && this.#entry(folder)?.kind === 'folder';
  }

  #addLink(folder: string, name: string, entries: Map<string, Entry>): void {
    const path = join(folder, name);
    try {
      const stat = statSync(path);
      const kind = stat.isFile() ? 'file' : stat.isDirectory() ? 'folder' : null;
      if (kind === null) return;
      if (this.#isInsideForReal(path)) entries.set(name, { name, kind });
      else if (kind === 'folder' || name.endsWith('.py')) this.#refuse(path, 'is a symbolic link out of the project; it is not followed');
    } catch {
      // A dangling link or a loop.
    }
  }

  #isInsideForReal(path: string): boolean {
    try {
      const real = realpathSync.native(path);
      return this.#roots.some((root) => isInside(root.real, real));
    } catch {
      return false;
    }
  }

  #readBytes(absolute: string): Buffer | null {
    let handle: number | null = null;
    try {
      handle = openSync(absolute, 'r');
      const stat = fstatSync(handle);
      if (!stat.isFile()) return null;
      if (stat.size > this.limits.fileBytes) {
        this.#refuse(absolute, `is ${megabytes(stat.size)} large (limit ${megabytes(this.limits.fileBytes)}); it is not read`);
        return null;
      }
      if (this.#bytes + stat.size > this.limits.totalBytes) {
        this.#refuse('', `more than ${megabytes(this.limits.totalBytes)} of source; the rest is not read`);
        return null;
      }
      this.#bytes += stat.size;
      const bytes = Buffer.alloc(stat.size);
      let length = 0;
      while (length < bytes.length) {
        const count = readSync(handle, bytes, length, bytes.length - length, length);
        if (count === 0) break;
        length += count;
      }
      return bytes.subarray(0, length);
    } catch (error) {
      this.#refuse(absolute, `cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown error'})`);
      return null;
    } finally {
      if (handle !== null) closeSync(handle);
    }
  }

  #decode(absolute: string, bytes: Buffer): string | null {
    const wide = wideEncodingOf(bytes);
    // `pip freeze > requirements.txt` in PowerShell writes UTF-16, which pip reads; Python refuses such a source.
    if (wide && !/\.pyi?$/.test(absolute)) return new TextDecoder(wide).decode(bytes);
    if (bytes.includes(0)) {
      this.#refuse(absolute, 'is not a text file; it is not read');
      return null;
    }
    try {
      // Drops a byte order mark, as Python does. Most files are plain ASCII, and that is quickly said.
      return isAscii(bytes) ? bytes.toString('latin1') : UTF8.decode(bytes);
    } catch {
      // PEP 263: a declaration in one of the first two lines names another encoding.
      const head = bytes.subarray(0, 300).toString('latin1').split('\n', 2).join('\n');
      const label = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/m.exec(head)?.[1]?.replace(/^latin-1$/i, 'latin1');
      try {
        if (label) return new TextDecoder(label, { fatal: true }).decode(bytes);
      } catch {
        // An encoding that is not known here, or wrong bytes for it.
      }
      this.#refuse(absolute, label ? `is not valid ${label.slice(0, 40)}; it is not read` : 'is not valid UTF-8; it is not read');
      return null;
    }
  }

  /** One problem for each path. */
  #refuse(absolute: string, text: string): void {
    if (this.#reported.has(absolute)) return;
    this.#reported.add(absolute);
    if (absolute === '') this.problems.push({ severity: 'error', text });
    else
      this.problems.push({
        severity: 'error',
        text: `${this.display(absolute)} ${text}`,
        place: { file: this.display(absolute), line: 1 },
      });
  }
}

/** True when `path` is `folder` or lies in it. */
export function isInside(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(bytes < 10_000_000 ? 1 : 0)} MB`;
}

/** The UTF-16 that a byte order mark tells of (as `pip/_internal/utils/encoding.py`, pip 24), or null. */
function wideEncodingOf(bytes: Buffer): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
}
