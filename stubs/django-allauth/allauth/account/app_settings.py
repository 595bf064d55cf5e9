"""Settings of the accounts, as far as they decide about routes and gates."""
from django.conf import settings

from _unlatched import opaque
from allauth.utils import get_setting


class AppSettings:
    def __init__(self, prefix):
        self.prefix = prefix

    def _setting(self, name, dflt):
        return get_setting(self.prefix + name, dflt)

    @property
    def EMAIL_VERIFICATION_BY_CODE_ENABLED(self):
        return self._setting('EMAIL_VERIFICATION_BY_CODE_ENABLED', False)

    @property
    def CHANGE_EMAIL(self):
        return self._setting('CHANGE_EMAIL', False)

    @property
    def UNIQUE_EMAIL(self):
        return self._setting('UNIQUE_EMAIL', True)

    @property
    def ADAPTER(self):
        return self._setting('ADAPTER', 'allauth.account.adapter.DefaultAccountAdapter')

    @property
    def CONFIRM_EMAIL_ON_GET(self):
        return self._setting('CONFIRM_EMAIL_ON_GET', False)

    @property
    def AUTHENTICATED_LOGIN_REDIRECTS(self):
        return self._setting('AUTHENTICATED_LOGIN_REDIRECTS', True)

    @property
    def LOGIN_ON_EMAIL_CONFIRMATION(self):
        return self._setting('LOGIN_ON_EMAIL_CONFIRMATION', False)

    @property
    def LOGOUT_REDIRECT_URL(self):
        return self._setting('LOGOUT_REDIRECT_URL', settings.LOGOUT_REDIRECT_URL or '/')

    @property
    def LOGOUT_ON_GET(self):
        return self._setting('LOGOUT_ON_GET', False)

    @property
    def USER_MODEL_USERNAME_FIELD(self):
        return self._setting('USER_MODEL_USERNAME_FIELD', 'username')

    @property
    def USER_MODEL_EMAIL_FIELD(self):
        return self._setting('USER_MODEL_EMAIL_FIELD', 'email')

    @property
    def TEMPLATE_EXTENSION(self):
        return self._setting('TEMPLATE_EXTENSION', 'html')

    @property
    def FORMS(self):
        return self._setting('FORMS', {})

    @property
    def EMAIL_CONFIRMATION_HMAC(self):
        return self._setting('EMAIL_CONFIRMATION_HMAC', True)

    @property
    def PASSWORD_RESET_BY_CODE_ENABLED(self):
        return self._setting('PASSWORD_RESET_BY_CODE_ENABLED', False)

    @property
    def REAUTHENTICATION_REQUIRED(self):
        return self._setting('REAUTHENTICATION_REQUIRED', False)

    @property
    def LOGIN_BY_CODE_ENABLED(self):
        return self._setting('LOGIN_BY_CODE_ENABLED', False)

    @property
    def SIGNUP_FORM_CLASS(self):
        return self._setting('SIGNUP_FORM_CLASS', None)

    @property
    def EMAIL_VERIFICATION(self):
        return self._setting('EMAIL_VERIFICATION', 'optional')

    @property
    def SIGNUP_FIELDS(self):
        """Names of the fields; a star marks those that must be filled in."""
        names = get_setting('ACCOUNT_SIGNUP_FIELDS', ['username*', 'email', 'password1*', 'password2*'])
        return {name.rstrip('*'): {'required': name.endswith('*')} for name in names}

    def __getattr__(self, name):
        return opaque('ACCOUNT_' + name)


_app_settings = AppSettings('ACCOUNT_')


def __getattr__(name):
    return getattr(_app_settings, name)
