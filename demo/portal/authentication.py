"""Tokens of the patient portal, which logs its users in by itself."""

from django.contrib.auth.models import AnonymousUser
from rest_framework.authentication import BaseAuthentication
from rest_framework.exceptions import AuthenticationFailed, NotAuthenticated

from accounts.headers import bearer
from accounts.models import ApiToken


class MessageAuthentication(BaseAuthentication):
    def authenticate(self, request):
        key = bearer(request)
        if key is None:
            raise NotAuthenticated()
        token = ApiToken.objects.filter(key=key).first()
        if token is None:
            return (AnonymousUser(), None)
        return (token.user, token)

    def authenticate_header(self, request):
        return "Bearer"


class LetterAuthentication(BaseAuthentication):
    def authenticate(self, request):
        key = bearer(request)
        if key is None:
            raise NotAuthenticated()
        token = ApiToken.objects.filter(key=key, user__is_active=True).first()
        if token is None:
            raise AuthenticationFailed("Unknown token.")
        return (token.user, token)

    def authenticate_header(self, request):
        return "Bearer"
