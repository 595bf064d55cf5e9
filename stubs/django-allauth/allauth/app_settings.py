"""Which parts of allauth are there is told by INSTALLED_APPS."""
from django.apps import apps

from allauth.utils import get_setting


class AppSettings:
    def __init__(self, prefix):
        self.prefix = prefix

    def _setting(self, name, dflt):
        return get_setting(self.prefix + name, dflt)

    @property
    def SITES_ENABLED(self):
        return apps.is_installed('django.contrib.sites')

    @property
    def SOCIALACCOUNT_ENABLED(self):
        return apps.is_installed('allauth.socialaccount')

    @property
    def MFA_ENABLED(self):
        return apps.is_installed('allauth.mfa')

    @property
    def USERSESSIONS_ENABLED(self):
        return apps.is_installed('allauth.usersessions')

    @property
    def HEADLESS_ENABLED(self):
        return apps.is_installed('allauth.headless')

    @property
    def SOCIALACCOUNT_ONLY(self):
        return get_setting('SOCIALACCOUNT_ONLY', False)

    @property
    def HEADLESS_ONLY(self):
        return get_setting('HEADLESS_ONLY', False)


_app_settings = AppSettings('ALLAUTH_')


def __getattr__(name):
    return getattr(_app_settings, name)
