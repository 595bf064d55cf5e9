/** A view that sends on to the login turns away, unless it did something first: whoever registers is sent there as well. */
import { expect, it } from 'vitest';
import { probe as noToken } from '../../src/probes/no-token.ts';
import { probe as validToken } from '../../src/probes/valid-token.ts';
import { urlsJudged } from './urls-judged.ts';

const URLS = `
from django.contrib.auth.models import User
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import path
from django.views import View


class Registration(View):
    def post(self, request):
        User.objects.create_user(request.POST['name'], password=request.POST['password'])
        return HttpResponseRedirect('/login/')


class Desk(View):
    def post(self, request):
        if not request.user.is_authenticated:
            return HttpResponseRedirect('/login/')
        return HttpResponse('desk')


def loadLoginPage(request):
    return HttpResponse('who are you?')


def board(request):
    try:
        return HttpResponse(request.session['userID'])
    except KeyError:
        return redirect(loadLoginPage)


urlpatterns = [
    path('register/', Registration.as_view()),
    path('desk/', Desk.as_view()),
    path('', loadLoginPage),
    path('board/', board),
]
`;

const SETTINGS = `
ROOT_URLCONF = 'config.urls'
INSTALLED_APPS = ['django.contrib.contenttypes', 'django.contrib.auth', 'django.contrib.sessions']
MIDDLEWARE = ['django.contrib.sessions.middleware.SessionMiddleware', 'django.contrib.auth.middleware.AuthenticationMiddleware']
`;

it('is told by what the view did before', () => {
  expect(urlsJudged(noToken, SETTINGS, URLS)).toEqual(['/register/ admits', '/desk/ rejects', '/ admits', '/board/ rejects']);
});

it('is known where the address was quoted by a function that Django 4 has no more', () => {
  const urls = `
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import path
from django.utils.http import urlquote


def desk(request):
    if not request.user.is_authenticated:
        return HttpResponseRedirect('/enter?next=%s' % urlquote(request.get_full_path()))
    return HttpResponse('desk')


urlpatterns = [path('desk/', desk)]
`;
  expect(urlsJudged(noToken, SETTINGS, urls, '2.2.28')).toEqual(['/desk/ rejects']);
});

it('is known where only the deployment knows the address', () => {
  const settings = `
import yaml
from django.http import HttpResponseRedirect

${SETTINGS.replace("'django.contrib.auth.middleware.AuthenticationMiddleware'", "'django.contrib.auth.middleware.AuthenticationMiddleware', 'config.settings.Door'")}
ADDRESSES = yaml.safe_load(open('/etc/app/addresses.yml'))
LOGIN_URL = ADDRESSES.login
NEWS_URL = ADDRESSES.login_news


class Door:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        from django.conf import settings

        if request.user.is_anonymous and 'news' not in request.path:
            return HttpResponseRedirect(settings.LOGIN_URL + '?next=' + request.path)
        return HttpResponseRedirect(settings.NEWS_URL)
`;
  const urls = `
from django.http import HttpResponse
from django.urls import path

urlpatterns = [path('desk/', lambda request: HttpResponse('')), path('news/', lambda request: HttpResponse(''))]
`;
  expect(urlsJudged(noToken, settings, urls)).toEqual(['/desk/ rejects', '/news/ rejects']);
  // Everybody is sent there: that shows nothing about the token.
  expect(urlsJudged(validToken, settings, urls)[1]).toBe('/news/ unknown');
});
