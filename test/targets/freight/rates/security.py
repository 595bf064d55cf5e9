"""Who may ask for prices."""
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AnonymousUser
from ninja.security import APIKeyHeader, APIKeyQuery, HttpBearer
from rest_framework_simplejwt.exceptions import TokenError
from rest_framework_simplejwt.tokens import AccessToken

from partners.authentication import digest_of
from partners.models import Partner


def user_of(token):
    """The active user of an access token, or None."""
    try:
        claims = AccessToken(token)
    except TokenError:
        return None
    return get_user_model().objects.filter(pk=claims["user_id"], is_active=True).first()


class AccessBearer(HttpBearer):
    def authenticate(self, request, token):
        return user_of(token)


class ContractBearer(HttpBearer):
    def authenticate(self, request, token):
        return token


class DetentionBearer(HttpBearer):
    def authenticate(self, request, token):
        return user_of(token) or AnonymousUser()


class StorageBearer(HttpBearer):
    def authenticate(self, request, token):
        user = user_of(token) or AnonymousUser()
        return user if user.is_authenticated else None


class FuelKey(APIKeyQuery):
    param_name = "key"

    def authenticate(self, request, key):
        return key


class IceKey(APIKeyHeader):
    param_name = "X-API-Key"

    def authenticate(self, request, key):
        return Partner.objects.filter(digest=digest_of(key)).first() if key else None


class TollKey(APIKeyHeader):
    param_name = "X-API-Key"

    def authenticate(self, request, key):
        return Partner.objects.filter(digest=digest_of(key)).first() if key else None


def announced(request):
    """The caller says who he is."""
    return request.headers.get("Authorization")


def known(request):
    """The caller shows who he is."""
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    return user_of(token) if scheme == "Bearer" else None
