import jwt

from django.contrib.auth import get_user_model

from _unlatched import is_required, opaque
from rest_framework import serializers
from rest_framework_jwt.settings import api_settings


def get_username_field():
    return get_user_model().USERNAME_FIELD


def jwt_get_username_from_payload_handler(payload):
    return payload.get('username')


if is_required('djangorestframework-jwt'):

    def jwt_get_secret_key(payload=None):
        if api_settings.JWT_GET_USER_SECRET_KEY:
            user = get_user_model().objects.get(pk=payload.get('user_id'))
            return str(api_settings.JWT_GET_USER_SECRET_KEY(user))
        return api_settings.JWT_SECRET_KEY

    def jwt_payload_handler(user):
        return {'user_id': user.pk, 'username': user.get_username()}

    def jwt_get_user_id_from_payload_handler(payload):
        return payload.get('user_id')

    def jwt_encode_handler(payload):
        return opaque('a new token')

    def jwt_decode_handler(token):
        """PyJWT 1: without a check of the signature nothing is checked."""
        if not api_settings.JWT_VERIFY:
            return jwt.decode(token, options={'verify_signature': False})
        return jwt.decode(
            token,
            api_settings.JWT_PUBLIC_KEY or jwt_get_secret_key(jwt.decode(token, options={'verify_signature': False})),
            options={'verify_exp': api_settings.JWT_VERIFY_EXPIRATION},
            leeway=api_settings.JWT_LEEWAY,
            audience=api_settings.JWT_AUDIENCE,
            issuer=api_settings.JWT_ISSUER,
            algorithms=[api_settings.JWT_ALGORITHM],
        )

    def jwt_response_payload_handler(token, user=None, request=None):
        return {'token': token}

else:

    def jwt_get_secret_key(payload=None):
        if api_settings.JWT_GET_USER_SECRET_KEY:
            User = get_user_model()
            try:
                user = User.objects.get_by_natural_key(api_settings.JWT_PAYLOAD_GET_USERNAME_HANDLER(payload))
            except User.DoesNotExist:
                raise serializers.ValidationError("User doesn't exist.")
            return api_settings.JWT_GET_USER_SECRET_KEY(user)
        return api_settings.JWT_SECRET_KEY

    def jwt_create_payload(user):
        return {'user_id': user.pk, 'username': user.get_username()}

    def jwt_encode_payload(payload):
        return opaque('a new token')

    def jwt_decode_token(token):
        """Keys may be several, also by name; a token without a name is tried with all of them."""
        algorithms = api_settings.JWT_ALGORITHM
        if not isinstance(algorithms, list):
            algorithms = [algorithms]
        algorithm = jwt.get_unverified_header(token)['alg']
        if algorithm not in algorithms:
            raise jwt.exceptions.InvalidAlgorithmError
        if algorithm.startswith('HS'):
            keys = jwt_get_secret_key(jwt.decode(token, options={'verify_signature': False}))
        else:
            keys = api_settings.JWT_PUBLIC_KEY
        if isinstance(keys, dict):
            keys = list(keys.values())
        refused = None
        for key in keys if isinstance(keys, list) else [keys]:
            try:
                return jwt.decode(
                    token,
                    key,
                    options={'verify_exp': api_settings.JWT_VERIFY_EXPIRATION, 'verify_signature': api_settings.JWT_VERIFY},
                    leeway=api_settings.JWT_LEEWAY,
                    audience=api_settings.JWT_AUDIENCE,
                    issuer=api_settings.JWT_ISSUER,
                    algorithms=[algorithm],
                )
            except jwt.exceptions.InvalidSignatureError as error:
                refused = error
        raise refused

    def jwt_create_response_payload(token, user=None, request=None, issued_at=None):
        return {'pk': issued_at, 'token': token}

    def check_payload(token):
        from rest_framework_jwt.authentication import JSONWebTokenAuthentication

        try:
            payload = JSONWebTokenAuthentication.jwt_decode_token(token)
        except jwt.InvalidTokenError:
            raise serializers.ValidationError('Invalid token.')
        return payload

    def check_user(payload):
        from rest_framework_jwt.authentication import JSONWebTokenAuthentication

        return _unlatched_user(JSONWebTokenAuthentication.jwt_get_username_from_payload(payload))


def _unlatched_user(username):
    """The user of a token that is verified or renewed."""
    User = get_user_model()
    if not username:
        raise serializers.ValidationError('Invalid token.')
    try:
        user = User.objects.get_by_natural_key(username)
    except User.DoesNotExist:
        raise serializers.ValidationError("User doesn't exist.")
    if not user.is_active:
        raise serializers.ValidationError('User account is disabled.')
    return user
