"""Pages of the installed parts, then those of each provider among INSTALLED_APPS."""
from django.urls import include, path
from django.views.generic.base import RedirectView

from allauth import app_settings
from allauth.socialaccount.providers import _unlatched_provider_patterns

urlpatterns = []
if not app_settings.HEADLESS_ONLY:
    urlpatterns += [path('', include('allauth.account.urls'))]
    if app_settings.MFA_ENABLED:
        urlpatterns += [path('2fa/', include('allauth.mfa.urls'))]
if app_settings.SOCIALACCOUNT_ENABLED and not app_settings.HEADLESS_ONLY:
    urlpatterns += [
        path('3rdparty/', include('allauth.socialaccount.urls')),
        path('social/login/cancelled/', RedirectView.as_view(pattern_name='socialaccount_login_cancelled', permanent=True)),
        path('social/login/error/', RedirectView.as_view(pattern_name='socialaccount_login_error', permanent=True)),
        path('social/signup/', RedirectView.as_view(pattern_name='socialaccount_signup', permanent=True)),
        path('social/connections/', RedirectView.as_view(pattern_name='socialaccount_connections', permanent=True)),
    ]
if app_settings.SOCIALACCOUNT_ENABLED:
    urlpatterns += _unlatched_provider_patterns()
if app_settings.USERSESSIONS_ENABLED and not app_settings.HEADLESS_ONLY:
    urlpatterns += [path('sessions/', include('allauth.usersessions.urls'))]
