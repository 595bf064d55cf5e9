/** The version of a library that a project names decides what its stub brings. */
import { expect, it } from 'vitest';
import { loadSource } from '../../src/predicted/index.ts';
import { probe as noToken } from '../../src/probes/no-token.ts';
import { folderWith, managePy } from '../support/folder.ts';

function load(library: string, apps: string, routes: string) {
  return loadSource({
    root: folderWith({
      'manage.py': managePy('config.settings'),
      'requirements.txt': `Django==5.2.8\n${library}\n`,
      'config/__init__.py': '',
      'config/settings.py': `ROOT_URLCONF = 'config.urls'\nINSTALLED_APPS = ['django.contrib.admin', 'django.contrib.auth', 'django.contrib.contenttypes', ${apps}]\n`,
      'config/urls.py': `from django.contrib import admin\nfrom django.urls import include, path\n\nurlpatterns = [${routes}]\n`,
    }),
  });
}

it.each([
  ['65.13.1', { verdict: 'admits', status: 200 }],
  ['65.14.0', { verdict: 'rejects', status: 401 }],
])('the page of allauth %s for a login that failed', (version, expected) => {
  const witness = load(
    `django-allauth==${version}`,
    "'allauth', 'allauth.account', 'allauth.socialaccount'",
    "path('', include('allauth.urls'))",
  );
  const page = witness.operations.find(({ name, method }) => name === 'socialaccount_login_error' && method === 'GET')!;
  expect(witness.judge(page, noToken)).toMatchObject(expected);
});

it.each([
  ['5.0.1', []],
  ['6.0.0', ['/admin/taggit/tag/merge-tags/']],
])('the pages of tags in the admin, of django-taggit %s', (version, merges) => {
  const { operations } = load(`django-taggit==${version}`, "'taggit'", "path('admin/', admin.site.urls)");
  const paths = operations.map(({ path }) => path).filter((path) => path.startsWith('/admin/taggit/tag/'));
  expect(paths).toContain('/admin/taggit/tag/add/');
  expect(paths.filter((path) => path.includes('merge'))).toEqual(merges);
});
