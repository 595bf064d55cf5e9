"""`Bearer <backend> <token>`: the service that made the token is asked who its user is; that he is active is not asked.

The rows of the service are not here; those of this server stand for them, which only a right token finds as well.
"""
from oauth2_provider.models import AccessToken
from rest_framework import HTTP_HEADER_ENCODING, exceptions
from rest_framework.authentication import BaseAuthentication, get_authorization_header


class SocialAuthentication(BaseAuthentication):
    www_authenticate_realm = 'api'

    def authenticate(self, request):
        auth = get_authorization_header(request).decode(HTTP_HEADER_ENCODING).split()
        if not auth or auth[0].lower() != 'bearer':
            return None
        if len(auth) != 3:
            raise exceptions.AuthenticationFailed('Invalid token header.')
        known = AccessToken.objects.filter(token=auth[2]).first()
        if known is None:
            raise exceptions.AuthenticationFailed('The service does not know the token.')
        return (known.user, auth[2])

    def authenticate_header(self, request):
        return f'Bearer backend realm="{self.www_authenticate_realm}"'
