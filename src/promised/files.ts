/** Opens the files of a document: bounded in size and number, and never outside the folder of the document. */
import { closeSync, fstatSync, openSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, resolve, sep } from 'node:path';
import { UsageError } from '../model/errors.ts';
import { formatPlace } from '../model/place.ts';
import { LIMITS } from './limits.ts';
import type { Problems } from './problems.ts';
import { quote } from './problems.ts';
import { readJson } from './read-json.ts';
import type { ReadResult } from './read-problems.ts';
import { readYaml } from './read-yaml.ts';
import { type Span, TextSource } from './text-source.ts';
import type { TreeNode } from './tree.ts';

/** A file that was read, and whether parts of it may be missing from the tree. */
export interface LoadedFile {
  readonly source: TextSource;
  readonly root: TreeNode | null;
  /** Where the text could not be read as it was meant and the tree lacks something, in the order of the text. */
  readonly broken: readonly Span[];
}

/** Reads the main document from disk. Throws UsageError when it is not a readable file within the limits. */
export function readMainFile(file: string, name: string): TextSource {
  const path = resolve(file);
  const bytes = readBytes(path, LIMITS.bytes);
  if (typeof bytes === 'string') {
    throw new UsageError('document-unreadable', `${name}: the OpenAPI document ${bytes}`);
  }
  return new TextSource(name, path, decode(bytes));
}

/** The files of one document, by real path. */
export class DocumentFiles {
  readonly #folder: string | null;
  readonly #namePrefix: string;
  readonly #loaded = new Map<string, LoadedFile>();
  readonly #problems: Problems;
  readonly main: LoadedFile;
  #bytes: number;

  constructor(main: TextSource, problems: Problems) {
    this.#problems = problems;
    this.#folder = main.path === null ? null : realpathSync(dirname(main.path));
    this.#namePrefix = main.file.includes('/') ? main.file.slice(0, main.file.lastIndexOf('/') + 1) : '';
    this.#bytes = main.text.length;
    this.main = loadSource(main, problems);
    if (main.path !== null) this.#loaded.set(realpathSync(main.path), this.main);
  }

  /** All files that were read so far. */
  get all(): readonly LoadedFile[] {
    return [...new Set([this.main, ...this.#loaded.values()])];
  }

  /** Opens what a `$ref` names relative to `from`; a text says why it is not opened. */
  open(reference: string, from: TextSource): LoadedFile | string {
    if (/^[A-Za-z][A-Za-z0-9+.-]*:|^\/\//.test(reference)) return 'leads to another host or scheme, which is never followed';
    if (this.#folder === null || from.path === null) return 'leads to another file, and the document was not read from one';
    const path = resolve(dirname(from.path), decoded(reference));
    if (path.includes('\0')) return 'is not a file name';
    let real: string;
    try {
      real = realpathSync(path);
    } catch {
      // A path that leads out is refused in the same words whether or not it exists.
      return this.#inside(path)
        ? 'leads to a file that does not exist'
        : 'leads out of the folder of the document, which is never followed';
    }
    if (!this.#inside(real)) return 'leads out of the folder of the document, which is never followed';
    const known = this.#loaded.get(real);
    if (known) return known;
    if (this.#loaded.size >= LIMITS.files) return `is one file more than the ${LIMITS.files} that are read`;
    const bytes = readBytes(real, LIMITS.bytes - this.#bytes);
    if (typeof bytes === 'string') return `leads to a file that ${bytes}`;
    this.#bytes += bytes.length;
    const name = this.#namePrefix + real.slice(this.#folder.length + 1).replaceAll(sep, '/');
    try {
      const file = loadSource(new TextSource(name, real, decode(bytes)), this.#problems);
      this.#loaded.set(real, file);
      return file;
    } catch (error) {
      if (error instanceof UsageError) return 'leads to a file that is not text';
      throw error;
    }
  }

  #inside(path: string): boolean {
    return this.#folder !== null && path.startsWith(this.#folder.endsWith(sep) ? this.#folder : this.#folder + sep);
  }
}

/** The bytes of a regular file, or why there are none, as the end of a sentence. */
function readBytes(path: string, limit: number): Buffer | string {
  let descriptor: number | null = null;
  try {
    // Asked before opening: to open a pipe would wait for its other end.
    const kind = statSync(path);
    if (kind.isDirectory()) return 'is a folder, not a file';
    if (!kind.isFile()) return 'is not a regular file';
    descriptor = openSync(path, 'r');
    const size = fstatSync(descriptor).size;
    if (size > limit) return `is too large (${megabytes(size)} MB, the limit is ${megabytes(LIMITS.bytes)} MB)`;
    return readFileSync(descriptor);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR') return 'does not exist';
    if (code === 'EACCES' || code === 'EPERM') return 'may not be read by this user';
    if (code === 'ELOOP') return 'is a symbolic link that leads to itself';
    return `cannot be read (${code ?? 'unknown error'})`;
  } finally {
    if (descriptor !== null) closeSync(descriptor);
  }
}

function megabytes(bytes: number): string {
  return (bytes / (1024 * 1024)).toFixed(bytes % (1024 * 1024) === 0 ? 0 : 1);
}

function decoded(reference: string): string {
  try {
    return decodeURIComponent(reference);
  } catch {
    return reference;
  }
}

/** UTF-8, or UTF-16 with a byte order mark; wrong bytes become U+FFFD. */
function decode(bytes: Buffer): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

/** Parses one file. JSON is tried first where the text looks like it; everything else is YAML. */
function loadSource(given: TextSource, problems: Problems): LoadedFile {
  const source = withoutNul(given, problems);
  const result = parse(source);
  for (const problem of result.problems) problems.add(problem.severity, problem.text, source.place(problem.span));
  const broken = [...result.broken].sort((left, right) => left.start - right.start);
  return { source, root: result.root, broken };
}

function parse(source: TextSource): ReadResult {
  const first = /\S/.exec(source.text)?.[0];
  if (first === undefined) return { root: null, problems: [], broken: [] };
  if (first === '{' || first === '[') {
    const json = readJson(source);
    if (json.root || source.text.length > LIMITS.jsonAsYaml) return json;
    const yaml = readYaml(source);
    // Neither: the place where JSON ends is the more precise one.
    if (yaml.problems.some((problem) => problem.severity === 'error')) return { ...yaml, problems: json.problems };
    if (!source.file.endsWith('.json')) return yaml;
    const first = json.problems.at(-1)!;
    const text = `not valid JSON, read as YAML: ${first.text}`;
    return { ...yaml, problems: [...yaml.problems, { severity: 'warning', text, span: first.span }] };
  }
  return readYaml(source);
}

/** NUL bytes are in no text format; a file that begins with them, or has several soon, is not text at all. */
function withoutNul(source: TextSource, problems: Problems): TextSource {
  const at = source.text.indexOf('\0');
  if (at === -1) return source;
  const place = source.place({ start: at, end: at + 1 });
  const soon = source.text.slice(0, 1000).split('\0').length - 1;
  if (at < 4 || soon >= 4)
    throw new UsageError('document-not-text', `${formatPlace(place)}: the OpenAPI document is not a text file (NUL bytes)`);
  problems.add('error', 'the document holds NUL bytes: they are read as spaces', place);
  return new TextSource(source.file, source.path, source.text.replaceAll('\0', ' '));
}

/** The first line, within a span of a file or anywhere in it, at which its text is broken; null when it is not. */
export function brokenLine(file: LoadedFile, within: Span = { start: 0, end: Number.POSITIVE_INFINITY }): number | null {
  // Binary search: a hostile text has as many errors as operations.
  let low = 0;
  let high = file.broken.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (file.broken[middle]!.start < within.start - 1) low = middle + 1;
    else high = middle;
  }
  const at = file.broken[low];
  return at && at.start <= within.end + 1 ? file.source.place(at).line : null;
}

/** Lines of a file of the document for excerpts, or null when no such file was read. */
export function linesOf(files: DocumentFiles, name: string): readonly string[] | null {
  return files.all.find((file) => file.source.file === name)?.source.lines() ?? null;
}

/** `file` in a message, e.g. when a reference is refused. */
export function referenceText(reference: string, why: string): string {
  return `$ref ${quote(reference)} ${why}`;
}
