"""Signatures."""
from _unlatched import jwt_header, jwt_payload, jwt_verify, opaque, secret
from jose.constants import ALGORITHMS
from jose.exceptions import JWKError, JWSError, JWSSignatureError

_unlatched_ANY = ['HS256', 'HS384', 'HS512', 'RS256', 'RS384', 'RS512', 'ES256', 'ES384', 'ES512']


def sign(payload, key, headers=None, algorithm=ALGORITHMS.HS256):
    return secret('signed token')


def verify(token, key, algorithms, verify=True):
    claims = jwt_payload(token)
    if claims is None:
        raise JWSError('Not enough segments')
    if verify:
        wanted = [algorithms] if isinstance(algorithms, str) else algorithms
        answer = jwt_verify(token, key, _unlatched_ANY if wanted is None else wanted)
        if answer == 'no-key':
            raise JWKError('The specified key cannot be used with this algorithm')
        if answer == 'bad-signature':
            raise JWSError(JWSSignatureError())
        if answer != 'ok':
            raise JWSError('The specified alg value is not allowed')
    return opaque('payload of a token')


def get_unverified_header(token):
    return get_unverified_headers(token)


def get_unverified_headers(token):
    header = jwt_header(token)
    if header is None:
        raise JWSError('Not enough segments')
    return header


def get_unverified_claims(token):
    return opaque('payload of a token')
