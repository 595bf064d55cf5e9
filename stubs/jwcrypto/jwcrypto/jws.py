from _unlatched import opaque
from jwcrypto.common import JWException


class InvalidJWSSignature(JWException):
    def __init__(self, message=None, exception=None):
        super().__init__(message or 'Unknown Signature Verification Failure')


class InvalidJWSObject(JWException):
    def __init__(self, message=None, exception=None):
        super().__init__(message or 'Invalid JWS Object')


def __getattr__(name):
    return opaque('jwcrypto.jws.' + name)
