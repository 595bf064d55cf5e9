"""`Bearer <backend> <token>`: the service that made the token is asked who its user is; that he is active is not asked."""
from django.contrib.auth import get_user_model

from _unlatched import check_password, db_instance, secret
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
        token = auth[2]
        if not check_password(token, secret('token of the service')):
            raise exceptions.AuthenticationFailed('The service does not know the token.')
        return (db_instance(get_user_model()), token)

    def authenticate_header(self, request):
        return f'Bearer backend realm="{self.www_authenticate_realm}"'
