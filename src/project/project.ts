/** The scanned project as a bounded view of the disk: where it is, what its settings are, what may be read. Nothing is run. */
import { dirname, resolve } from 'node:path';
import { UsageError } from '../model/errors.ts';
import type { Place } from '../model/place.ts';
import type { Problem } from '../model/problem.ts';
import { findRoot, moduleFile } from './find-root.ts';
import { findConfiguration, findSettings, settingsLookalikes } from './find-settings.ts';
import { folderOfSettings, pythonPath, repositoryPackages, settingsFolders } from './python-path.ts';
import { type Entry, type Limits, Reader } from './reader.ts';
import { findVersions, type Versions } from './versions.ts';
import { findSitePackages, isFolder } from './virtual-environment.ts';

export interface ProjectOptions {
  /** PATH as the user typed it. */
  readonly path: string;
  readonly settings?: string | null;
  /** Folders of `--python-path`; when there are any, they replace what manage.py adds. */
  readonly pythonPath?: readonly string[];
  /** `--venv DIR`. */
  readonly venv?: string | null;
  /** For tests. */
  readonly limits?: Limits;
  /** Texts of files (relative to the root) that are read in place of what is on the disk. */
  readonly overlay?: ReadonlyMap<string, string>;
}

export interface Project {
  /** Absolute. Places of project files are relative to it. */
  readonly root: string;
  /** As the user named it. */
  readonly name: string;
  /** Absolute; the folder of manage.py. */
  readonly folder: string;
  /** The one settings module that this run judges. */
  readonly settings: string;
  /** Where it was named; null when the user gave it. */
  readonly settingsFrom: Place | null;
  /** What the same files set DJANGO_CONFIGURATION to, or null. */
  readonly configuration: string | null;
  /** Absolute folders in which project modules are looked for, in order. */
  readonly searchPath: readonly string[];
  /** Absolute folders of packages that the repository around PATH builds. Looked in after `searchPath` and the stubs. */
  readonly outerPath: readonly string[];
  /** Absolute folder of the installed libraries, or null. Looked in last. */
  readonly sitePackages: string | null;
  readonly versions: Versions;
  /** Grows while files are read. */
  readonly problems: readonly Problem[];
  /** Text of a file (absolute, or relative to `root`), or null when it does not exist or is refused. */
  read(path: string): string | null;
  isFile(path: string): boolean;
  isFolder(path: string): boolean;
  exists(path: string): boolean;
  /** Entries of a folder by name. */
  list(path: string): readonly Entry[];
  /** A path as places have it: relative to `root`, or to site-packages for library code. */
  display(path: string): string;
}

/** True when PATH holds a Django project (or several); throws UsageError when it does not exist. */
export function holdsProject(path: string, settings: string | null): boolean {
  try {
    return findRoot(path, settings) !== null;
  } catch (error) {
    if (error instanceof UsageError && error.code === 'several-projects') return true;
    throw error;
  }
}

/**
 * Opens the project that the options name.
 * @throws UsageError when there is no project, several, no settings module, or a folder that was named does not exist
 */
export function openProject(options: ProjectOptions): Project {
  const { path, settings: given = null, pythonPath: extra = [], venv = null, limits, overlay } = options;
  const found = findRoot(path, given);
  if (!found) {
    const near = settingsLookalikes(new Reader(resolve(path), limits), resolve(path));
    const hint = near.length > 0 ? ` (perhaps ${near.join(', ')})` : '';
    throw new UsageError(
      'no-project',
      `no Django project in ${path} or two levels below (looked for manage.py, wsgi.py, asgi.py); give its path, or --settings MODULE${hint}`,
    );
  }
  const reader = new Reader(found.root, limits, overlay);
  const named = extra.map((folder) => {
    const absolute = resolve(folder);
    if (!isFolder(absolute)) throw new UsageError('python-path-missing', `--python-path ${folder} is not a folder`);
    reader.allow(absolute);
    return absolute;
  });
  // Last the folder that the user named: an installed tree (site-packages, an unpacked wheel) has the project's package there.
  const searchPath = [...new Set([...(named.length > 0 ? [...named, found.folder] : pythonPath(reader, found)), found.root])];
  const folders = [...new Set([found.folder, dirname(found.folder), found.root])].filter((folder) => folder.startsWith(found.root));
  const sitePackages = findSitePackages(venv, folders);
  if (sitePackages) reader.allow(sitePackages);

  const settings = given ? { module: given, place: null } : findSettings(reader, found, searchPath);
  if (!settings) {
    const near = settingsLookalikes(reader, found.folder);
    const hint = near.length > 0 ? `: ${near.join(', ')}` : '';
    throw new UsageError(
      'no-settings',
      `no file of ${path} names the settings module (looked in wsgi.py, asgi.py, manage.py); add --settings MODULE${hint}`,
    );
  }
  if (!searchPath.some((folder) => moduleFile(reader, folder, settings.module))) {
    const folder = folderOfSettings(found.folder, settings.module);
    if (folder) {
      reader.allow(folder);
      searchPath.push(folder);
    }
  }
  for (const folder of settingsFolders(reader, searchPath, settings.module)) if (!searchPath.includes(folder)) searchPath.push(folder);
  const inside = [...searchPath, ...(sitePackages ? [sitePackages] : [])];
  if (!inside.some((folder) => moduleFile(reader, folder, settings.module))) {
    const near = settingsLookalikes(reader, found.folder).filter((module) => module !== settings.module);
    const from = settings.place ? ` (named in ${settings.place.file}:${settings.place.line})` : '';
    const hint = near.length > 0 ? `, --settings MODULE (perhaps ${near.join(', ')})` : ', --settings MODULE';
    throw new UsageError('settings-missing', `there is no settings module ${settings.module}${from}; add it${hint} or --python-path DIR`);
  }
  const outerPath = repositoryPackages(found.root).filter((folder) => !searchPath.includes(folder));
  for (const folder of outerPath) reader.allow(folder);
  return {
    root: found.root,
    name: path,
    folder: found.folder,
    settings: settings.module,
    settingsFrom: settings.place,
    configuration: findConfiguration(reader, found),
    searchPath,
    outerPath,
    sitePackages,
    versions: findVersions(reader, folders, sitePackages),
    problems: reader.problems,
    read: (file) => reader.read(file),
    isFile: (file) => reader.isFile(file),
    isFolder: (file) => reader.isFolder(file),
    exists: (file) => reader.exists(file),
    list: (folder) => reader.list(folder),
    display: (file) => reader.display(file),
  };
}
