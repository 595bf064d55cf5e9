/** Routes whose pattern is a matter of the installation. */
import { describe, expect, it } from 'vitest';
import { loadSource } from '../../src/predicted/index.ts';
import { folderWith, managePy } from '../support/folder.ts';

const URLS = `
import os

from django.http import HttpResponse
from django.urls import path, re_path


def page(request, **kwargs):
    return HttpResponse()


def notes(request):
    return HttpResponse()


urlpatterns = [
    re_path(os.environ['PAGES'], page),
    re_path(os.environ['PAGES'] + '/more/$', page),
    path('notes/', notes),
]
`;

describe('a regular expression that is not known', () => {
  it('takes no paths away from later routes', () => {
    const { operations } = loadSource({
      root: folderWith({
        'manage.py': managePy('config.settings'),
        'config/__init__.py': '',
        'config/settings.py': "ROOT_URLCONF = 'config.urls'\n",
        'config/urls.py': URLS,
      }),
    });
    expect(operations.map(({ path }) => path).at(-1)).toBe('/notes/');
    expect(operations.filter(({ reachable }) => !reachable)).toEqual([]);
    expect(operations.map(({ path }) => path)).not.toContain('/');
  });
});
