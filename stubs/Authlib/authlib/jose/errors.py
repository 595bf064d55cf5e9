from authlib.common.errors import AuthlibBaseError


class JoseError(AuthlibBaseError):
    pass


class DecodeError(JoseError):
    pass


class MissingAlgorithmError(JoseError):
    pass


class UnsupportedAlgorithmError(JoseError):
    pass


class BadSignatureError(JoseError):
    pass


class InvalidClaimError(JoseError):
    pass


class MissingClaimError(JoseError):
    pass


class InsecureClaimError(JoseError):
    pass


class ExpiredTokenError(JoseError):
    pass


class InvalidTokenError(JoseError):
    pass
