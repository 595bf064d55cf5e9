import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith, managePy } from '../../test/support/folder.ts';
import { UsageError } from '../model/errors.ts';
import { openProject } from './project.ts';

const wsgi = (settings: string) => `import os\n\nos.environ.setdefault('DJANGO_SETTINGS_MODULE', '${settings}')\n`;

/** The code and message with which opening is refused. */
function refusal(path: string, options: object = {}): string {
  try {
    openProject({ path, ...options });
  } catch (error) {
    if (error instanceof UsageError) return `${error.code}: ${error.message}`;
    throw error;
  }
  return 'opened';
}

describe('the project root', () => {
  it('is PATH with its own manage.py, even when others lie below', () => {
    const path = folderWith({
      'manage.py': managePy('a.settings'),
      'a/settings.py': '',
      'example/manage.py': managePy('example.settings'),
    });
    const project = openProject({ path });
    expect(project.root).toBe(path);
    expect(project.folder).toBe(path);
    expect(project.settings).toBe('a.settings');
    expect(project.settingsFrom).toEqual({ file: 'manage.py', line: 3 });
  });

  it('finds the only manage.py two levels below, past environments and other programs', () => {
    const path = folderWith({
      'services/api/manage.py': managePy('api.settings'),
      'services/api/api/settings.py': '',
      'flask/manage.py': 'from flask import Flask\n',
      'venv/x/manage.py': managePy('no.settings'),
      'node_modules/y/manage.py': managePy('no.settings'),
      'my-env/pyvenv.cfg': '',
      'my-env/manage.py': managePy('no.settings'),
    });
    const project = openProject({ path });
    expect(project.folder).toBe(join(path, 'services/api'));
    expect(project.root).toBe(path);
    expect(project.settingsFrom).toEqual({ file: 'services/api/manage.py', line: 3 });
    expect(project.searchPath).toEqual([join(path, 'services/api'), path]);
  });

  it('refuses several with their list, unless --settings decides', () => {
    const path = folderWith({
      'one/manage.py': managePy('one.settings'),
      'one/one/settings.py': '',
      'two/manage.py': managePy('two.settings'),
      'two/two/settings.py': '',
    });
    expect(refusal(path)).toBe(`several-projects: ${path} holds several Django projects (one, two); give the path of one of them`);
    expect(openProject({ path, settings: 'two.settings' }).folder).toBe(join(path, 'two'));
  });

  it('needs no manage.py with --settings', () => {
    const path = folderWith({ 'src/core/settings/prod.py': '' });
    const project = openProject({ path, settings: 'core.settings.prod' });
    expect(project.folder).toBe(join(path, 'src'));
    expect(project.settings).toBe('core.settings.prod');
    expect(project.settingsFrom).toBeNull();
  });

  it('is what the wsgi.py of an installed package can be imported from, without a manage.py', () => {
    const path = folderWith({
      'archive/webapp/shop/server/wsgi.py': wsgi('shop.server.settings'),
      'archive/webapp/shop/server/settings.py': '',
    });
    const project = openProject({ path });
    expect(project.folder).toBe(join(path, 'archive/webapp'));
    expect(project.settings).toBe('shop.server.settings');
    expect(project.settingsFrom).toEqual({ file: 'archive/webapp/shop/server/wsgi.py', line: 3 });
  });

  it('is imported from outside when manage.py lies inside the package: its modules hide no library', () => {
    const path = folderWith({
      'shop/__init__.py': '',
      'shop/celery.py': '',
      'shop/settings.py': '',
      'shop/manage.py': `${managePy('test.settings')}${managePy('shop.settings')}`,
    });
    const project = openProject({ path });
    expect(project.searchPath).toEqual([path]);
    expect(project.settings).toBe('shop.settings');
  });

  it('is not guessed: modules that look like settings are named in the refusal', () => {
    const path = folderWith({ 'shop/core/settings.py': 'ROOT_URLCONF = "shop.urls"\n' });
    expect(refusal(path)).toMatch(/or --settings MODULE \(perhaps shop\.core\.settings\)$/);
  });

  it('refuses what is missing or no project in one line', () => {
    const path = folderWith({ 'README.md': '' });
    expect(refusal(path)).toMatch(/^no-project: no Django project in /);
    expect(refusal(join(path, 'nowhere'))).toMatch(/^path-missing: /);
    expect(refusal(join(path, 'README.md'))).toMatch(/^path-not-a-folder: /);
  });
});

describe('the settings module', () => {
  it('is what wsgi.py names, before asgi.py and manage.py', () => {
    const path = folderWith({
      'manage.py': managePy('config.settings.local'),
      'config/settings/local.py': '',
      'config/settings/production.py': '',
      'config/asgi.py': wsgi('config.settings.local'),
      'config/wsgi.py': wsgi('config.settings.production'),
    });
    const project = openProject({ path });
    expect(project.settings).toBe('config.settings.production');
    expect(project.settingsFrom).toEqual({ file: 'config/wsgi.py', line: 3 });
  });

  it.each([
    ['os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings"\n', 'a plain assignment'],
    ['os.environ.setdefault(\n    "DJANGO_SETTINGS_MODULE",\n    "config.settings",\n)\n', 'a call over several lines'],
    ['os.environ.setdefault("DJANGO_SETTINGS_MODULE", os.environ.get("MODE", "config.settings"))\n', 'a default of a default'],
    [
      'os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")  # noqa\nos.environ.setdefault("OTHER_MODULE", "config.other")\n',
      'a comment and another variable after',
    ],
    ['MODULE = "config.settings"\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", MODULE)\n', 'a name'],
    [
      '# os.environ.setdefault("DJANGO_SETTINGS_MODULE", "old.settings")\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")\n',
      'a comment before',
    ],
  ])('is read from %j (%s)', (text) => {
    const path = folderWith({ 'manage.py': '# django\n', 'config/settings.py': '', 'config/wsgi.py': text });
    expect(openProject({ path }).settings).toBe('config.settings');
  });

  it('is one that exists: an entry point that names a missing module comes later', () => {
    const path = folderWith({ 'manage.py': managePy('site.settings'), 'site/settings.py': '', 'site/wsgi.py': wsgi('site.settings_gone') });
    expect(openProject({ path }).settings).toBe('site.settings');
  });

  it('comes from container or test files when no Python file names it', () => {
    const path = folderWith({
      'manage.py': '# django\n',
      'app/settings.py': '',
      Dockerfile: '# ENV DJANGO_SETTINGS_MODULE=old\nENV DJANGO_SETTINGS_MODULE=app.settings\n',
      'pytest.ini': '[pytest]\nDJANGO_SETTINGS_MODULE = app.settings_test\n',
    });
    const project = openProject({ path });
    expect(project.settings).toBe('app.settings');
    expect(project.settingsFrom).toEqual({ file: 'Dockerfile', line: 2 });
  });

  it.each([
    ['app.settings_test', 'app/settings_prod.py', 'app.settings_prod'],
    ['app.settings.testing', 'app/settings/production.py', 'app.settings.production'],
    ['app.settings_test', 'app/settings_dev.py', 'app.settings_test'],
    ['app.latest', 'app/laproduction.py', 'app.latest'],
  ])('is that of the service beside what only the tests name: %s and %s', (named, beside, chosen) => {
    const ini = `[pytest]\nDJANGO_SETTINGS_MODULE = ${named}\n`;
    const files = { 'manage.py': '# django\n', 'pytest.ini': ini, [`${named.replaceAll('.', '/')}.py`]: 'X = 1\n', [beside]: 'X = 1\n' };
    expect(openProject({ path: folderWith(files) }).settings).toBe(chosen);
  });

  it('is refused when nothing names it', () => {
    expect(refusal(folderWith({ 'manage.py': '# django\n' }))).toMatch(/^no-settings: .*add --settings MODULE$/);
  });

  it('is suggested where modules of several packages look like one', () => {
    const path = folderWith({
      'manage.py': '# django\n',
      'site/settings/__init__.py': '',
      'site/settings/base.py': 'INSTALLED_APPS = []\n',
      'site/settings/test.py': 'from .base import *\n',
      'other/settings.py': 'INSTALLED_APPS = []\n',
    });
    expect(refusal(path)).toMatch(/--settings MODULE: other\.settings, site\.settings\.base$/);
  });

  it('is the one that looks like it, or the foremost of one package, where nothing names it', () => {
    const files = { 'manage.py': '# django\n', 'site/other.py': 'INSTALLED_APPS = []\n', 'site/settings/__init__.py': '' };
    const base = { 'site/settings/base.py': 'INSTALLED_APPS = []\n' };
    expect(openProject({ path: folderWith({ ...files, ...base }) }).settings).toBe('site.settings.base');
    const production = { 'site/settings/production.py': 'from .base import *\n' };
    const project = openProject({ path: folderWith({ ...files, ...base, ...production }) });
    expect(project.settings).toBe('site.settings.production');
    expect(project.settingsFrom).toEqual({ file: 'site/settings/production.py', line: 1 });
  });

  it('is a module of the package that is named, where that sets nothing', () => {
    const path = folderWith({
      'manage.py': managePy('site.settings'),
      'site/settings/__init__.py': '# which one is decided at start\n"""Settings."""\n',
      'site/settings/defaults.py': 'INSTALLED_APPS = []\n',
      'site/settings/production.py': 'from .defaults import *\n',
      'pytest.ini': '[pytest]\nDJANGO_SETTINGS_MODULE = site.tests.settings\n',
      'site/tests/settings.py': 'INSTALLED_APPS = []\n',
    });
    expect(openProject({ path }).settings).toBe('site.settings.production');
  });

  it('may be that of a program with a start of its own', () => {
    const path = folderWith({
      'server/__init__.py': '',
      'server/core/__init__.py': '',
      'server/core/wsgi.py':
        'from django.core.wsgi import get_wsgi_application\nimport server\nserver.setup()\napplication = get_wsgi_application()\n',
      'server/core/settings.py': 'INSTALLED_APPS = []\n',
    });
    const project = openProject({ path });
    expect(project.settings).toBe('server.core.settings');
    expect(project.searchPath).toContain(path);
  });
});

describe('the Python path', () => {
  it.each([
    'sys.path.append(os.path.join(os.path.dirname(__file__), "apps"))',
    'sys.path.insert(0, str(Path(__file__).resolve().parent / "apps"))',
    'sys.path.insert(0, os.path.join(current_path, "apps"))',
  ])('has what manage.py adds: %s', (line) => {
    const path = folderWith({ 'manage.py': `${managePy('s')}${line}\n`, 's.py': '', 'apps/x.py': '' });
    expect(openProject({ path }).searchPath).toEqual([path, join(path, 'apps')]);
  });

  it.each([
    ['config/settings.py', 'BASE_DIR = Path(__file__).resolve().parent.parent\nsys.path.insert(0, os.path.join(BASE_DIR, "apps"))'],
    ['config/settings.py', 'BASE_DIR = os.path.dirname(os.path.dirname(__file__))\nAPPS = BASE_DIR + "/apps"\nsys.path.append(APPS)'],
    ['config/settings/common.py', 'ROOT = dirname(dirname(dirname(__file__)))\nAPPS_DIR = join(ROOT, "apps")\nsys.path.append(APPS_DIR)'],
  ])('has what the settings add in %s: %s', (file, text) => {
    const split = file.includes('common');
    const more: Record<string, string> = split ? { 'config/settings/prod.py': 'from .common import *' } : {};
    const all = folderWith({
      ...more,
      'manage.py': managePy(split ? 'config.settings.prod' : 'config.settings'),
      [file]: text,
      'apps/x.py': '',
    });
    expect(openProject({ path: all }).searchPath).toEqual([all, join(all, 'apps')]);
  });

  it('is what the user gives, before the project itself', () => {
    const path = folderWith({ 'manage.py': managePy('s'), 's.py': '', 'lib/x.py': '' });
    expect(openProject({ path, pythonPath: [join(path, 'lib')] }).searchPath).toEqual([join(path, 'lib'), path]);
    expect(refusal(path, { pythonPath: [join(path, 'none')] })).toMatch(/^python-path-missing: /);
  });

  it('follows a name that manage.py gives the folder', () => {
    const path = folderWith({ 'manage.py': `${managePy('s')}SRC = os.path.abspath("src")\nsys.path.insert(0, SRC)\n`, 'src/s.py': '' });
    expect(openProject({ path }).searchPath).toEqual([path, join(path, 'src')]);
  });

  it('has the folder above a package that holds manage.py, where the settings lie', () => {
    const path = folderWith({ 'shop/app/manage.py': managePy('shop.app.settings'), 'shop/app/settings.py': '' });
    expect(openProject({ path: join(path, 'shop/app') }).searchPath).toEqual([join(path, 'shop/app'), path]);
  });

  it('has the library of the repository around a project that tries it out, behind all else', () => {
    const path = folderWith({ 'setup.py': '', 'lib/__init__.py': '', 'docs/a.md': '', 'tests/manage.py': managePy('s'), 'tests/s.py': '' });
    const project = openProject({ path: join(path, 'tests') });
    expect(project.searchPath).toEqual([join(path, 'tests')]);
    expect(project.outerPath).toEqual([path]);
    expect(project.read(join(path, 'lib/__init__.py'))).toBe('');
  });
});

describe('a settings module that is not there', () => {
  it('is told, with what to do', () => {
    const path = folderWith({
      'manage.py': managePy('shop.conf.settings'),
      'shop/__init__.py': '',
      'shop/other/settings.py': 'INSTALLED_APPS = []\n',
    });
    expect(refusal(path)).toMatch(
      /^settings-missing: there is no settings module shop\.conf\.settings \(named in manage\.py:\d+\); add it, --settings MODULE \(perhaps shop\.other\.settings\) or --python-path DIR$/,
    );
  });
});

describe('versions', () => {
  const base = { 'manage.py': managePy('s'), 's.py': '' };

  it('are those of the virtual environment before all else', () => {
    const path = folderWith({ ...base, 'requirements.txt': 'Django==4.2.1\n', '.venv/pyvenv.cfg': '' });
    const packages = join(path, '.venv/lib/python3.11/site-packages');
    mkdirSync(join(packages, 'Django-5.2.8.dist-info'), { recursive: true });
    mkdirSync(join(packages, 'djangorestframework-3.16.1.dist-info'));
    const project = openProject({ path });
    expect(project.sitePackages).toBe(packages);
    expect(project.versions.django).toBe('5.2.8');
    expect(project.versions.drf).toBe('3.16.1');
    expect(openProject({ path, venv: packages }).sitePackages).toBe(packages);
    expect(refusal(path, { venv: join(path, 'nope') })).toMatch(/^venv-missing: /);
    expect(refusal(path, { venv: path })).toMatch(/^venv-empty: /);
  });

  it.each([
    ['requirements.txt', 'asgiref==3.8\ndjango[argon2]==5.1.4 ; python_version > "3.9" \\\n    --hash=sha256:00\n', '5.1.4', 2],
    ['requirements/production.txt', '-r base.txt\nDjango == 4.2.16\n', '4.2.16', 2],
    ['uv.lock', '[[package]]\nname = "django"\nversion = "5.2.3"\n', '5.2.3', 3],
    ['poetry.lock', '[[package]]\nname = "Django"\nversion = "5.0.9"\ndescription = ""\n', '5.0.9', 3],
    [
      'Pipfile.lock',
      '{\n    "default": {\n        "django": {\n            "hashes": [],\n            "version": "==4.2.9"\n        }\n    }\n}\n',
      '4.2.9',
      5,
    ],
    ['pyproject.toml', '[project]\ndependencies = [\n  "django>=5.1,<5.2",\n]\n', '5.1', 3],
    ['pyproject.toml', '[tool.poetry.dependencies]\ndjango = "^4.2"\n', '4.2', 2],
    ['setup.cfg', '[options]\ninstall_requires =\n    Django~=3.2.0\n', '3.2.0', 3],
  ])('are read from %s', (file, text, version, line) => {
    const path = folderWith({ ...base, [file]: text });
    const { versions } = openProject({ path });
    expect(versions.django).toBe(version);
    expect(versions.from).toEqual({ file, line });
  });

  it('are pins before ranges, and production before development', () => {
    const path = folderWith({
      ...base,
      'requirements-dev.txt': 'Django==3.0\n',
      'requirements.txt': 'Django==5.2.1\ndjangorestframework>=3.14\n',
      'setup.cfg': 'x =\n  djangorestframework==3.15.2\n',
    });
    const { django, drf, distributions } = openProject({ path }).versions;
    expect([django, drf]).toEqual(['5.2.1', '3.15.2']);
    expect(distributions.get('djangorestframework')?.exact).toBe(true);
  });

  it('are found at the root of the repository above PATH', () => {
    const path = folderWith({
      '.git/HEAD': '',
      'requirements.txt': 'Django==5.2.1\n',
      'backend/manage.py': managePy('s'),
      'backend/s.py': '',
    });
    const { django, from } = openProject({ path: join(path, 'backend') }).versions;
    expect(django).toBe('5.2.1');
    expect(from).toEqual({ file: '../requirements.txt', line: 1 });
  });

  it('are null when nothing says them', () => {
    expect(openProject({ path: folderWith(base) }).versions).toMatchObject({ django: null, drf: null, from: null });
  });
});

it('reads a settings package of nothing but quotes in one pass', () => {
  const folder = folderWith({
    'manage.py': managePy('config.settings'),
    'config/__init__.py': '',
    'config/settings/__init__.py': `${'"""'.repeat(5001)}x`,
    'config/settings/production.py': 'DEBUG = False',
  });
  expect(openProject({ path: folder, settings: null, pythonPath: [], venv: null }).settings).toBe('config.settings');
});
