"""`Bearer <backend> <token>`: the service that made the token is asked who its user is.

The rows of the service are not here; those of this server stand for them, which only a right token finds as well.
"""
from functools import wraps

from _unlatched import version_of
from oauth2_provider.models import AccessToken
from rest_framework import HTTP_HEADER_ENCODING
from rest_framework.authentication import BaseAuthentication, get_authorization_header
from rest_framework.exceptions import AuthenticationFailed


def validator(function):
    @wraps(function)
    def wrapper(self, request, **kwargs):
        auth = get_authorization_header(request).decode(HTTP_HEADER_ENCODING).split()
        if not auth or auth[0].lower() != 'bearer':
            return None
        if len(auth) != 3:
            raise AuthenticationFailed('Invalid token header.')
        return function(self, request, backend=auth[1], token=auth[2], **kwargs)

    return wrapper


class SocialAuthentication(BaseAuthentication):
    www_authenticate_realm = 'api'

    @validator
    def authenticate(self, request, **kwargs):
        known = AccessToken.objects.filter(token=kwargs['token']).first()
        if known is None:
            raise AuthenticationFailed('The service does not know the token.')
        user = known.user
        # Before 3.5 nobody looks whether the user is still active.
        if version_of('drf-social-oauth2') >= (3, 4, 0) and not user.is_active:
            raise AuthenticationFailed('User inactive or deleted.')
        return (user, kwargs['token'])

    def authenticate_header(self, request):
        return f'Bearer backend realm="{self.www_authenticate_realm}"'
