from django.contrib.auth import get_backends
from django.core.exceptions import ImproperlyConfigured, SuspiciousOperation
from rest_framework import authentication, exceptions

from _unlatched import import_string
from mozilla_django_oidc.auth import OIDCAuthenticationBackend, _UnlatchedRefused
from mozilla_django_oidc.utils import import_from_settings


def get_oidc_backend():
    chosen = import_from_settings('OIDC_DRF_AUTH_BACKEND', None)
    if chosen:
        return import_string(chosen)()
    backends = [backend for backend in get_backends() if isinstance(backend, OIDCAuthenticationBackend)]
    if len(backends) != 1:
        raise ImproperlyConfigured('one backend must extend OIDCAuthenticationBackend, or OIDC_DRF_AUTH_BACKEND name it')
    return backends[0]


class OIDCAuthentication(authentication.BaseAuthentication):
    www_authenticate_realm = 'api'

    def __init__(self, backend=None):
        self.backend = backend or get_oidc_backend()

    def authenticate(self, request):
        access_token = self.get_access_token(request)
        if not access_token:
            return None
        try:
            user = self.backend.get_or_create_user(access_token, None, None)
        except (SuspiciousOperation, _UnlatchedRefused):
            raise exceptions.AuthenticationFailed('Login failed')
        if not user:
            raise exceptions.AuthenticationFailed('No user found for the given access token.')
        return user, access_token

    def get_access_token(self, request):
        header = authentication.get_authorization_header(request)
        if not header:
            return None
        auth = header.decode(authentication.HTTP_HEADER_ENCODING).split()
        if auth[0].lower() != 'bearer':
            return None
        if len(auth) != 2:
            raise exceptions.AuthenticationFailed('Invalid "bearer" header')
        return auth[1]

    def authenticate_header(self, request):
        return 'Bearer realm="%s"' % self.www_authenticate_realm
