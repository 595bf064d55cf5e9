/** Views that nothing guards alike share no positive control: that the right token gets into one of them shows nothing of another. */
import { expect, it } from 'vitest';
import { loadSource } from '../../src/predicted/index.ts';
import { probe as noToken } from '../../src/probes/no-token.ts';
import { probe as validToken } from '../../src/probes/valid-token.ts';
import { folderWith, managePy } from '../support/folder.ts';
import { urlsJudged } from './urls-judged.ts';

const URLS = `
import functools

from django.http import HttpResponse
from django.urls import path
from rest_framework.authtoken.models import Token


def holds(request):
    return Token.objects.filter(key=request.headers.get('Authorization', '')[7:]).exists()


class Guard:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.path.startswith('/inner/') and (not holds(request) or holds(request)):
            return HttpResponse(status=401)
        return self.get_response(request)


def guarded(test):
    def decorate(view):
        @functools.wraps(view)
        def inner(request):
            return view(request) if test(request) else HttpResponse(status=401)

        return inner

    return decorate


def page(request):
    return HttpResponse('page')


by_token = guarded(holds)(page)
by_nobody = guarded(lambda request: holds(request) and not holds(request))(page)

urlpatterns = [path('open/', page), path('by-token/', by_token), path('by-nobody/', by_nobody), path('inner/', page)]
`;

const SETTINGS = `
ROOT_URLCONF = 'config.urls'
INSTALLED_APPS = ['django.contrib.contenttypes', 'django.contrib.auth', 'rest_framework.authtoken']
MIDDLEWARE = ['config.urls.Guard']
`;

it('is asked of each of them', () => {
  expect(urlsJudged(validToken, SETTINGS, URLS)).toEqual(['/open/ admits', '/by-token/ admits', '/by-nobody/ rejects', '/inner/ rejects']);
});

const PAGES = `
from django.contrib.auth.models import User
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import path


def page(request, number):
    user = get_object_or_404(User, pk=number)
    if not request.user.is_authenticated:
        return HttpResponseRedirect('/accounts/login/')
    return HttpResponse(user.username)


def named(request, number):
    user = get_object_or_404(User, pk=number)
    if request.headers.get('X-Name') != user.username or not request.user.is_authenticated:
        return HttpResponseRedirect('/accounts/login/')
    return HttpResponse(user.username)


urlpatterns = [path('page/<int:number>/', page), path('named/<int:number>/', named)]
`;

const WITH_SESSIONS = `
ROOT_URLCONF = 'config.urls'
INSTALLED_APPS = ['django.contrib.contenttypes', 'django.contrib.auth', 'django.contrib.sessions']
MIDDLEWARE = ['django.contrib.sessions.middleware.SessionMiddleware', 'django.contrib.auth.middleware.AuthenticationMiddleware']
`;

it('is not needed where nothing is asked that may say who is calling: who has not logged in is turned away', () => {
  const files = { 'manage.py': managePy('config.settings'), 'config/settings.py': WITH_SESSIONS, 'config/urls.py': PAGES };
  const witness = loadSource({ root: folderWith({ ...files, 'config/__init__.py': '' }) });
  const verdicts = witness.operations.map((operation) => witness.judge(operation, noToken));
  expect(verdicts.map(({ verdict, standsAlone }) => [verdict, standsAlone ?? false])).toEqual([
    ['rejects', true],
    ['rejects', false],
  ]);
});
