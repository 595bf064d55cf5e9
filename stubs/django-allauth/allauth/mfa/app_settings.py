from _unlatched import opaque
from allauth.utils import get_setting


class AppSettings:
    def __init__(self, prefix):
        self.prefix = prefix

    def _setting(self, name, dflt):
        return get_setting(self.prefix + name, dflt)

    @property
    def ADAPTER(self):
        return self._setting('ADAPTER', 'allauth.mfa.adapter.DefaultMFAAdapter')

    @property
    def FORMS(self):
        return self._setting('FORMS', {})

    @property
    def REAUTHENTICATION_REQUIRED(self):
        return self._setting('REAUTHENTICATION_REQUIRED', True)

    @property
    def TRUST_ENABLED(self):
        return self._setting('TRUST_ENABLED', False)

    @property
    def SUPPORTED_TYPES(self):
        return self._setting('SUPPORTED_TYPES', ['recovery_codes', 'totp'])

    @property
    def PASSKEY_LOGIN_ENABLED(self):
        return self._setting('PASSKEY_LOGIN_ENABLED', False)

    @property
    def PASSKEY_SIGNUP_ENABLED(self):
        return self._setting('PASSKEY_SIGNUP_ENABLED', False)

    @property
    def _TRUST_STAGE_ENABLED(self):
        return self.TRUST_ENABLED and not get_setting('HEADLESS_ONLY', False)

    def __getattr__(self, name):
        return opaque('MFA_' + name)


_app_settings = AppSettings('MFA_')


def __getattr__(name):
    return getattr(_app_settings, name)
