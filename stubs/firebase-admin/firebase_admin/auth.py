"""Tokens and users of an app."""
from _unlatched import opaque, secret, world
from firebase_admin._auth_utils import (
    EmailAlreadyExistsError,
    EmailNotFoundError,
    InvalidIdTokenError,
    PhoneNumberAlreadyExistsError,
    TooManyAttemptsTryLaterError,
    UidAlreadyExistsError,
    UnexpectedResponseError,
    UserDisabledError,
    UserNotFoundError,
)
from firebase_admin._token_gen import (
    CertificateFetchError,
    ExpiredIdTokenError,
    ExpiredSessionCookieError,
    InvalidSessionCookieError,
    RevokedIdTokenError,
    RevokedSessionCookieError,
    TokenSignError,
    _unlatched_verified,
)
from firebase_admin._user_mgt import UserInfo, UserRecord


def create_custom_token(uid, developer_claims=None, app=None):
    return secret('a signed token')


def verify_id_token(id_token, app=None, check_revoked=False, clock_skew_seconds=0):
    claims = _unlatched_verified(id_token, InvalidIdTokenError, ExpiredIdTokenError)
    if check_revoked and world('whether the tokens of a user were revoked'):
        raise RevokedIdTokenError('The Firebase ID token has been revoked.')
    return claims


def create_session_cookie(id_token, expires_in, app=None):
    return secret('a session cookie')


def verify_session_cookie(session_cookie, check_revoked=False, app=None, clock_skew_seconds=0):
    claims = _unlatched_verified(session_cookie, InvalidSessionCookieError, ExpiredSessionCookieError)
    if check_revoked and world('whether the tokens of a user were revoked'):
        raise RevokedSessionCookieError('The Firebase session cookie has been revoked.')
    return claims


def revoke_refresh_tokens(uid, app=None):
    pass


def get_user(uid, app=None):
    if world('whether Google knows a user'):
        return UserRecord(uid)
    raise UserNotFoundError('No user record found')


def get_user_by_email(email, app=None):
    return get_user(world('the number of a user at Google'))


def get_user_by_phone_number(phone_number, app=None):
    return get_user(world('the number of a user at Google'))


def create_user(**kwargs):
    return UserRecord(world('the number of a user at Google'))


def update_user(uid, **kwargs):
    return UserRecord(uid)


def set_custom_user_claims(uid, custom_claims, app=None):
    pass


def delete_user(uid, app=None):
    pass


def __getattr__(name):
    return opaque('firebase_admin.auth.' + name)
