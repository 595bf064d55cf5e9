/** Views that nothing guards alike share no positive control: that the right token gets into one of them shows nothing of another. */
import { expect, it } from 'vitest';
import { probe as validToken } from '../../src/probes/valid-token.ts';
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
