from _unlatched import opaque
from authlib.jose.errors import JoseError
from authlib.jose.rfc7519 import BaseClaims, JsonWebToken, JWTClaims

jwt = JsonWebToken(['HS256', 'HS384', 'HS512', 'RS256', 'RS384', 'RS512', 'ES256', 'ES384', 'ES512', 'PS256', 'PS384', 'PS512', 'EdDSA'])


def __getattr__(name):
    return opaque('authlib.jose.' + name)
