from _unlatched import opaque
from allauth.utils import get_setting


class AppSettings:
    def __init__(self, prefix):
        self.prefix = prefix

    def _setting(self, name, dflt):
        return get_setting(self.prefix + name, dflt)

    @property
    def ADAPTER(self):
        return self._setting('ADAPTER', 'allauth.socialaccount.adapter.DefaultSocialAccountAdapter')

    @property
    def LOGIN_ON_GET(self):
        return self._setting('LOGIN_ON_GET', False)

    @property
    def FORMS(self):
        return self._setting('FORMS', {})

    @property
    def STORE_TOKENS(self):
        return self._setting('STORE_TOKENS', False)

    @property
    def OPENID_CONNECT_URL_PREFIX(self):
        return self._setting('OPENID_CONNECT_URL_PREFIX', 'oidc')

    @property
    def PROVIDERS(self):
        return self._setting('PROVIDERS', {})

    def __getattr__(self, name):
        return opaque('SOCIALACCOUNT_' + name)


_app_settings = AppSettings('SOCIALACCOUNT_')


def __getattr__(name):
    return getattr(_app_settings, name)
