/** Finds the settings module as a deployment would: what wsgi.py or asgi.py names, then manage.py, then test and container files. */
import { basename, join } from 'node:path';
import { fileOnPath, filesNamed, foldersOf, type ProjectRoot } from './find-root.ts';
import { namedInPython, placeAt, type SettingsModule } from './named-settings.ts';
import type { Reader } from './reader.ts';

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
  const fileOf = (module: string) => fileOnPath(reader, searchPath, module);
  const lying = found.filter(({ module }) => fileOf(module) !== null);
  for (const settings of lying) {
    const { module, place } = settings;
    const served = besideTests(module).find((name) => fileOf(name) !== null);
    if (served) return { module: served, place: { file: reader.display(fileOf(served)!), line: 1 } };
    if (!isBlank(reader.read(fileOf(module)!) ?? '')) return settings;
    // The name of a package that sets nothing: which of its modules is meant is put together when the server starts.
    const name = IN_A_PACKAGE.find((part) => fileOf(`${module}.${part}`) !== null);
    if (name) return { module: `${module}.${name}`, place };
  }
  return lying[0] ?? found[0] ?? onlyLookalike(reader, project, fileOf);
}

/** Names of the modules of a settings package, that of the running service first. */
const IN_A_PACKAGE = ['production', 'prod', 'live', 'settings', 'base', 'common', 'defaults', 'default', 'development', 'dev', 'local'];

/** Where only the tests name their settings (entry points work the name out): those of the running service beside them. */
function besideTests(module: string): readonly string[] {
  const ofTests = /^(.*[._])tests?(?:ing)?$/.exec(module);
  return ofTests ? ['production', 'prod', 'live'].map((name) => `${ofTests[1]}${name}`) : [];
}

/** Comments and a docstring alone. */
function isBlank(text: string): boolean {
  // One pass: an expression over the whole would try every pairing of the quotes.
  return text.replace(/("""|''')[\s\S]*?\1|#[^\n]*/g, '').trim() === '';
}

/** Where nothing names the settings, the one module that looks like them, or the foremost of those of one package. */
function onlyLookalike(reader: Reader, project: ProjectRoot, fileOf: (module: string) => string | null): SettingsModule | null {
  const near = settingsLookalikes(reader, project.folder).filter((module) => fileOf(module) !== null);
  const packageOf = (module: string) => module.split('.').slice(0, -1).join('.');
  if (near.length === 0 || near.some((module) => packageOf(module) !== packageOf(near[0]!))) return null;
  const rank = (module: string) => (IN_A_PACKAGE.indexOf(module.split('.').at(-1)!) + IN_A_PACKAGE.length) % IN_A_PACKAGE.length;
  const [chosen] = near.toSorted((a, b) => rank(a) - rank(b));
  return { module: chosen!, place: { file: reader.display(fileOf(chosen!)!), line: 1 } };
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
  const manage = project.manage ? namedInPython(reader, project.manage) : [];
  const entries = ['wsgi.py', 'asgi.py'].flatMap((name) => filesNamed(reader, project.folder, name, 2));
  const served = entries.flatMap((file) => namedInPython(reader, file));
  // A repository may hold entry points of other programs: the one in the package that manage.py names comes first.
  const packageOf = (found: SettingsModule) => found.module.split('.')[0];
  const own = manage.length > 0 ? served.filter((found) => manage.some((other) => packageOf(found) === packageOf(other))) : served;
  const rest = served.filter((found) => !own.includes(found));
  const others = [...new Set([project.folder, project.root])]
    .flatMap((folder) => OTHER_FILES.map((name) => join(folder, name)))
    .map((file) => namedInText(reader, file))
    .filter((found) => found !== null);
  return [...own, ...manage, ...rest, ...others];
}

/** The class of settings that the entry points name, as django-configurations wants it; null when none does. */
export function findConfiguration(reader: Reader, project: ProjectRoot): string | null {
  const entries = ['wsgi.py', 'asgi.py'].flatMap((name) => filesNamed(reader, project.folder, name, 2));
  const files = project.manage ? [...entries, project.manage] : entries;
  return files.flatMap((file) => namedInPython(reader, file, 'DJANGO_CONFIGURATION'))[0]?.module ?? null;
}

function namedInText(reader: Reader, file: string): SettingsModule | null {
  const text = reader.isFile(file) ? reader.read(file) : null;
  const match =
    text === null ? null : /^[^#;\n]*?\bDJANGO_SETTINGS_MODULE["']?\s*[:= ]\s*["']?([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)/m.exec(text);
  if (text === null || !match) return null;
  return { module: match[1]!, place: placeAt(reader, file, text, match.index + match[0].indexOf('DJANGO_SETTINGS_MODULE')) };
}
