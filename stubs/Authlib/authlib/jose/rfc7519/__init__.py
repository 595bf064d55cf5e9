from .claims import BaseClaims, JWTClaims
from .jwt import JsonWebToken
