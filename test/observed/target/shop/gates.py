"""Authenticators, permissions and throttles, right and wrong ones."""
import hmac
import json
from pathlib import Path

import jwt
from django.contrib.auth.models import User
from django.http import Http404
from rest_framework.authentication import BaseAuthentication, get_authorization_header
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.permissions import BasePermission
from rest_framework.throttling import BaseThrottle
from rest_framework_simplejwt.authentication import JWTAuthentication


def bearer(request):
    words = get_authorization_header(request).decode().split()
    return words[1] if len(words) == 2 and words[0] == "Bearer" else None


class Seat(BaseAuthentication):
    def authenticate(self, request):
        token = bearer(request)
        if not token:
            return None
        return User.objects.get(username="ann"), token

    def authenticate_header(self, request):
        return "Bearer"


class Claims(BaseAuthentication):
    def authenticate(self, request):
        token = bearer(request)
        if not token:
            return None
        try:
            claims = jwt.decode(token, options={"verify_signature": False})
            return User.objects.get(pk=claims["user_id"]), token
        except Exception as error:
            raise AuthenticationFailed("bad token") from error

    def authenticate_header(self, request):
        return "Bearer"


class Fragile(JWTAuthentication):
    def get_validated_token(self, raw_token):
        return {"user_id": int(jwt.decode(raw_token, options={"verify_signature": False})["user_id"])}


class QueryToo(JWTAuthentication):
    def authenticate(self, request):
        raw = request.query_params.get("token")
        if raw is None:
            return super().authenticate(request)
        validated = self.get_validated_token(raw)
        return self.get_user(validated), validated


class AnyKey(JWTAuthentication):
    def authenticate(self, request):
        if request.headers.get("X-API-Key"):
            return User.objects.get(username="ann"), None
        return super().authenticate(request)


def header_of(raw_token):
    try:
        return jwt.get_unverified_header(raw_token)
    except jwt.PyJWTError as error:
        raise AuthenticationFailed("no token") from error


class OwnKey(JWTAuthentication):
    """Partners rotate their keys, and send the new one along."""

    def get_validated_token(self, raw_token):
        key = header_of(raw_token).get("jwk")
        if key is None:
            return super().get_validated_token(raw_token)
        try:
            return jwt.decode(raw_token, jwt.PyJWK(key, "RS256").key, algorithms=["RS256"])
        except jwt.PyJWTError as error:
            raise AuthenticationFailed("bad key") from error


class KeyFile(JWTAuthentication):
    """One file for each key."""

    folder = Path(__file__).parent

    def get_validated_token(self, raw_token):
        name = header_of(raw_token).get("kid")
        if name is None:
            return super().get_validated_token(raw_token)
        head, body, signature = raw_token.decode().split(".")
        made = hmac.new((self.folder / name).read_bytes(), f"{head}.{body}".encode(), "sha256").digest()
        if not hmac.compare_digest(made, jwt.utils.base64url_decode(signature)):
            raise AuthenticationFailed("bad signature")
        return json.loads(jwt.utils.base64url_decode(body))


class Branches(JWTAuthentication):
    """A branch for each algorithm."""

    def get_validated_token(self, raw_token):
        try:
            head, body, _ = raw_token.split(b".")
            algorithm = json.loads(jwt.utils.base64url_decode(head)).get("alg")
        except ValueError as error:
            raise AuthenticationFailed("no token") from error
        if algorithm == "HS256":
            return super().get_validated_token(raw_token)
        if algorithm is not None:
            raise AuthenticationFailed("unknown algorithm")
        return json.loads(jwt.utils.base64url_decode(body))


class KnownKey(JWTAuthentication):
    """The header may name a key, and only one that is known."""

    keys = {}

    def get_validated_token(self, raw_token):
        header = header_of(raw_token)
        if "jwk" in header or header.get("kid") not in (None, *self.keys):
            raise AuthenticationFailed("unknown key")
        return super().get_validated_token(raw_token)


class HiddenFromStrangers(BasePermission):
    def has_permission(self, request, view):
        if not request.user.is_authenticated:
            raise Http404
        return True


class ReadersLogIn(BasePermission):
    def has_permission(self, request, view):
        return request.method != "GET" or request.user.is_authenticated


class StrangersOnly(BasePermission):
    def has_permission(self, request, view):
        return not request.user.is_authenticated


class Always(BaseThrottle):
    def allow_request(self, request, view):
        return False

    def wait(self):
        return 3600


class Once(BaseThrottle):
    calls = 0

    def allow_request(self, request, view):
        Once.calls += 1
        return Once.calls != 1

    def wait(self):
        return 1
