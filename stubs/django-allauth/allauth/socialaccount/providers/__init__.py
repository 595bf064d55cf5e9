"""The routes of a provider: to its log-in and back; most are alike, and named after the app."""
from django.conf import settings
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import include, path, re_path

from _unlatched import effect, opaque
from allauth.account.internal.decorators import login_not_required

_unlatched_PREFIX = 'allauth.socialaccount.providers.'


@login_not_required
def _unlatched_login(request, *args, **kwargs):
    return HttpResponseRedirect(opaque('log-in of the provider'))


@login_not_required
def _unlatched_callback(request, *args, **kwargs):
    """The provider vouches for the user by a code that the server checks with it."""
    effect('login', 'a provider vouches for a user')
    return HttpResponse(opaque('page'))


def _unlatched_patterns_of(name):
    pair = [
        path('login/', _unlatched_login, name=name + '_login'),
        path('login/callback/', _unlatched_callback, name=name + '_callback'),
    ]
    if name == 'openid_connect':
        return [path('oidc/', include([re_path(r'^(?P<provider_id>[^/]+)/', include(pair))]))]
    patterns = [path(f'{name}/', include(pair))]
    if name in ('google', 'facebook'):
        patterns.append(path(f'{name}/login/token/', _unlatched_callback, name=name + '_login_by_token'))
    if name == 'apple':
        patterns.append(path('apple/login/callback/finish/', _unlatched_callback, name='apple_finish_callback'))
    return patterns


def _unlatched_provider_patterns():
    names = [app[len(_unlatched_PREFIX) :].split('.')[0] for app in settings.INSTALLED_APPS if app.startswith(_unlatched_PREFIX)]
    patterns = []
    for name in [name for name in names if name != 'openid_connect'] + [name for name in names if name == 'openid_connect']:
        patterns += _unlatched_patterns_of(name)
    return patterns
