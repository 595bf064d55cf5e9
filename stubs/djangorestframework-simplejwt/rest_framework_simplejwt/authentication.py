"""JWTAuthentication: header, token classes, user."""
from django.contrib.auth import get_user_model

from rest_framework import HTTP_HEADER_ENCODING, authentication
from rest_framework_simplejwt.exceptions import AuthenticationFailed, InvalidToken, TokenError
from rest_framework_simplejwt.settings import api_settings
from rest_framework_simplejwt.utils import get_md5_hash_password

AUTH_HEADER_TYPES = api_settings.AUTH_HEADER_TYPES
if not isinstance(AUTH_HEADER_TYPES, (list, tuple)):
    AUTH_HEADER_TYPES = (AUTH_HEADER_TYPES,)
# Compared with case: `bearer` is not `Bearer` and so nobody's business.
AUTH_HEADER_TYPE_BYTES = {word.encode(HTTP_HEADER_ENCODING) for word in AUTH_HEADER_TYPES}


class JWTAuthentication(authentication.BaseAuthentication):
    www_authenticate_realm = 'api'
    media_type = 'application/json'

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.user_model = get_user_model()

    def authenticate(self, request):
        header = self.get_header(request)
        if header is None:
            return None
        raw_token = self.get_raw_token(header)
        if raw_token is None:
            return None
        validated_token = self.get_validated_token(raw_token)
        return (self.get_user(validated_token), validated_token)

    def authenticate_header(self, request):
        return f'{AUTH_HEADER_TYPES[0]} realm="{self.www_authenticate_realm}"'

    def get_header(self, request):
        header = request.META.get(api_settings.AUTH_HEADER_NAME)
        return header.encode(HTTP_HEADER_ENCODING) if isinstance(header, str) else header

    def get_raw_token(self, header):
        parts = header.split()
        if len(parts) == 0 or parts[0] not in AUTH_HEADER_TYPE_BYTES:
            return None
        if len(parts) != 2:
            raise AuthenticationFailed('Authorization header must contain two space-delimited values', code='bad_authorization_header')
        return parts[1]

    def get_validated_token(self, raw_token):
        """The first class that accepts the token decides."""
        for token_class in api_settings.AUTH_TOKEN_CLASSES:
            try:
                return token_class(raw_token)
            except TokenError:
                pass
        raise InvalidToken({'detail': 'Given token not valid for any token type'})

    def get_user(self, validated_token):
        try:
            user_id = validated_token[api_settings.USER_ID_CLAIM]
        except KeyError:
            raise InvalidToken('Token contained no recognizable user identification')
        try:
            user = self.user_model.objects.get(**{api_settings.USER_ID_FIELD: user_id})
        except self.user_model.DoesNotExist:
            raise AuthenticationFailed('User not found', code='user_not_found')
        if api_settings.CHECK_USER_IS_ACTIVE and not user.is_active:
            raise AuthenticationFailed('User is inactive', code='user_inactive')
        if api_settings.CHECK_REVOKE_TOKEN:
            if validated_token.get(api_settings.REVOKE_TOKEN_CLAIM) != get_md5_hash_password(user.password):
                raise AuthenticationFailed("The user's password has been changed.", code='password_changed')
        return user


class JWTStatelessUserAuthentication(JWTAuthentication):
    """No database: deleted and inactive users stay in until their token expires."""

    def get_user(self, validated_token):
        if api_settings.USER_ID_CLAIM not in validated_token:
            raise InvalidToken('Token contained no recognizable user identification')
        return api_settings.TOKEN_USER_CLASS(validated_token)


JWTTokenUserAuthentication = JWTStatelessUserAuthentication


def default_user_authentication_rule(user):
    return user is not None and (not api_settings.CHECK_USER_IS_ACTIVE or user.is_active)
