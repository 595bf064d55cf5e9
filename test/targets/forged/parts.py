"""What the gates share: the parts of a token, and the gate that is right."""
import hmac
import json
import time

import jwt
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_pem_private_key
from django.conf import settings
from django.contrib.auth.models import User
from jwt.algorithms import ECAlgorithm, RSAAlgorithm
from jwt.utils import base64url_decode
from rest_framework.authentication import BaseAuthentication, get_authorization_header
from rest_framework.exceptions import AuthenticationFailed

RSA = load_pem_private_key(settings.RSA_KEY.encode(), None)
EC = load_pem_private_key(settings.EC_KEY.encode(), None)
RSA_DER = RSA.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
PAIRS = {"one": RSAAlgorithm.to_jwk(RSA.public_key(), as_dict=True), "two": ECAlgorithm.to_jwk(EC.public_key(), as_dict=True)}
JWKS = {"keys": [{**jwk, "kid": name, "use": "sig"} for name, jwk in PAIRS.items()]}
KEYS = {"HS256": settings.SHARED_KEY, "RS256": RSA.public_key(), "ES256": EC.public_key()}
EXPECTED = {"audience": "readers", "issuer": "papers"}


def read(text):
    """One part of a token."""
    return json.loads(base64url_decode(text))


def is_hmac(key, token):
    text, _, signature = token.rpartition(".")
    return hmac.compare_digest(hmac.new(key, text.encode(), "sha256").digest(), base64url_decode(signature))


def in_time(claims):
    """What is looked at of claims that no library has looked at."""
    if not max(claims.get("nbf", 0), claims["iat"]) <= time.time() <= claims["exp"] or claims["aud"] != "readers" or claims["iss"] != "papers":
        raise ValueError("not for this and now")
    return claims


def once_each(pairs):
    """For json.loads: a name may stand there once."""
    if len(dict(pairs)) != len(pairs):
        raise ValueError("a name stands there twice")
    return dict(pairs)


class Right(BaseAuthentication):
    """Looks at everything; the others change one step."""

    algorithm = "HS256"

    def authenticate(self, request):
        word, _, token = get_authorization_header(request).decode("latin-1").partition(" ")
        if word != "Bearer":
            return None
        try:
            claims = self.read(token)
            self.check(claims)
            return self.find(claims), token
        except (jwt.PyJWTError, ValueError, KeyError, TypeError, User.DoesNotExist) as error:
            raise AuthenticationFailed("This token opens nothing.") from error

    def authenticate_header(self, request):
        return "Bearer"

    def read(self, token):
        self.check_header(jwt.get_unverified_header(token))
        claims = self.verify(token)
        json.loads(base64url_decode(token.split(".")[1]), object_pairs_hook=once_each)
        return claims

    def check_header(self, header):
        if header.get("typ") != "JWT":
            raise ValueError("another type of token")

    def verify(self, token, **options):
        require = {"require": ["exp", "iat", "aud", "iss"], **options}
        return jwt.decode(token, KEYS[self.algorithm], algorithms=[self.algorithm], options=require, **EXPECTED)

    def check(self, claims):
        if claims["token_type"] != "access":
            raise ValueError("for another use")
        if not isinstance(claims["user_id"], str):
            raise ValueError("no identifier")

    def find(self, claims):
        return User.objects.get(pk=int(claims["user_id"]), is_active=True)


class RightByPair(Right):
    algorithm = "RS256"


class RightByCurve(Right):
    algorithm = "ES256"
