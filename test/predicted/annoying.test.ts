/** Decorators of django-annoying make a response of what a view gives, and leave one that it made itself. */
import { expect, it } from 'vitest';
import { probe as noToken } from '../../src/probes/no-token.ts';
import { urlsJudged } from './urls-judged.ts';

const SETTINGS = `
ROOT_URLCONF = 'config.urls'
INSTALLED_APPS = ['django.contrib.contenttypes', 'django.contrib.auth', 'django.contrib.sessions']
MIDDLEWARE = ['django.contrib.sessions.middleware.SessionMiddleware', 'django.contrib.auth.middleware.AuthenticationMiddleware']
`;

const URLS = `
from annoying.decorators import ajax_request, render_to
from django.contrib.auth.decorators import login_required
from django.http import HttpResponseForbidden
from django.urls import path


@ajax_request
def open_notes(request):
    return {'notes': []}


@login_required
@ajax_request
def closed_notes(request):
    return {'notes': []}


@render_to('notes.html')
def asked_notes(request):
    if not request.user.is_authenticated:
        return HttpResponseForbidden()
    return {'notes': []}


urlpatterns = [path('open/', open_notes), path('closed/', closed_notes), path('asked/', asked_notes)]
`;

it('decide nothing', () => {
  expect(urlsJudged(noToken, SETTINGS, URLS)).toEqual(['/open/ admits', '/closed/ rejects', '/asked/ rejects']);
});
