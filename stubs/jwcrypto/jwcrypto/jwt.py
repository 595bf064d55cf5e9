from time import time

from _unlatched import is_known, jwt_header, jwt_payload, jwt_verify, opaque, secret, world
from jwcrypto.common import JWException, JWKeyNotFound
from jwcrypto.jws import InvalidJWSSignature


class JWTExpired(JWException):
    def __init__(self, message=None, exception=None):
        super().__init__(message or 'JWTExpired')


class JWTNotYetValid(JWException):
    def __init__(self, message=None, exception=None):
        super().__init__(message or 'JWTNotYetValid')


class JWTMissingClaim(JWException):
    def __init__(self, message=None, exception=None):
        super().__init__(message or 'JWTMissingClaim')


class JWTInvalidClaimValue(JWException):
    def __init__(self, message=None, exception=None):
        super().__init__(message or 'JWTInvalidClaimValue')


class JWTInvalidClaimFormat(JWException):
    def __init__(self, message=None, exception=None):
        super().__init__(message or 'JWTInvalidClaimFormat')


class JWTMissingKeyID(JWException):
    def __init__(self, message=None, exception=None):
        super().__init__(message or 'JWTMissingKeyID')


class JWTMissingKey(JWKeyNotFound):
    def __init__(self, message=None, exception=None):
        super().__init__(message or 'JWTMissingKey')


class JWT:
    """`claims` stands for the JSON text of the claims; what reads it gets what the token says."""

    def __init__(
        self,
        header=None,
        claims=None,
        jwt=None,
        key=None,
        algs=None,
        default_claims=None,
        check_claims=None,
        expected_type=None,
        strict_serialization=False,
    ):
        self._claims = claims
        self._header = header
        self._algs = algs
        self._check_claims = check_claims
        self._leeway = 60
        if jwt is not None:
            self.deserialize(jwt, key)

    @property
    def header(self):
        return self._header

    @property
    def claims(self):
        return self._claims

    def deserialize(self, jwt, key=None):
        if jwt_payload(jwt) is None:
            raise ValueError('Token format unrecognized')
        self._unlatched_token = jwt
        self._header = jwt_header(jwt)
        if key is not None:
            self.validate(key)

    def validate(self, key):
        if jwt_verify(self._unlatched_token, key, self._algs or opaque('algorithms of jwcrypto')) != 'ok':
            raise InvalidJWSSignature('Verification failed')
        claims = jwt_payload(self._unlatched_token)
        expires = claims.get('exp')
        if is_known(expires) and expires is not None and expires < time() - self._leeway:
            raise JWTExpired('Expired')
        for name, wanted in (self._check_claims or {}).items():
            value = claims.get(name)
            if not is_known(value):
                continue
            if value is None:
                raise JWTMissingClaim(f'Claim {name} is missing')
            if wanted is not None and name not in ('exp', 'nbf') and value != wanted:
                raise JWTInvalidClaimValue(f'Invalid claim {name}')
        self._claims = world('claims of a token that was verified')

    def make_signed_token(self, key):
        self._unlatched_token = secret('signed token')

    def serialize(self, compact=True):
        return secret('signed token')


def __getattr__(name):
    return opaque('jwcrypto.jwt.' + name)
