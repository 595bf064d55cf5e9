from allauth.headless import app_settings
from allauth.headless.contrib.rest_framework.authentication import _unlatched_validate
from allauth.headless.internal.sessionkit import authenticate_by_x_session_token
from ninja.security.base import AuthBase


class XSessionTokenAuth(AuthBase):
    openapi_type = 'apiKey'

    def __call__(self, request):
        token = self.get_session_token(request)
        made = authenticate_by_x_session_token(token) if token else None
        return made[0] if made else None

    def get_session_token(self, request):
        return request.headers.get('X-Session-Token')


x_session_token_auth = XSessionTokenAuth()


class JWTTokenAuth(AuthBase):
    openapi_type = 'apiKey'

    def __call__(self, request):
        parts = (request.headers.get('Authorization') or '').split()
        if len(parts) != 2 or parts[0].lower() != app_settings.JWT_AUTHORIZATION_HEADER_SCHEME.lower():
            return None
        made = _unlatched_validate(parts[1])
        if made is None:
            return None
        request.user = made[0]
        return made[1]


jwt_token_auth = JWTTokenAuth()
