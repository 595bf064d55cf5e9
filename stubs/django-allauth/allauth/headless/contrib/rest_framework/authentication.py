from _unlatched import db_instance, jwt_payload, jwt_verify
from allauth.headless import app_settings
from allauth.headless.internal.sessionkit import authenticate_by_x_session_token
from django.contrib.auth import get_user_model
from rest_framework import authentication
from rest_framework.exceptions import AuthenticationFailed


class XSessionTokenAuthentication(authentication.BaseAuthentication):
    """A wrong token gives None: the next authenticator is asked."""

    def authenticate(self, request):
        token = self.get_session_token(request)
        return authenticate_by_x_session_token(token) if token else None

    def get_session_token(self, request):
        return request.headers.get('X-Session-Token')


def _unlatched_validate(key):
    if jwt_verify(key, app_settings.JWT_PRIVATE_KEY, [app_settings.JWT_ALGORITHM]) != 'ok':
        return None
    payload = jwt_payload(key)
    if payload is None:
        return None
    return (db_instance(get_user_model(), []), payload)


class JWTTokenAuthentication(authentication.TokenAuthentication):
    @property
    def keyword(self):
        return app_settings.JWT_AUTHORIZATION_HEADER_SCHEME

    def authenticate_credentials(self, key):
        made = _unlatched_validate(key)
        if made is None:
            raise AuthenticationFailed('Invalid token.')
        return made
