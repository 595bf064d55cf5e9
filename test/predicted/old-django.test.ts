/** Projects from before Django 2.0, which no Python of the tests runs: stated of 1.8 and 1.11 by their source. */
import { expect, it } from 'vitest';
import { probe as noToken } from '../../src/probes/no-token.ts';
import { urlsJudged } from './urls-judged.ts';

const SETTINGS = `
import os
ROOT_URLCONF = 'config.urls'
SECRET_KEY = os.environ['KEY']
INSTALLED_APPS = ['django.contrib.admin', 'django.contrib.contenttypes', 'django.contrib.auth', 'django.contrib.sessions']
MIDDLEWARE_CLASSES = [
    'django.contrib.sessions.middleware.SessionMiddleware',
    'django.contrib.auth.middleware.AuthenticationMiddleware',
    'config.urls.Closed',
]
`;

const VIEWS = `
from django.conf.urls import include, url
from django.contrib import admin
from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import User
from django.core.urlresolvers import reverse_lazy
from django.db import models
from django.dispatch import Signal
from django.http import HttpResponse, HttpResponseForbidden
from django.shortcuts import render_to_response
from django.utils import six
from django.utils.encoding import smart_text
from django.utils.translation import ugettext_lazy as _

changed = Signal(providing_args=['row'])


class Closed(object):
    def process_request(self, request):
        if request.path.startswith('/closed/') and not request.user.is_authenticated():
            return HttpResponseForbidden()


class Note(models.Model):
    owner = models.ForeignKey(User, related_name='notes')
    twin = models.OneToOneField('self', null=True)

    class Meta:
        app_label = 'auth'


def closed(request):
    return render_to_response('notes.html', {'notes': Note.objects.all()})


def called(request):
    if request.user.is_anonymous():
        return HttpResponseForbidden()
    return HttpResponse(smart_text('notes'))


@login_required
def asked(request):
    return HttpResponse('notes')


def opened(request):
    return HttpResponse('notes' if request.user.is_authenticated else 'nothing')

`;

const ROUTES = `
    url(r'^closed/$', closed),
    url(r'^called/$', called),
    url(r'^asked/$', asked),
    url(r'^opened/$', opened),
`;
const VERDICTS = ['/closed/ rejects', '/called/ rejects', '/asked/ rejects', '/opened/ admits'];
const own = (verdicts: readonly string[]) => verdicts.filter((verdict) => !verdict.startsWith('/admin/'));

it('is known with admin pages that are included, and users that are asked by a call', () => {
  const judged = urlsJudged(noToken, SETTINGS, `${VIEWS}urlpatterns = [url(r'^admin/', include(admin.site.urls)),${ROUTES}]`, '1.11.7');
  expect(judged.length).toBeGreaterThan(VERDICTS.length);
  expect(own(judged)).toEqual(VERDICTS);
});

it('is known with views that are named by texts', () => {
  const urls = `${VIEWS}
from django.conf.urls import patterns

urlpatterns = patterns('', url(r'^closed/$', 'config.urls.closed'), (r'^called/$', called))
urlpatterns += patterns('config.urls', url(r'^asked/$', 'asked'), (r'^opened/$', 'opened'))
`;
  expect(own(urlsJudged(noToken, SETTINGS, urls, '1.8.3'))).toEqual(VERDICTS);
});

it('has its pages of login as functions', () => {
  const urls = `${VIEWS}
from django.contrib.auth import views

urlpatterns = [url(r'^login/$', views.login), url(r'^change/$', views.password_change)]
`;
  expect(own(urlsJudged(noToken, SETTINGS, urls, '1.11.7'))).toEqual(['/login/ admits', '/change/ rejects']);
});
