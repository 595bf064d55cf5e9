"""How SimpleJWT calls PyJWT: one algorithm, the audience only when it is set, nothing when `verify` is false."""
from datetime import timedelta

import jwt
from jwt import ExpiredSignatureError, InvalidAlgorithmError, InvalidTokenError, PyJWKClient, PyJWKClientError, algorithms

from rest_framework_simplejwt.exceptions import TokenBackendError, TokenBackendExpiredToken

ALLOWED_ALGORITHMS = {'HS256', 'HS384', 'HS512', 'RS256', 'RS384', 'RS512', 'ES256', 'ES384', 'ES512'} | algorithms.requires_cryptography


class TokenBackend:
    def __init__(
        self,
        algorithm,
        signing_key=None,
        verifying_key='',
        audience=None,
        issuer=None,
        jwk_url=None,
        leeway=None,
        json_encoder=None,
    ):
        self._validate_algorithm(algorithm)
        self.algorithm = algorithm
        self.signing_key = signing_key
        self.verifying_key = verifying_key
        self.audience = audience
        self.issuer = issuer
        self.jwks_client = PyJWKClient(jwk_url) if jwk_url else None
        self.leeway = leeway
        self.json_encoder = json_encoder

    @property
    def prepared_signing_key(self):
        return self.signing_key

    @property
    def prepared_verifying_key(self):
        return self.verifying_key

    def _validate_algorithm(self, algorithm):
        if algorithm not in ALLOWED_ALGORITHMS:
            raise TokenBackendError(f"Unrecognized algorithm type '{algorithm}'")

    def get_leeway(self):
        if self.leeway is None:
            return timedelta(seconds=0)
        return self.leeway if isinstance(self.leeway, timedelta) else timedelta(seconds=self.leeway)

    def get_verifying_key(self, token):
        if self.algorithm.startswith('HS'):
            return self.prepared_signing_key
        if self.jwks_client:
            try:
                return self.jwks_client.get_signing_key_from_jwt(token).key
            except PyJWKClientError:
                raise TokenBackendError('Token is invalid')
        return self.prepared_verifying_key

    def encode(self, payload):
        return jwt.encode(dict(payload), self.prepared_signing_key, algorithm=self.algorithm)

    def decode(self, token, verify=True):
        try:
            return jwt.decode(
                token,
                self.get_verifying_key(token),
                algorithms=[self.algorithm],
                audience=self.audience,
                issuer=self.issuer,
                leeway=0 if self.leeway is None else self.leeway,
                options={'verify_aud': self.audience is not None, 'verify_signature': verify},
            )
        except InvalidAlgorithmError:
            raise TokenBackendError('Invalid algorithm specified')
        except ExpiredSignatureError:
            raise TokenBackendExpiredToken('Token is expired')
        except InvalidTokenError:
            raise TokenBackendError('Token is invalid')
