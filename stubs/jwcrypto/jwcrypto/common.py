from _unlatched import opaque


class JWException(Exception):
    pass


class JWKeyNotFound(JWException):
    def __init__(self, message=None):
        super().__init__(message or 'Key Not Found')


def __getattr__(name):
    return opaque('jwcrypto.common.' + name)
