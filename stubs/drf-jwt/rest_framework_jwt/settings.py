import datetime

from django.conf import settings

from _unlatched import is_required
from rest_framework.settings import APISettings

USER_SETTINGS = getattr(settings, 'JWT_AUTH', None)

if is_required('djangorestframework-jwt'):
    _UNLATCHED_PREFIX = 'JWT'
    _UNLATCHED_HANDLERS = ('jwt_encode_handler', 'jwt_decode_handler', 'jwt_payload_handler', 'jwt_response_payload_handler')
else:
    _UNLATCHED_PREFIX = 'Bearer'
    _UNLATCHED_HANDLERS = ('jwt_encode_payload', 'jwt_decode_token', 'jwt_create_payload', 'jwt_create_response_payload')

DEFAULTS = {
    'JWT_SECRET_KEY': settings.SECRET_KEY,
    'JWT_GET_USER_SECRET_KEY': None,
    'JWT_PRIVATE_KEY': None,
    'JWT_PUBLIC_KEY': None,
    'JWT_ALGORITHM': 'HS256',
    'JWT_INSIST_ON_KID': False,
    'JWT_TOKEN_ID': 'include',
    'JWT_AUDIENCE': None,
    'JWT_ISSUER': None,
    'JWT_ENCODE_HANDLER': 'rest_framework_jwt.utils.' + _UNLATCHED_HANDLERS[0],
    'JWT_DECODE_HANDLER': 'rest_framework_jwt.utils.' + _UNLATCHED_HANDLERS[1],
    'JWT_PAYLOAD_HANDLER': 'rest_framework_jwt.utils.' + _UNLATCHED_HANDLERS[2],
    'JWT_PAYLOAD_GET_USERNAME_HANDLER': 'rest_framework_jwt.utils.jwt_get_username_from_payload_handler',
    'JWT_PAYLOAD_INCLUDE_USER_ID': True,
    'JWT_VERIFY': True,
    'JWT_VERIFY_EXPIRATION': True,
    'JWT_LEEWAY': 0,
    'JWT_EXPIRATION_DELTA': datetime.timedelta(seconds=300),
    'JWT_ALLOW_REFRESH': not is_required('djangorestframework-jwt'),
    'JWT_REFRESH_EXPIRATION_DELTA': datetime.timedelta(days=7),
    'JWT_AUTH_HEADER_PREFIX': _UNLATCHED_PREFIX,
    'JWT_RESPONSE_PAYLOAD_HANDLER': 'rest_framework_jwt.utils.' + _UNLATCHED_HANDLERS[3],
    'JWT_AUTH_COOKIE': None,
    'JWT_IMPERSONATION_COOKIE': None,
}

IMPORT_STRINGS = (
    'JWT_ENCODE_HANDLER',
    'JWT_DECODE_HANDLER',
    'JWT_PAYLOAD_HANDLER',
    'JWT_PAYLOAD_GET_USERNAME_HANDLER',
    'JWT_RESPONSE_PAYLOAD_HANDLER',
    'JWT_GET_USER_SECRET_KEY',
)

api_settings = APISettings(USER_SETTINGS, DEFAULTS, IMPORT_STRINGS)
