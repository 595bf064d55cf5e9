/** Middleware that sends strangers on, or answers with a complaint, keeps them out where the valid token gets in. */
import { expect, it } from 'vitest';
import { probe as noToken } from '../../src/probes/no-token.ts';
import { probe as validToken } from '../../src/probes/valid-token.ts';
import { urlsJudged } from './urls-judged.ts';

const URLS = (words: string) => `
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.template.response import TemplateResponse
from django.urls import path
from rest_framework.authtoken.models import Token


class Guard:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        ${words}


def notes(request):
    return HttpResponse('notes')


urlpatterns = [path('notes/', notes), path('start/', notes)]
`;

const SETTINGS = `
ROOT_URLCONF = 'config.urls'
INSTALLED_APPS = ['django.contrib.contenttypes', 'django.contrib.auth', 'django.contrib.sessions', 'rest_framework.authtoken']
MIDDLEWARE = [
    'django.contrib.sessions.middleware.SessionMiddleware',
    'django.contrib.auth.middleware.AuthenticationMiddleware',
    'config.urls.Guard',
]
`;

const judged = (words: string) => [noToken, validToken].map((probe) => urlsJudged(probe, SETTINGS, URLS(words))[0]);
const KNOWN = "Token.objects.filter(key=request.headers.get('Authorization', '')[7:]).exists()";

it.each([[`if not ${KNOWN}: return HttpResponseRedirect('/start/')`], [`if not ${KNOWN}: return HttpResponse(status=409)`]])(
  '%s',
  (words) => {
    expect(judged(words)).toEqual(['/notes/ rejects', '/notes/ admits']);
  },
);

it('is no server error, though some data leads to one', () => {
  const words = `if not Token.objects.exists(): raise ValueError('no tokens')\n        if not ${KNOWN}: return HttpResponse(status=409)`;
  expect(judged(words)).toEqual(['/notes/ rejects', '/notes/ admits']);
});

it('shows nothing where the valid token is sent on as well', () => {
  expect(judged("return HttpResponseRedirect('/start/')")).toEqual(['/notes/ rejects', '/notes/ unknown']);
});

it('keeps nobody out who chooses what the complaint is about', () => {
  expect(judged(`if not ${KNOWN} and 'lang' not in request.GET: return HttpResponseRedirect('/start/')`)).toEqual([
    '/notes/ admits',
    '/notes/ admits',
  ]);
});

it.each(["render(request, 'notes.html')", "TemplateResponse(request, 'notes.html').render()"])('is no page of a template: %s', (page) => {
  expect(judged(`if not ${KNOWN}: return ${page}`)).toEqual(['/notes/ admits', '/notes/ admits']);
});
