import jwt

from django.contrib.auth import get_user_model

from _unlatched import opaque, version_of
from rest_framework_jwt.settings import api_settings


def jwt_get_secret_key(payload=None):
    if api_settings.JWT_GET_USER_SECRET_KEY:
        user = get_user_model().objects.get(pk=payload.get('user_id'))
        return str(api_settings.JWT_GET_USER_SECRET_KEY(user))
    return api_settings.JWT_SECRET_KEY


def jwt_get_username_from_payload_handler(payload):
    return payload.get('username')


def _unlatched_decode(token):
    algorithms = api_settings.JWT_ALGORITHM
    if not isinstance(algorithms, list):
        algorithms = [algorithms]
    if jwt.get_unverified_header(token)['alg'] not in algorithms:
        raise jwt.exceptions.InvalidAlgorithmError
    if api_settings.JWT_PUBLIC_KEY:
        key = api_settings.JWT_PUBLIC_KEY
    else:
        key = jwt_get_secret_key(jwt.decode(token, options={'verify_signature': False}))
    return jwt.decode(
        token,
        key,
        options={'verify_signature': api_settings.JWT_VERIFY, 'verify_exp': api_settings.JWT_VERIFY_EXPIRATION},
        leeway=api_settings.JWT_LEEWAY,
        audience=api_settings.JWT_AUDIENCE,
        issuer=api_settings.JWT_ISSUER,
        algorithms=algorithms,
    )


if version_of('djangorestframework-jwt') >= (2, 0):

    def jwt_create_payload(user):
        return {'user_id': user.pk, 'username': user.get_username()}

    def jwt_encode_payload(payload):
        return opaque('a new token')

    def jwt_decode_token(token):
        return _unlatched_decode(token)

    def jwt_create_response_payload(token, user=None, request=None, issued_at=None):
        return {'pk': issued_at, 'token': token}

else:

    def jwt_payload_handler(user):
        return {'user_id': user.pk, 'username': user.get_username()}

    def jwt_encode_handler(payload):
        return opaque('a new token')

    def jwt_decode_handler(token):
        return _unlatched_decode(token)

    def jwt_response_payload_handler(token, user=None, request=None):
        return {'token': token}
