"""How the programs of the laboratory log in."""

from django.conf import settings
from django.contrib.auth import get_user_model
from rest_framework.authentication import BaseAuthentication
from rest_framework.exceptions import AuthenticationFailed
from rest_framework_simplejwt.exceptions import TokenError
from rest_framework_simplejwt.tokens import AccessToken

from accounts.headers import bearer
from accounts.models import ApiToken

User = get_user_model()


class ResultAuthentication(BaseAuthentication):
    def authenticate(self, request):
        key = bearer(request)
        if key is None:
            return None
        user = User.objects.get(username=settings.LAB_GATEWAY_USER)
        return (user, key)

    def authenticate_header(self, request):
        return "Bearer"


class OrderAuthentication(BaseAuthentication):
    def authenticate(self, request):
        key = bearer(request)
        if key is None:
            return None
        try:
            token = ApiToken.objects.select_related("user").get(key=key, user__is_active=True)
        except ApiToken.DoesNotExist as error:
            raise AuthenticationFailed("Unknown token.") from error
        return (token.user, token)

    def authenticate_header(self, request):
        return "Bearer"


class SampleAuthentication(BaseAuthentication):
    def authenticate(self, request):
        key = bearer(request)
        if key is None:
            return None
        try:
            token = AccessToken(key)
            user = User.objects.get(pk=token["user_id"], is_active=True)
        except (TokenError, User.DoesNotExist):
            return None
        return (user, token)

    def authenticate_header(self, request):
        return "Bearer"


class CultureAuthentication(BaseAuthentication):
    def authenticate(self, request):
        key = bearer(request)
        if key is None:
            return None
        try:
            token = AccessToken(key)
            user = User.objects.get(pk=token["user_id"], is_active=True)
        except (TokenError, User.DoesNotExist) as error:
            raise AuthenticationFailed("Unknown token.") from error
        return (user, token)

    def authenticate_header(self, request):
        return "Bearer"
