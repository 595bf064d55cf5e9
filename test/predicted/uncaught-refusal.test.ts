/** A plain view that lets the exception of a wrong token through answers with a server error: nobody gets in that way. */
import { expect, it } from 'vitest';
import { probe as garbageToken } from '../../src/probes/garbage-token.ts';
import { urlsJudged } from './urls-judged.ts';

const URLS = `
import jwt
from django.conf import settings
from django.contrib.auth.models import User
from django.http import HttpResponse
from django.urls import path


def told(request):
    claims = jwt.decode(request.headers['Authorization'][7:], settings.KEY, algorithms=['HS256'])
    return HttpResponse(claims['sub'])


def written(request):
    User.objects.create_user('somebody')
    return told(request)


def other(request):
    return HttpResponse(1 / 0)


urlpatterns = [path('told/', told), path('written/', written), path('other/', other)]
`;

const SETTINGS = `
KEY = 'a key of some length, which nobody knows'
ROOT_URLCONF = 'config.urls'
INSTALLED_APPS = ['django.contrib.contenttypes', 'django.contrib.auth']
MIDDLEWARE = []
`;

it('is what a complaint about the body, which a middleware looks at first, does not hide', () => {
  const settings = SETTINGS.replace('MIDDLEWARE = []', "MIDDLEWARE = ['config.urls.parsed', 'config.urls.named']");
  const urls = `${URLS}
import json


def parsed(get_response):
    def middleware(request):
        if request.content_type == 'application/json':
            try:
                json.loads(request.body)
            except json.JSONDecodeError:
                return HttpResponse('no JSON', status=400)
        return get_response(request)
    return middleware


def named(get_response):
    def middleware(request):
        if 'Authorization' in request.headers:
            jwt.decode(request.headers['Authorization'][7:], settings.KEY, algorithms=['HS256'])
        return get_response(request)
    return middleware
`;
  expect(urlsJudged(garbageToken, settings, urls)).toEqual(['/told/ crashes', '/written/ crashes', '/other/ crashes']);
});

it('is no way in unless something was written before', () => {
  expect(urlsJudged(garbageToken, SETTINGS, URLS)).toEqual(['/told/ crashes', '/written/ admits', '/other/ admits']);
});
