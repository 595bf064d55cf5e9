"""The headless API, once for browsers and once for apps."""
from django.urls import include, path

from allauth import app_settings as allauth_settings
from allauth.headless import app_settings
from allauth.headless.account import urls as account_urls
from allauth.headless.base import urls as base_urls
from allauth.headless.constants import Client
from allauth.headless.tokens import urls as tokens_urls


def build_urlpatterns(client):
    parts = [(account_urls, 'account')]
    if allauth_settings.SOCIALACCOUNT_ENABLED:
        from allauth.headless.socialaccount import urls as socialaccount_urls

        parts.append((socialaccount_urls, 'socialaccount'))
    if allauth_settings.MFA_ENABLED:
        from allauth.headless.mfa import urls as mfa_urls

        parts.append((mfa_urls, 'mfa'))
    if allauth_settings.USERSESSIONS_ENABLED:
        from allauth.headless.usersessions import urls as usersessions_urls

        parts.append((usersessions_urls, 'usersessions'))
    if client == Client.APP:
        parts.append((tokens_urls, 'tokens'))
    patterns = base_urls.build_urlpatterns(client)
    for module, namespace in parts:
        patterns.append(path('', include((module.build_urlpatterns(client), 'headless'), namespace=namespace)))
    return [path('v1/', include(patterns))]


app_name = 'headless'
urlpatterns = []
if Client.BROWSER.value in app_settings.CLIENTS:
    urlpatterns.append(path('browser/', include((build_urlpatterns(Client.BROWSER), 'headless'), namespace='browser')))
if Client.APP.value in app_settings.CLIENTS:
    urlpatterns.append(path('app/', include((build_urlpatterns(Client.APP), 'headless'), namespace='app')))
if app_settings.SERVE_SPECIFICATION:
    urlpatterns.append(path('', include('allauth.headless.spec.urls')))
