/** The folders in which Python would look for the project's modules. */
import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join, normalize } from 'node:path';
import { fileOnPath, moduleFile, type ProjectRoot } from './find-root.ts';
import { namedInPython } from './named-settings.ts';
import type { Reader } from './reader.ts';

/**
 * The project's folder, what manage.py adds to `sys.path` in a form that can be read without running it, then PATH itself
 * (where a package is installed, the folder that holds it is importable).
 */
export function pythonPath(reader: Reader, project: ProjectRoot): string[] {
  const added = project.manage ? addedFolders(reader, project.manage) : [];
  const outside = outsideThePackage(reader, project);
  return [...new Set([...(outside === null ? [project.folder] : [outside]), ...added, project.root])];
}

/**
 * A manage.py inside the package that it manages (an installed project) is started by its module name: the folder above is
 * importable and its own is not, so that its `celery.py` does not hide the library. Null when manage.py stands outside.
 */
function outsideThePackage(reader: Reader, project: ProjectRoot): string | null {
  let folder = project.folder;
  while (folder !== project.root && reader.isFile(join(folder, '__init__.py'))) folder = dirname(folder);
  if (folder === project.folder || !project.manage) return null;
  const named = namedInPython(reader, project.manage);
  return named.some(({ module }) => moduleFile(reader, folder, module) && !moduleFile(reader, project.folder, module)) ? folder : null;
}

/**
 * Folders that the settings module, or a module beside it that it may be built from, adds to `sys.path`: applications that lie
 * in a folder of their own are imported by their bare names.
 */
export function settingsFolders(reader: Reader, searchPath: readonly string[], settings: string): string[] {
  const file = fileOnPath(reader, searchPath, settings);
  if (!file) return [];
  const folder = dirname(file);
  const isPackage = settings.includes('.') && (basename(file) === '__init__.py' || /setting|conf/i.test(basename(folder)));
  const beside = isPackage
    ? reader
        .list(folder)
        .map((entry) => entry.name)
        .filter((name) => name.endsWith('.py'))
    : [];
  const files = [...new Set([file, ...beside.slice(0, MOST_SETTINGS_FILES).map((name) => join(folder, name))])];
  return files.flatMap((one) => addedFolders(reader, one));
}

const MOST_SETTINGS_FILES = 30;

/**
 * Folders of `sys.path.append(...)` and `sys.path.insert(0, ...)`: string constants are joined to the file's folder,
 * each `dirname` or `.parent` beyond the first goes one up. Only folders that exist within the project count.
 */
function addedFolders(reader: Reader, file: string): string[] {
  const text = reader.read(file) ?? '';
  const found: string[] = [];
  for (const match of text.matchAll(/^[^#\n]*\bsys\.path\.(?:append|insert)\(\s*(?:-?\d+\s*,)?([^\n]+)/gm)) {
    const expression = spelledOut(text, match[1]!);
    const parts = [...expression.matchAll(/["']([^"'\n]*)["']/g)].map((part) => part[1]!);
    const ups = [...expression.matchAll(/\bdirname\b|\.parent\b/g)].length;
    const base = join(dirname(file), ...Array.from({ length: Math.max(0, ups - 1) }, () => '..'));
    if (parts.length === 0 && ups < 2) continue;
    const folder = normalize(ups === 0 && parts[0]?.startsWith('/') ? parts[0] : join(base, ...parts));
    if (reader.isFolder(folder)) found.push(folder);
  }
  return found;
}

/** An expression with the names in it replaced by what they are given on a line of their own: `BASE_DIR`, `SRC = os.path.abspath("src")`. */
function spelledOut(text: string, given: string): string {
  let expression = given;
  for (let depth = 0; depth < 4; depth++) {
    const next = expression.replace(/(?<![.\w"'/-])([A-Za-z_]\w*)(?![\w("'./-])/g, (name) => {
      const value = new RegExp(`^\\s*${name}\\s*=\\s*(.+)$`, 'm').exec(text)?.[1];
      return value === undefined || value.includes(name) ? name : `(${value})`;
    });
    if (next === expression) break;
    expression = next;
  }
  return expression;
}

const BUILD_FILES = ['pyproject.toml', 'setup.py', 'setup.cfg'];
/** A project in the repository of a library lies in `tests/` or `sandbox/`, seldom deeper. */
const LEVELS_ABOVE = 2;

/**
 * The folder above PATH from which the settings can be imported, for a manage.py inside its package: `shop/app/manage.py` with the
 * settings `shop.app.settings`. Null when they lie nowhere above.
 */
export function folderOfSettings(folder: string, settings: string): string | null {
  const parts = settings.split('.');
  let at = folder;
  for (let level = 0; level < parts.length && dirname(at) !== at; level++) {
    at = dirname(at);
    const stem = join(at, ...parts);
    if (existsSync(`${stem}.py`) || existsSync(join(stem, '__init__.py'))) return at;
  }
  return null;
}

/**
 * The folder of the packages that the repository around PATH builds: a project that tries a library out (`tests/`, `sandbox/`) has that
 * library installed (`pip install -e ..`). Also `src/` beside the project's own build file.
 */
export function repositoryPackages(root: string): string[] {
  const found: string[] = [];
  for (let at = root, level = 0; level <= LEVELS_ABOVE && dirname(at) !== at; at = dirname(at), level++) {
    if (!BUILD_FILES.some((name) => existsSync(join(at, name)))) continue;
    for (const place of at === root ? [join(at, 'src')] : [join(at, 'src'), at]) if (holdsPackage(place)) found.push(place);
  }
  return found;
}

function holdsPackage(folder: string): boolean {
  if (!existsSync(folder)) return false;
  return readdirSync(folder, { withFileTypes: true }).some(
    (entry) => entry.isDirectory() && existsSync(join(folder, entry.name, '__init__.py')),
  );
}
