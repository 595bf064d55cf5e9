"""What everybody may read of the keys: the public halves, or, as TARGET_KEYS says, more than that."""
import json
import os

from cryptography.hazmat.primitives.asymmetric import rsa
from django.conf import settings
from django.http import JsonResponse
from django.urls import path
from jwt.algorithms import HMACAlgorithm, RSAAlgorithm

KIND = os.environ.get("TARGET_KEYS", "none")
SIGNING_KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)


def shown():
    if KIND in ("private", "elsewhere"):
        # PyJWT writes what it is given.
        return json.loads(RSAAlgorithm.to_jwk(SIGNING_KEY))
    if KIND == "shared":
        return json.loads(HMACAlgorithm.to_jwk(settings.SECRET_KEY))
    return json.loads(RSAAlgorithm.to_jwk(SIGNING_KEY.public_key()))


def jwks(request):
    return JsonResponse({"keys": [{**shown(), "kid": "first", "use": "sig"}]})


def configuration(request):
    return JsonResponse({"issuer": "https://around.example", "jwks_uri": request.build_absolute_uri("/keys/all")})


urlpatterns = {
    "none": [],
    "elsewhere": [path(".well-known/openid-configuration", configuration), path("keys/all", jwks)],
}.get(KIND, [path(".well-known/jwks.json", jwks)])
