/** The folders in which Python would look for the project's modules. */
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
    const expression = match[1]!;
    const parts = [...expression.matchAll(/["']([^"'\n]*)["']/g)].map((part) => part[1]!);
    const ups = [...expression.matchAll(/\bdirname\b|\.parent\b/g)].length;
    const base = join(dirname(manage), ...Array.from({ length: Math.max(0, ups - 1) }, () => '..'));
    if (parts.length === 0 && ups < 2) continue;
    const folder = normalize(parts[0]?.startsWith('/') ? parts[0] : join(base, ...parts));
    if (reader.isFolder(folder)) found.push(folder);
  }
  return found;
}
