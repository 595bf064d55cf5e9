"""`REST_KNOX` with its defaults."""
from datetime import timedelta

from django.conf import settings

from rest_framework.settings import APISettings, api_settings

DEFAULTS = {
    'SECURE_HASH_ALGORITHM': 'hashlib.sha512',
    'AUTH_TOKEN_CHARACTER_LENGTH': 64,
    'TOKEN_TTL': timedelta(hours=10),
    'USER_SERIALIZER': None,
    'TOKEN_LIMIT_PER_USER': None,
    'AUTO_REFRESH': False,
    'AUTO_REFRESH_MAX_TTL': None,
    'MIN_REFRESH_INTERVAL': 60,
    'AUTH_HEADER_PREFIX': 'Token',
    'EXPIRY_DATETIME_FORMAT': api_settings.DATETIME_FORMAT,
    'TOKEN_MODEL': getattr(settings, 'KNOX_TOKEN_MODEL', 'knox.AuthToken'),
    'TOKEN_PREFIX': '',
}
IMPORT_STRINGS = {'SECURE_HASH_ALGORITHM', 'USER_SERIALIZER'}


class KnoxSettings(APISettings):
    @property
    def user_settings(self):
        return getattr(settings, 'REST_KNOX', {})


knox_settings = KnoxSettings(None, DEFAULTS, IMPORT_STRINGS)


class _unlatched_CONSTANTS:
    TOKEN_KEY_LENGTH = 15
    DIGEST_LENGTH = 128
    MAXIMUM_TOKEN_PREFIX_LENGTH = 10


CONSTANTS = _unlatched_CONSTANTS()
