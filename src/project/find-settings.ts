/** Finds the settings module as a deployment would: what wsgi.py or asgi.py names, then manage.py, then test and container files. */
import { basename, join } from 'node:path';
import type { Place } from '../model/place.ts';
import { foldersOf, moduleFile, type ProjectRoot } from './find-root.ts';
import type { Reader } from './reader.ts';

export interface SettingsModule {
  readonly module: string;
  readonly place: Place;
}

const OTHER_FILES = [
  'Dockerfile',
  'docker-compose.yml',
  'docker-compose.yaml',
  'compose.yml',
  'compose.yaml',
  'tox.ini',
  'pytest.ini',
  'setup.cfg',
  'pyproject.toml',
];

/**
 * @param searchPath folders of the Python path: a module that lies there is preferred to one that does not
 * @returns null when no file names a module
 */
export function findSettings(reader: Reader, project: ProjectRoot, searchPath: readonly string[]): SettingsModule | null {
  const found = candidates(reader, project);
  const lies = ({ module }: SettingsModule) => searchPath.some((folder) => moduleFile(reader, folder, module) !== null);
  return found.find(lies) ?? found[0] ?? null;
}

/** Modules that look like settings, for the message when nothing names one: at most five, by their usual file names. */
export function settingsLookalikes(reader: Reader, folder: string): string[] {
  const found: string[] = [];
  const visit = (path: string, names: readonly string[]): void => {
    for (const { name, kind } of reader.list(path)) {
      const inSettings = names.at(-1) === 'settings';
      if (kind !== 'file' || !(name === 'settings.py' || (inSettings && /^[\w-]+\.py$/.test(name)))) continue;
      if (!/^\s*(INSTALLED_APPS|ROOT_URLCONF)\b|^from \.\w* import \*/m.test(reader.read(join(path, name)) ?? '')) continue;
      found.push([...names, ...(name === '__init__.py' ? [] : [name.slice(0, -'.py'.length)])].join('.'));
    }
    if (names.length < 3) for (const child of foldersOf(reader, path)) visit(child, [...names, basename(child)]);
  };
  visit(folder, []);
  return found.filter((module) => !/\btests?\b/.test(module)).slice(0, 5);
}

/** In the order of preference. */
function candidates(reader: Reader, project: ProjectRoot): SettingsModule[] {
  const manage = project.manage ? namedInPython(reader, project.manage) : null;
  const entries = ['wsgi.py', 'asgi.py'].flatMap((name) => entryPoints(reader, project.folder, name, 0));
  const served = entries.map((file) => namedInPython(reader, file)).filter((found) => found !== null);
  // A repository may hold entry points of other programs: the one in the package that manage.py names comes first.
  const packageOf = (found: SettingsModule) => found.module.split('.')[0];
  const own = manage ? served.filter((found) => packageOf(found) === packageOf(manage)) : served;
  const rest = served.filter((found) => !own.includes(found));
  const others = [...new Set([project.folder, project.root])]
    .flatMap((folder) => OTHER_FILES.map((name) => join(folder, name)))
    .map((file) => namedInText(reader, file))
    .filter((found) => found !== null);
  return [...own, ...(manage ? [manage] : []), ...rest, ...others];
}

/** Files of that name, the outer ones first. */
function entryPoints(reader: Reader, folder: string, name: string, depth: number): string[] {
  const own = reader.isFile(join(folder, name)) ? [join(folder, name)] : [];
  if (depth >= 2) return own;
  return [...own, ...foldersOf(reader, folder).flatMap((child) => entryPoints(reader, child, name, depth + 1))].sort(
    (a, b) => a.split(/[\\/]/).length - b.split(/[\\/]/).length,
  );
}

/** `os.environ.setdefault("DJANGO_SETTINGS_MODULE", ...)` or `os.environ["DJANGO_SETTINGS_MODULE"] = ...`. */
function namedInPython(reader: Reader, file: string): SettingsModule | null {
  const text = reader.read(file);
  if (text === null) return null;
  const statement = /\bDJANGO_SETTINGS_MODULE["']\s*(?:,|\]\s*=(?!=))\s*(?=([^\n]*(?:\n[^\n)]*)?))/g;
  for (const match of text.matchAll(statement)) {
    const before = text.slice(text.lastIndexOf('\n', match.index) + 1, match.index);
    if (/^\s*#/.test(before)) continue;
    const value = match[1]!;
    const name = /^([A-Za-z_]\w*)\s*\)?\s*(?:#.*)?(?:\n|$)/.exec(value)?.[1];
    const expression = name ? (new RegExp(`^\\s*${name}\\s*=\\s*(.+)$`, 'm').exec(text)?.[1] ?? '') : value;
    // `os.environ.get("X", "config.settings")`: the last constant is the default.
    const module = [...expression.matchAll(/(?<![fF])["']([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)["']/g)].at(-1)?.[1];
    if (module) return { module, place: placeAt(reader, file, text, match.index) };
  }
  return null;
}

function namedInText(reader: Reader, file: string): SettingsModule | null {
  const text = reader.isFile(file) ? reader.read(file) : null;
  const match =
    text === null ? null : /^[^#;\n]*?\bDJANGO_SETTINGS_MODULE["']?\s*[:= ]\s*["']?([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)/m.exec(text);
  if (text === null || !match) return null;
  return { module: match[1]!, place: placeAt(reader, file, text, match.index + match[0].indexOf('DJANGO_SETTINGS_MODULE')) };
}

function placeAt(reader: Reader, file: string, text: string, index: number): Place {
  return { file: reader.display(file), line: text.slice(0, index).split('\n').length };
}
