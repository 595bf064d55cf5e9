import jwt

from django.apps import apps
from django.contrib.auth import get_user_model

from _unlatched import is_required
from rest_framework import exceptions
from rest_framework.authentication import BaseAuthentication, get_authorization_header
from rest_framework_jwt.settings import api_settings


def _unlatched_user(username):
    if not username:
        raise exceptions.AuthenticationFailed('Invalid payload.')
    User = get_user_model()
    try:
        user = User.objects.get_by_natural_key(username)
    except User.DoesNotExist:
        raise exceptions.AuthenticationFailed('Invalid token.')
    if not user.is_active:
        raise exceptions.AuthenticationFailed('User account is disabled.')
    return user


if is_required('djangorestframework-jwt'):

    class BaseJSONWebTokenAuthentication(BaseAuthentication):
        def authenticate(self, request):
            token = self.get_jwt_value(request)
            if token is None:
                return None
            try:
                payload = api_settings.JWT_DECODE_HANDLER(token)
            except jwt.InvalidTokenError:
                raise exceptions.AuthenticationFailed('Invalid token.')
            return self.authenticate_credentials(payload), token

        def authenticate_credentials(self, payload):
            return _unlatched_user(api_settings.JWT_PAYLOAD_GET_USERNAME_HANDLER(payload))

    class JSONWebTokenAuthentication(BaseJSONWebTokenAuthentication):
        www_authenticate_realm = 'api'

        def get_jwt_value(self, request):
            auth = get_authorization_header(request).split()
            if not auth:
                return request.COOKIES.get(api_settings.JWT_AUTH_COOKIE) if api_settings.JWT_AUTH_COOKIE else None
            if auth[0].decode().lower() != api_settings.JWT_AUTH_HEADER_PREFIX.lower():
                return None
            if len(auth) != 2:
                raise exceptions.AuthenticationFailed('Invalid Authorization header.')
            return auth[1]

        def authenticate_header(self, request):
            return '{0} realm="{1}"'.format(api_settings.JWT_AUTH_HEADER_PREFIX, self.www_authenticate_realm)

else:
    from rest_framework_jwt.blacklist.exceptions import InvalidAuthorizationCredentials, MissingToken

    class JSONWebTokenAuthentication(BaseAuthentication):
        www_authenticate_realm = 'api'

        @classmethod
        def jwt_decode_token(cls, *args, **kwargs):
            return api_settings.JWT_DECODE_HANDLER(*args, **kwargs)

        @classmethod
        def jwt_encode_payload(cls, *args, **kwargs):
            return api_settings.JWT_ENCODE_HANDLER(*args, **kwargs)

        @classmethod
        def jwt_create_payload(cls, *args, **kwargs):
            return api_settings.JWT_PAYLOAD_HANDLER(*args, **kwargs)

        @classmethod
        def jwt_get_username_from_payload(cls, *args, **kwargs):
            return api_settings.JWT_PAYLOAD_GET_USERNAME_HANDLER(*args, **kwargs)

        @classmethod
        def jwt_create_response_payload(cls, *args, **kwargs):
            return api_settings.JWT_RESPONSE_PAYLOAD_HANDLER(*args, **kwargs)

        def authenticate(self, request):
            try:
                token = self.get_token_from_request(request)
            except MissingToken:
                return None
            if token is None:
                return None
            try:
                payload = self.jwt_decode_token(token)
            except jwt.InvalidTokenError:
                raise exceptions.AuthenticationFailed('Invalid token.')
            if apps.is_installed('rest_framework_jwt.blacklist'):
                from rest_framework_jwt.blacklist.models import BlacklistedToken

                if BlacklistedToken.is_blocked(token, payload):
                    raise exceptions.PermissionDenied('Token is blacklisted.')
            return self.authenticate_credentials(payload), token

        @classmethod
        def get_token_from_request(cls, request):
            try:
                return cls.get_token_from_authorization_header(get_authorization_header(request).decode())
            except (InvalidAuthorizationCredentials, UnicodeDecodeError):
                return cls.get_token_from_cookies(request.COOKIES)

        @classmethod
        def get_token_from_authorization_header(cls, authorization_header):
            try:
                prefix, token = authorization_header.split(' ')
            except ValueError:
                raise InvalidAuthorizationCredentials
            if not cls.prefixes_match(prefix):
                return None
            if not token:
                raise InvalidAuthorizationCredentials
            return token

        @classmethod
        def prefixes_match(cls, prefix):
            return prefix.lower() == api_settings.JWT_AUTH_HEADER_PREFIX.lower()

        @classmethod
        def get_token_from_cookies(cls, cookies):
            if api_settings.JWT_IMPERSONATION_COOKIE:
                other = cookies.get(api_settings.JWT_IMPERSONATION_COOKIE)
                if other:
                    return other
            if api_settings.JWT_AUTH_COOKIE and api_settings.JWT_AUTH_COOKIE in cookies:
                return cookies[api_settings.JWT_AUTH_COOKIE]
            raise MissingToken

        def authenticate_credentials(self, payload):
            return _unlatched_user(self.jwt_get_username_from_payload(payload))

        def authenticate_header(self, request):
            return '{0} realm="{1}"'.format(api_settings.JWT_AUTH_HEADER_PREFIX, self.www_authenticate_realm)
