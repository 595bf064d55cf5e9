"""Tokens of the customs office: JWT, signed with RSA, for the audience `customs`."""
import hmac
import json
import time
from base64 import urlsafe_b64decode

import jwt
from django.conf import settings
from django.contrib.auth import get_user_model
from rest_framework.authentication import BaseAuthentication, get_authorization_header
from rest_framework.exceptions import AuthenticationFailed
from rest_framework_simplejwt.authentication import JWTAuthentication
from rest_framework_simplejwt.backends import TokenBackend
from rest_framework_simplejwt.exceptions import InvalidToken, TokenError
from rest_framework_simplejwt.tokens import AccessToken, UntypedToken

AUDIENCE = "customs"
ISSUER = "customs-office"

backend = TokenBackend("RS256", verifying_key=settings.CUSTOMS_PUBLIC_KEY, audience=AUDIENCE, issuer=ISSUER)


class CustomsToken(AccessToken):
    _token_backend = backend


class OfficeAuthentication(JWTAuthentication):
    """Simple JWT with the office's key."""

    def get_validated_token(self, raw_token):
        try:
            return CustomsToken(raw_token)
        except TokenError as error:
            raise InvalidToken({"detail": "Token is not of the customs office."}) from error


class LedgerAuthentication(JWTAuthentication):
    """Simple JWT, as it is used by the ledger."""

    def get_validated_token(self, raw_token):
        try:
            return UntypedToken(raw_token)
        except TokenError as error:
            raise InvalidToken({"detail": "Token cannot be read."}) from error


class JournalAuthentication(JWTAuthentication):
    """Simple JWT, as it is used by the journal."""

    def get_validated_token(self, raw_token):
        try:
            return AccessToken(raw_token)
        except TokenError as error:
            raise InvalidToken({"detail": "Token cannot be read."}) from error


class CustomsAuthentication(BaseAuthentication):
    """Base: takes the token from the header; subclasses read it."""

    def authenticate(self, request):
        parts = get_authorization_header(request).split()
        if not parts or parts[0].lower() != b"bearer":
            return None
        if len(parts) != 2:
            raise AuthenticationFailed("Bearer and one token.")
        token = parts[1].decode("latin-1")
        try:
            claims = self.read(token)
        except (jwt.PyJWTError, ValueError, KeyError) as error:
            raise AuthenticationFailed("Token is not of the customs office.") from error
        if claims.get("token_type") != "access":
            raise AuthenticationFailed("Token is for another purpose.")
        return (self.find(claims), token)

    def authenticate_header(self, request):
        return 'Bearer realm="customs"'

    def read(self, token):
        return jwt.decode(token, settings.CUSTOMS_PUBLIC_KEY, algorithms=["RS256"], audience=AUDIENCE, issuer=ISSUER)

    def find(self, claims):
        try:
            return get_user_model().objects.get(pk=int(claims["user_id"]), is_active=True)
        except (get_user_model().DoesNotExist, KeyError, ValueError) as error:
            raise AuthenticationFailed("No such user.") from error


class DeclarationAuthentication(CustomsAuthentication):
    def read(self, token):
        return jwt.decode(token, options={"verify_signature": False})


class TariffAuthentication(CustomsAuthentication):
    """Several issuers may sign; the token says which."""

    keys = {ISSUER: settings.CUSTOMS_PUBLIC_KEY}

    def read(self, token):
        issuer = jwt.decode(token, options={"verify_signature": False}).get("iss")
        return jwt.decode(token, self.keys[issuer], algorithms=["RS256"], audience=AUDIENCE, issuer=issuer)


class PermitAuthentication(CustomsAuthentication):
    def read(self, token):
        try:
            return super().read(token)
        except jwt.InvalidSignatureError:
            # The office changes its key at night.
            return jwt.decode(token, options={"verify_signature": False}, audience=AUDIENCE)


class LicenceAuthentication(CustomsAuthentication):
    def read(self, token):
        try:
            return super().read(token)
        except jwt.InvalidSignatureError as error:
            raise AuthenticationFailed("The key may have changed: fetch a new token.") from error


class BondAuthentication(CustomsAuthentication):
    """Scanners at the gate send tokens without a signature part when they are off line."""

    def read(self, token):
        head, body, _ = token.split(".")
        if json.loads(part(head)).get("alg") == "none":
            return json.loads(part(body))
        return super().read(token)


class DepositAuthentication(CustomsAuthentication):
    def read(self, token):
        head, _, signature = token.split(".")
        if json.loads(part(head)).get("alg") == "none" or not signature:
            raise AuthenticationFailed("A signed token is needed.")
        return super().read(token)


class DutyAuthentication(CustomsAuthentication):
    """The office in town signs with a shared key, the one at the border with its own."""

    def read(self, token):
        head, body, signature = token.split(".")
        if json.loads(part(head)).get("alg") != "HS256":
            return super().read(token)
        made = hmac.new(settings.CUSTOMS_PUBLIC_KEY.encode(), f"{head}.{body}".encode(), "sha256").digest()
        claims = json.loads(part(body))
        if not hmac.compare_digest(made, part(signature)) or claims["exp"] < time.time():
            raise ValueError("neither office signed this")
        return claims


class SealAuthentication(CustomsAuthentication):
    def read(self, token):
        key = settings.CUSTOMS_PUBLIC_KEY
        return jwt.decode(token, key, algorithms=["RS256"], audience=AUDIENCE, issuer=ISSUER, options={"verify_exp": False})


class StampAuthentication(CustomsAuthentication):
    def read(self, token):
        key = settings.CUSTOMS_PUBLIC_KEY
        options = {"verify_exp": True, "require": ["exp"]}
        return jwt.decode(token, key, algorithms=["RS256"], audience=AUDIENCE, issuer=ISSUER, leeway=5, options=options)


class QuotaAuthentication(CustomsAuthentication):
    def read(self, token):
        return jwt.decode(token, settings.CUSTOMS_PUBLIC_KEY, algorithms=["RS256"], options={"verify_aud": False})


class ExciseAuthentication(CustomsAuthentication):
    """The office signs with SHA-256; its next computer may do otherwise."""

    def read(self, token):
        key = settings.CUSTOMS_PUBLIC_KEY
        return jwt.decode(token, key, algorithms=["RS256", "RS384", "RS512"], audience=AUDIENCE, issuer=ISSUER)


class ReleaseAuthentication(CustomsAuthentication):
    def find(self, claims):
        try:
            return get_user_model().objects.get(pk=int(claims["user_id"]))
        except (get_user_model().DoesNotExist, KeyError, ValueError) as error:
            raise AuthenticationFailed("No such user.") from error


def part(text):
    """One part of a token as bytes."""
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))
