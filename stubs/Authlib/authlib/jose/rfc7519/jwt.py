from _unlatched import jwt_header, jwt_payload, jwt_verify, secret
from authlib.jose.errors import BadSignatureError, DecodeError, UnsupportedAlgorithmError
from authlib.jose.rfc7519.claims import JWTClaims


class JsonWebToken:
    def __init__(self, algorithms, private_headers=None):
        self._unlatched_algorithms = algorithms

    def encode(self, header, payload, key, check=True):
        return secret('signed token')

    def decode(self, s, key, claims_cls=None, claims_options=None, claims_params=None):
        payload = jwt_payload(s)
        if payload is None:
            raise DecodeError('Invalid input segments length')
        answer = jwt_verify(s, key, self._unlatched_algorithms)
        if answer == 'bad-algorithm':
            raise UnsupportedAlgorithmError()
        if answer == 'no-key':
            raise ValueError('This key may not be safe to import')
        if answer != 'ok':
            raise BadSignatureError(None)
        return (claims_cls or JWTClaims)(payload, jwt_header(s), options=claims_options, params=claims_params)
