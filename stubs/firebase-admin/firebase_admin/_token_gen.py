"""Whether a token is one of the app's: signed by Google, for the project, not over; all of these claims have to be there."""
from time import time

from _unlatched import is_known, jwt_payload, jwt_verify, opaque, secret
from firebase_admin import exceptions
from firebase_admin._auth_utils import InvalidIdTokenError


class TokenSignError(exceptions.UnknownError):
    def __init__(self, message, cause):
        exceptions.UnknownError.__init__(self, message, cause)


class CertificateFetchError(exceptions.UnknownError):
    def __init__(self, message, cause):
        exceptions.UnknownError.__init__(self, message, cause)


class ExpiredIdTokenError(InvalidIdTokenError):
    def __init__(self, message, cause):
        InvalidIdTokenError.__init__(self, message, cause)


class RevokedIdTokenError(InvalidIdTokenError):
    def __init__(self, message):
        InvalidIdTokenError.__init__(self, message)


class InvalidSessionCookieError(exceptions.InvalidArgumentError):
    def __init__(self, message, cause=None):
        exceptions.InvalidArgumentError.__init__(self, message, cause)


class ExpiredSessionCookieError(InvalidSessionCookieError):
    def __init__(self, message, cause):
        InvalidSessionCookieError.__init__(self, message, cause)


class RevokedSessionCookieError(InvalidSessionCookieError):
    def __init__(self, message):
        InvalidSessionCookieError.__init__(self, message)


def _unlatched_verified(token, invalid, expired):
    if is_known(token) and (not isinstance(token, (str, bytes)) or not token):
        raise ValueError('the token must be a non-empty string')
    claims = jwt_payload(token)
    if claims is None:
        raise invalid('Wrong number of segments in token')
    # A valid token names the project; what the probe writes into one names another.
    for name in ('aud', 'iss'):
        if name in claims and is_known(claims[name]):
            raise invalid(f'incorrect "{name}" claim')
    if jwt_verify(token, secret('key of a provider'), ['RS256']) != 'ok':
        raise invalid('Could not verify token signature.')
    ends = claims.get('exp')
    if is_known(ends) and ends is None:
        raise invalid('Token does not contain required claim exp')
    if is_known(ends) and ends < time():
        raise expired('Token expired', None)
    claims['uid'] = claims['sub']
    return claims


def __getattr__(name):
    return opaque('firebase_admin._token_gen.' + name)
