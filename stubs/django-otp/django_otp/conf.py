"""Settings with the defaults of this package."""
from django.conf import settings as _unlatched_settings

from _unlatched import opaque


class Settings:
    def __getattr__(self, name):
        if name == 'OTP_LOGIN_URL':
            return getattr(_unlatched_settings, 'OTP_LOGIN_URL', _unlatched_settings.LOGIN_URL)
        return getattr(_unlatched_settings, name, opaque('setting ' + name))


settings = Settings()
