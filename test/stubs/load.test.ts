/**
 * Every stub module is loaded by the interpreter, as a project that imports it would: nothing may be raised or run into a bound.
 * The URL modules among them bring the routes that the real ones bring.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { expect, it } from 'vitest';
import { attempt } from '../../src/frameworks/django/attempt.ts';
import { loadDjango } from '../../src/frameworks/django/load.ts';
import { walkUrls } from '../../src/frameworks/django/routes.ts';
import { createVM } from '../../src/interpreter/interpreter.ts';
import { installStandardLibrary } from '../../src/interpreter/stdlib/index.ts';
import type { VM } from '../../src/interpreter/vm.ts';
import { moduleSource } from '../../src/predicted/module-source.ts';
import { openProject } from '../../src/project/project.ts';
import { folderWith } from '../support/folder.ts';
import { ensureVenv } from '../support/venv.ts';

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
  'axes',
  'django_celery_beat',
  'django_celery_results',
  'django_otp',
  'django_otp.plugins.otp_static',
  'django_otp.plugins.otp_totp',
  'impersonate',
  'django_otp_webauthn',
  'dbsettings',
  'reversion',
  'rest_framework_jwt.blacklist',
  'knox',
  'rest_framework_api_key',
  'social_django',
  'waffle',
  'auditlog',
  'django_rest_passwordreset',
  'rolepermissions',
  'registration',
  'django_registration',
  'drf_standardized_errors',
  'treebeard',
  'fcm_django',
  'drf_multiple_model',
  'solo',
  'djmoney',
  'djmoney.contrib.exchange',
  'modeltranslation',
  'colorfield',
  'django_countries',
  'phonenumber_field',
  'drf_social_oauth2',
  'rest_framework_tracking',
  'request_id',
  'django_structlog',
  'user_sessions',
  'notifications',
  'two_factor',
  'easy_thumbnails',
  'push_notifications',
  'tastypie',
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
function stubModules(distribution: string): string[] {
  const folder = join(stubs, distribution);
  const names: string[] = [];
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (file.endsWith('.py'))
      names.push(
        relative('.', file)
          .slice(0, -'.py'.length)
          .split(sep)
          .join('.')
          .replace(/\.__init__$/, ''),
      );
  }
  return names.sort();
}

it('are all packages that their METADATA.toml names', () => {
  for (const distribution of readdirSync(stubs)) {
    const packages = [
      ...(/^packages\s*=\s*\[([^\]]*)\]/m.exec(readFileSync(join(stubs, distribution, 'METADATA.toml'), 'utf8'))?.[1] ?? '').matchAll(
        /"([^"]+)"/g,
      ),
    ].map((m) => m[1]);
    expect(packages.sort(), distribution).toEqual([...new Set(stubModules(distribution).map((name) => name.split('.')[0]))].sort());
  }
});

/** An interpreter with Django started on a project that does nothing. */
function startedDjango(): VM {
  const root = folderWith({ 'settings.py': SETTINGS, 'urls.py': 'urlpatterns = []\n', 'manage.py': '' });
  const project = openProject({ path: root, settings: 'settings', pythonPath: [], venv: null });
  const vm = createVM(moduleSource(project));
  installStandardLibrary(vm, { get: () => undefined });
  loadDjango({ vm, settingsModule: 'settings', djangoVersion: [5, 2, 8], drfVersion: [3, 18, 3], readFile: () => null, emit: () => {} });
  return vm;
}

it('are loaded without an error', { timeout: 60_000 }, () => {
  const vm = startedDjango();
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

/** Routes that hang on another package: with `prometheus_client` there is one more. */
const OPTIONAL = ['rq_metrics'];

/** Routes that come from a newer version of another package than the installed one. */
const NEWER: Readonly<Record<string, readonly string[]>> = {
  'drf_social_oauth2.urls': ['app_launch', 'idp_launch'],
  'rest_framework_social_oauth2.urls': ['app_launch', 'idp_launch'],
};

it('bring the routes of the real URL modules', { timeout: 300_000 }, () => {
  const vm = startedDjango();
  const modules = readdirSync(stubs).flatMap((distribution) => stubModules(distribution).filter((name) => /\.urls(\.|$)/.test(name)));
  const script = join(import.meta.dirname, 'routes.py');
  const real: Record<string, string[]> = {};
  for (const stack of ['apart', 'new']) {
    const python = ensureVenv(`stubs-${stack}`, join(import.meta.dirname, `requirements-${stack}.txt`));
    Object.assign(real, JSON.parse(execFileSync(python, [script, ...modules], { encoding: 'utf8' })));
  }
  const differences: string[] = [];
  for (const [module, all] of Object.entries(real)) {
    const names = all.filter((name) => !OPTIONAL.includes(name));
    const patterns = attempt(vm, module, () => vm.getAttr(vm.importModule(module, null), 'urlpatterns', null));
    const own = (patterns ? walkUrls(vm, patterns) : [])
      .map((leaf) => (leaf.name ?? '').split(':').at(-1)!)
      .filter((name) => !NEWER[module]?.includes(name))
      .sort();
    if (JSON.stringify(own) !== JSON.stringify(names)) {
      const missing = names.filter((name) => !own.includes(name));
      const extra = own.filter((name) => !names.includes(name));
      differences.push(`${module}: missing ${missing}, invented ${extra}, ${own.length} of ${names.length}`);
    }
  }
  expect(differences).toEqual([]);
  expect(Object.keys(real).length).toBeGreaterThan(15);
});
