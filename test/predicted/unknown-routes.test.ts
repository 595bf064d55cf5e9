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

const SEVERAL = `
import left_out
from django.http import HttpResponse
from django.urls import path


def page(request):
    return HttpResponse()


urlpatterns = [path('notes/', page)]
if left_out.FIRST:
    urlpatterns = [path('first/', page)] + urlpatterns
if left_out.SECOND:
    urlpatterns = urlpatterns + [path('second/', page)]
if left_out.THIRD:
    urlpatterns += [path('third/', page)]
`;

describe('a list of routes that is made anew under several conditions', () => {
  it('has the routes of all of them', () => {
    const { operations } = loadSource({
      root: folderWith({
        'manage.py': managePy('config.settings'),
        'config/__init__.py': '',
        'config/settings.py': "ROOT_URLCONF = 'config.urls'\n",
        'config/urls.py': SEVERAL,
      }),
    });
    expect(operations.map(({ path }) => path).toSorted()).toEqual(['/first/', '/notes/', '/second/', '/third/']);
  });
});
