/** Files that the project hands out to everybody: those of STATICFILES_DIRS, STATIC_ROOT and of its apps below STATIC_URL. */
import { isAbsolute, posix, resolve } from 'node:path';
import { possibleElements } from '../../interpreter/possible.ts';
import type { Value } from '../../interpreter/values.ts';
import type { VM } from '../../interpreter/vm.ts';
import type { StaticFileFact } from '../../model/facts.ts';
import { attempt } from './attempt.ts';
import type { SettingsReader } from './settings.ts';

/** The folders of a project. */
export interface ProjectFolders {
  readonly root: string;
  readonly searchPath: readonly string[];
  readonly sitePackages: string | null;
  isFile(path: string): boolean;
  isFolder(path: string): boolean;
  list(path: string): readonly { readonly name: string; readonly kind: 'file' | 'folder' }[];
  display(path: string): string;
}

/** Of every project with the admin: `django/contrib/admin/static/`. */
const ADMIN_FILE = 'admin/css/base.css';
/** What is text, and handed out as it lies on the disk. */
const PLAIN = /^[A-Za-z0-9][\w.-]{0,60}\.(css|js|mjs|txt|svg|json|map|md)$/;
const FOLDER = /^[A-Za-z0-9][\w.-]{0,60}$/;
/** Folders that are looked into for one file. */
const MOST_FOLDERS = 50;

/**
 * @returns the file of the project that its settings hand out, if there is one, then one of the admin; empty where STATIC_URL leads
 * to another host (Django, `contrib.staticfiles.finders`)
 */
export function staticFiles(vm: VM, settings: SettingsReader, project: ProjectFolders): readonly StaticFileFact[] {
  const address = textOf(vm, settings.get('STATIC_URL'));
  if (address === null || address === '' || /^([a-z]+:)?\/\//i.test(address)) return [];
  const under = `/${address.replace(/^\/+|\/+$/g, '')}/`.replace(/^\/\/$/, '/');
  const known = (given: string, below: string): StaticFileFact => {
    const path = posix.normalize(given);
    const absolute = isAbsolute(path) ? path : resolve(project.root, path);
    const fixed = isAbsolute(path) && !path.startsWith(`${project.sitePackages}/`);
    return { address: `${under}${below}`, path: absolute, inProject: isAbsolute(path) ? null : path, fixed };
  };
  const found: StaticFileFact[] = [];
  for (const { folder, prefix } of [...foldersOf(vm, settings), ...appFolders(project)]) {
    const file = firstFile(project, isAbsolute(folder) ? folder : resolve(project.root, folder));
    if (file === null) continue;
    found.push(known(`${folder}/${file}`, `${prefix}${file}`));
    break;
  }
  const root = textOf(vm, settings.get('STATIC_ROOT'));
  const apps = namesIn(vm, settings.get('INSTALLED_APPS'));
  if (apps.includes('django.contrib.admin')) {
    const installed = project.sitePackages && `${project.sitePackages}/django/contrib/admin/static/${ADMIN_FILE}`;
    if (root) found.push(known(`${root}/${ADMIN_FILE}`, ADMIN_FILE));
    else if (installed && project.isFile(installed)) found.push(known(installed, ADMIN_FILE));
  }
  return found;
}

interface Folder {
  readonly folder: string;
  /** What stands before its files in their addresses. */
  readonly prefix: string;
}

function foldersOf(vm: VM, settings: SettingsReader): Folder[] {
  const out: Folder[] = [];
  for (const item of itemsOf(vm, settings.get('STATICFILES_DIRS'))) {
    if (item.k === 'tuple' && item.items.length === 2) {
      const [prefix, folder] = item.items.map((part) => textOf(vm, part));
      if (prefix && folder) out.push({ folder, prefix: `${prefix}/` });
      continue;
    }
    const folder = textOf(vm, item);
    if (folder) out.push({ folder, prefix: '' });
  }
  const root = textOf(vm, settings.get('STATIC_ROOT'));
  if (root) out.push({ folder: root, prefix: '' });
  return out;
}

/** `static/` of the apps that lie in the project itself. */
function appFolders(project: ProjectFolders): Folder[] {
  const folders = project.searchPath.flatMap((path) => project.list(path).map(({ name, kind }) => ({ path: `${path}/${name}`, kind })));
  return folders
    .filter(({ path, kind }) => kind === 'folder' && project.isFile(`${path}/apps.py`) && project.isFolder(`${path}/static`))
    .map(({ path }) => ({ folder: `${project.display(path)}/static`, prefix: '' }));
}

/** The first plain file below a folder, the ones that lie highest before others. */
function firstFile(project: ProjectFolders, folder: string): string | null {
  const waiting = [''];
  for (let looked = 0; waiting.length > 0 && looked < MOST_FOLDERS; looked += 1) {
    const at = waiting.shift()!;
    const entries = project.list(`${folder}/${at}`);
    const file = entries.find(({ name, kind }) => kind === 'file' && PLAIN.test(name));
    if (file) return `${at}${file.name}`;
    for (const { name, kind } of entries) if (kind === 'folder' && FOLDER.test(name)) waiting.push(`${at}${name}/`);
  }
  return null;
}

function namesIn(vm: VM, value: Value | null): string[] {
  return itemsOf(vm, value).flatMap((item) => textOf(vm, item) ?? []);
}

function itemsOf(vm: VM, value: Value | null): Value[] {
  return value?.k === 'list' || value?.k === 'tuple' ? possibleElements(vm, value).map(({ value: item }) => item) : [];
}

/** A text, or a path of pathlib as one; null for what the environment decides. */
function textOf(vm: VM, value: Value | null): string | null {
  if (value === null || value.k === 'none' || value.k === 'unknown' || value.k === 'alt') return null;
  const shown = attempt(vm, 'settings of static files', () => vm.display(value, null));
  return shown?.k === 'str' && /^[\w./ -]+$/.test(shown.v) ? shown.v : null;
}
