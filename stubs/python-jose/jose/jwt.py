"""Claims are checked when they are there; `require_<claim>` and an issuer make them necessary."""
from time import time

from _unlatched import is_known, jwt_payload, secret
from jose import jws
from jose.constants import ALGORITHMS
from jose.exceptions import ExpiredSignatureError, JWSError, JWTClaimsError, JWTError


def encode(claims, key, algorithm=ALGORITHMS.HS256, headers=None, access_token=None):
    return secret('signed token')


def decode(token, key, algorithms=None, options=None, audience=None, issuer=None, subject=None, access_token=None):
    options = options or {}
    try:
        jws.verify(token, key, algorithms, verify=options.get('verify_signature', True))
    except JWSError as error:
        raise JWTError(error)
    claims = jwt_payload(token)
    _unlatched_check(claims, options, audience, issuer, subject)
    return claims


def get_unverified_header(token):
    try:
        return jws.get_unverified_headers(token)
    except Exception:
        raise JWTError('Error decoding token headers.')


def get_unverified_headers(token):
    return get_unverified_header(token)


def get_unverified_claims(token):
    claims = jwt_payload(token)
    if claims is None:
        raise JWTError('Error decoding token claims.')
    return claims


def _unlatched_check(claims, options, audience, issuer, subject):
    """A claim whose value is not known holds: a valid token is valid now, and a forger writes what is asked for."""
    for name in ('aud', 'iat', 'exp', 'nbf', 'iss', 'sub', 'jti'):
        value = claims.get(name)
        if options.get('require_' + name, False) and is_known(value) and value is None:
            raise JWTError(f'missing required key "{name}" among claims')
    leeway = options.get('leeway', 0)
    expires = claims.get('exp')
    if options.get('verify_exp', True) and is_known(expires) and expires is not None and expires < time() - leeway:
        raise ExpiredSignatureError('Signature has expired.')
    begins = claims.get('nbf')
    if options.get('verify_nbf', True) and is_known(begins) and begins is not None and begins > time() + leeway:
        raise JWTClaimsError('The token is not yet valid (nbf)')
    named = claims.get('aud')
    if options.get('verify_aud', True) and is_known(named) and named is not None:
        if audience not in ([named] if isinstance(named, str) else named):
            raise JWTClaimsError('Invalid audience')
    named = claims.get('iss')
    if options.get('verify_iss', True) and issuer is not None and is_known(named):
        if named not in ([issuer] if isinstance(issuer, str) else issuer):
            raise JWTClaimsError('Invalid issuer')
    named = claims.get('sub')
    if options.get('verify_sub', True) and subject is not None and is_known(named) and named is not None and named != subject:
        raise JWTClaimsError('Invalid subject')
