/** Every stub module is loaded by the interpreter, as a project that imports it would: nothing may be raised or run into a bound. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { expect, it } from 'vitest';
import { attempt, loadDjango } from '../../src/frameworks/django/load.ts';
import { createVM } from '../../src/interpreter/interpreter.ts';
import { installStandardLibrary } from '../../src/interpreter/stdlib/index.ts';
import { moduleSource } from '../../src/predicted/module-source.ts';
import { openProject } from '../../src/project/project.ts';
import { folderWith } from '../support/folder.ts';

const stubs = join(import.meta.dirname, '..', '..', 'stubs');

/** Apps whose models are loaded first, as in a project that uses the library. */
const APPS = [
  'django.contrib.admin',
  'django.contrib.auth',
  'django.contrib.contenttypes',
  'django.contrib.sessions',
  'django.contrib.messages',
  'django.contrib.sites',
  'django.contrib.staticfiles',
  'rest_framework',
  'rest_framework.authtoken',
  'rest_framework_simplejwt.token_blacklist',
  'guardian',
  'oauth2_provider',
  'allauth',
  'allauth.account',
  'allauth.socialaccount',
  'allauth.mfa',
  'allauth.usersessions',
  'allauth.headless',
];

const SETTINGS = `
SECRET_KEY = "a"
DEBUG = False
SITE_ID = 1
ROOT_URLCONF = "urls"
INSTALLED_APPS = ${JSON.stringify(APPS)}
MIDDLEWARE = []
`;

/** Dotted names of the stub modules of a distribution, packages first. */
export function stubModules(distribution: string): string[] {
  const folder = join(stubs, distribution);
  const names: string[] = [];
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (file.endsWith('.py')) names.push(relative('.', file).slice(0, -'.py'.length).split(sep).join('.').replace(/\.__init__$/, ''));
  }
  return names.sort();
}

it('are all packages that their METADATA.toml names', () => {
  for (const distribution of readdirSync(stubs)) {
    const packages = [...(/^packages\s*=\s*\[([^\]]*)\]/m.exec(readFileSync(join(stubs, distribution, 'METADATA.toml'), 'utf8'))?.[1] ?? '').matchAll(/"([^"]+)"/g)].map((m) => m[1]);
    expect(packages.sort(), distribution).toEqual([...new Set(stubModules(distribution).map((name) => name.split('.')[0]))].sort());
  }
});

it('are loaded without an error', { timeout: 60_000 }, () => {
  const root = folderWith({ 'settings.py': SETTINGS, 'urls.py': 'urlpatterns = []\n', 'manage.py': '' });
  const project = openProject({ path: root, settings: 'settings', pythonPath: [], venv: null });
  const vm = createVM(moduleSource(project));
  installStandardLibrary(vm, { get: () => undefined });
  loadDjango({ vm, settingsModule: 'settings', djangoVersion: [5, 2, 8], drfVersion: [3, 18, 3], readFile: () => null, emit: () => {} });
  let loaded = 0;
  const unloaded: string[] = [];
  for (const distribution of readdirSync(stubs)) {
    for (const name of stubModules(distribution)) {
      const module = attempt(vm, name, () => vm.importModule(name, null));
      if (module?.k === 'module') loaded++;
      else unloaded.push(name);
    }
  }
  expect(vm.problems.map((problem) => problem.text)).toEqual([]);
  expect(unloaded).toEqual([]);
  expect(loaded).toBeGreaterThan(500);
});
