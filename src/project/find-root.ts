/** Finds the Django project that PATH means: its own manage.py, the only one at most two levels below, or what wsgi.py or asgi.py serve. */
import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { UsageError } from '../model/errors.ts';
import { namedInPython } from './named-settings.ts';
import { Reader } from './reader.ts';

/** Folders that never hold the project itself. */
const SKIPPED = new Set(['node_modules', 'site-packages', '__pycache__', 'venv', 'virtualenv', 'dist', 'build', 'static', 'media']);
const MAX_DEPTH = 2;
/** A package inside a folder inside a source archive. */
const MAX_ENTRY_DEPTH = 4;

export interface ProjectRoot {
  /** Absolute; what PATH names: places are relative to it. */
  readonly root: string;
  /** Absolute; the folder of manage.py, or what stands in its place with `--settings`. */
  readonly folder: string;
  /** Absolute, or null when there is none. */
  readonly manage: string | null;
}

/**
 * @param path PATH as the user typed it; a path to a manage.py means its folder
 * @param settings module of `--settings`, which makes manage.py unnecessary and chooses between several
 * @returns null when there is no project at all (the caller decides whether that is an error)
 * @throws UsageError when PATH does not exist or names several projects
 */
export function findRoot(path: string, settings: string | null): ProjectRoot | null {
  let root = resolve(path);
  if (!existsSync(root)) throw new UsageError('path-missing', `${path} does not exist; give the folder that holds manage.py`);
  if (!statSync(root).isDirectory()) {
    if (basename(root) !== 'manage.py')
      throw new UsageError('path-not-a-folder', `${path} is not a folder; give the folder that holds manage.py`);
    root = dirname(root);
  }
  const reader = new Reader(root);
  const found = manageFiles(reader, root, 0);
  const own = found.find((file) => dirname(file) === root);
  if (own) return { root, folder: root, manage: own };
  if (settings) {
    const fits = found.filter((file) => moduleFile(reader, dirname(file), settings) !== null);
    if (fits.length === 1) return { root, folder: dirname(fits[0]!), manage: fits[0]! };
    const folder = folderOfModule(reader, root, settings, 0);
    if (folder) return { root, folder, manage: found.find((file) => dirname(file) === folder) ?? null };
    if (found.length === 0) return { root, folder: root, manage: null };
  }
  if (found.length > 1) {
    const list = found.map((file) => relative(root, dirname(file))).join(', ');
    throw new UsageError('several-projects', `${path} holds several Django projects (${list}); give the path of one of them`);
  }
  if (found.length === 1) return { root, folder: dirname(found[0]!), manage: found[0]! };
  const folder = servedFolder(reader, root) ?? installedFolder(reader, root);
  return folder === null ? null : { root, folder, manage: null };
}

/** A program with a start of its own (`myserver run`) names its settings nowhere: the folder of the package whose wsgi.py makes an application. */
function installedFolder(reader: Reader, root: string): string | null {
  for (const file of filesNamed(reader, root, 'wsgi.py', MAX_ENTRY_DEPTH)) {
    if (!/\bget_wsgi_application\b/.test(reader.read(file) ?? '')) continue;
    let folder = dirname(file);
    while (folder !== root && reader.isFile(join(folder, '__init__.py'))) folder = dirname(folder);
    return folder;
  }
  return null;
}

/** An installed package has no manage.py: the folder from which what its wsgi.py or asgi.py names can be imported. */
function servedFolder(reader: Reader, root: string): string | null {
  for (const file of ['wsgi.py', 'asgi.py'].flatMap((name) => filesNamed(reader, root, name, MAX_ENTRY_DEPTH))) {
    for (const { module } of namedInPython(reader, file)) {
      for (let folder = dirname(file); folder.startsWith(root); folder = dirname(folder)) {
        if (moduleFile(reader, folder, module)) return folder;
      }
    }
  }
  return null;
}

/** Files of that name, the outer ones first. */
export function filesNamed(reader: Reader, folder: string, name: string, deepest: number): string[] {
  const visit = (at: string, depth: number): string[] => [
    ...(reader.isFile(join(at, name)) ? [join(at, name)] : []),
    ...(depth < deepest ? foldersOf(reader, at).flatMap((child) => visit(child, depth + 1)) : []),
  ];
  return visit(folder, 0).sort((a, b) => a.split(/[\\/]/).length - b.split(/[\\/]/).length);
}

/** The file of a module in the first folder of the Python path that has one; null where none has. */
export function fileOnPath(reader: Reader, searchPath: readonly string[], module: string): string | null {
  for (const folder of searchPath) {
    const file = moduleFile(reader, folder, module);
    if (file !== null) return file;
  }
  return null;
}

/** The file of a Python module below a folder of the search path, or null. */
export function moduleFile(reader: Reader, folder: string, module: string): string | null {
  const path = join(folder, ...module.split('.'));
  if (reader.isFile(`${path}.py`)) return `${path}.py`;
  return reader.isFile(join(path, '__init__.py')) ? join(path, '__init__.py') : null;
}

function manageFiles(reader: Reader, folder: string, depth: number): string[] {
  const own = join(folder, 'manage.py');
  // Flask and others have a manage.py too.
  if (reader.isFile(own) && /\bdjango\b|DJANGO_SETTINGS_MODULE|execute_from_command_line/i.test(reader.read(own) ?? '')) return [own];
  if (depth >= MAX_DEPTH) return [];
  return foldersOf(reader, folder).flatMap((child) => manageFiles(reader, child, depth + 1));
}

function folderOfModule(reader: Reader, folder: string, module: string, depth: number): string | null {
  if (moduleFile(reader, folder, module)) return folder;
  if (depth >= MAX_DEPTH) return null;
  for (const child of foldersOf(reader, folder)) {
    const found = folderOfModule(reader, child, module, depth + 1);
    if (found) return found;
  }
  return null;
}

/** Folders that may hold a project; an environment is known by its marker. */
export function foldersOf(reader: Reader, folder: string): string[] {
  return reader
    .list(folder)
    .filter(({ name, kind }) => kind === 'folder' && !name.startsWith('.') && !SKIPPED.has(name) && !name.endsWith('.dist-info'))
    .map(({ name }) => join(folder, name))
    .filter((child) => !reader.isFile(join(child, 'pyvenv.cfg')));
}
