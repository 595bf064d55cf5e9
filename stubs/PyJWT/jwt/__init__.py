"""PyJWT 2: what `decode` verifies follows from its arguments; `verify=` does nothing."""
from _unlatched import opaque
from jwt import algorithms, api_jwk, api_jws, api_jwt, exceptions, jwks_client, utils  # noqa: F401
from jwt.api_jwk import PyJWK, PyJWKSet  # noqa: F401
from jwt.api_jws import PyJWS, get_unverified_header, register_algorithm, unregister_algorithm  # noqa: F401
from jwt.api_jwt import PyJWT, decode, decode_complete, encode  # noqa: F401
from jwt.exceptions import (  # noqa: F401
    DecodeError,
    ExpiredSignatureError,
    ImmatureSignatureError,
    InvalidAlgorithmError,
    InvalidAudienceError,
    InvalidIssuedAtError,
    InvalidIssuerError,
    InvalidKeyError,
    InvalidSignatureError,
    InvalidTokenError,
    MissingRequiredClaimError,
    PyJWKClientConnectionError,
    PyJWKClientError,
    PyJWKError,
    PyJWKSetError,
    PyJWTError,
)
from jwt.jwks_client import PyJWKClient  # noqa: F401


def __getattr__(name):
    return opaque('jwt.' + name)
