/** The folders in which Python would look for the project's modules. */
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { moduleFile, type ProjectRoot } from './find-root.ts';
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
 * Folders of `sys.path.append(...)` and `sys.path.insert(0, ...)`: string constants are joined to the file's folder,
 * each `dirname` or `.parent` beyond the first goes one up. Only folders that exist within the project count.
 */
function addedFolders(reader: Reader, manage: string): string[] {
  const text = reader.read(manage) ?? '';
  const found: string[] = [];
  for (const match of text.matchAll(/^[^#\n]*\bsys\.path\.(?:append|insert)\(\s*(?:-?\d+\s*,)?([^\n]+)/gm)) {
    // `SRC = os.path.abspath("src")` on a line of its own.
    const name = /^\s*([A-Za-z_]\w*)\s*\)/.exec(match[1]!)?.[1];
    const expression = name ? (new RegExp(`^\\s*${name}\\s*=\\s*(.+)$`, 'm').exec(text)?.[1] ?? '') : match[1]!;
    const parts = [...expression.matchAll(/["']([^"'\n]*)["']/g)].map((part) => part[1]!);
    const ups = [...expression.matchAll(/\bdirname\b|\.parent\b/g)].length;
    const base = join(dirname(manage), ...Array.from({ length: Math.max(0, ups - 1) }, () => '..'));
    if (parts.length === 0 && ups < 2) continue;
    const folder = normalize(parts[0]?.startsWith('/') ? parts[0] : join(base, ...parts));
    if (reader.isFolder(folder)) found.push(folder);
  }
  return found;
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
