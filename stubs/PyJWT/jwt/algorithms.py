"""Signing algorithms: names."""
from _unlatched import opaque

has_crypto = True
requires_cryptography = {
    'RS256',
    'RS384',
    'RS512',
    'ES256',
    'ES256K',
    'ES384',
    'ES521',
    'ES512',
    'PS256',
    'PS384',
    'PS512',
    'EdDSA',
}


def get_default_algorithms():
    return opaque('signing algorithms')


def __getattr__(name):
    return opaque('jwt.algorithms.' + name)
