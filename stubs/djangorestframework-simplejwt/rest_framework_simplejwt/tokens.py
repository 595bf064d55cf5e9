"""Token classes: what is verified when an encoded token is wrapped."""
from datetime import timedelta
from time import time

from django.conf import settings
from django.contrib.auth import get_user_model  # noqa: F401

from _unlatched import is_known, opaque, secret
from rest_framework_simplejwt.exceptions import ExpiredTokenError, TokenBackendError, TokenBackendExpiredToken, TokenError
from rest_framework_simplejwt.settings import api_settings
from rest_framework_simplejwt.token_blacklist.models import BlacklistedToken, OutstandingToken
from rest_framework_simplejwt.utils import aware_utcnow, datetime_from_epoch, get_md5_hash_password  # noqa: F401


class Token:
    token_type = None
    lifetime = None
    _token_backend = None

    def __init__(self, token=None, verify=True):
        if self.token_type is None or self.lifetime is None:
            raise TokenError('Cannot create token with no type or lifetime')
        self.token = token
        self.current_time = aware_utcnow()
        if token is None:
            self.payload = {api_settings.TOKEN_TYPE_CLAIM: self.token_type}
            self.set_exp(from_time=self.current_time, lifetime=self.lifetime)
            self.set_iat(at_time=self.current_time)
            self.set_jti()
            return
        try:
            self.payload = self.get_token_backend().decode(token, verify=verify)
        except TokenBackendExpiredToken:
            raise ExpiredTokenError('Token is expired')
        except TokenBackendError:
            raise TokenError('Token is invalid')
        if verify:
            self.verify()

    def __getitem__(self, key):
        return self.payload[key]

    def __setitem__(self, key, value):
        self.payload[key] = value

    def __delitem__(self, key):
        del self.payload[key]

    def __contains__(self, key):
        return key in self.payload

    def get(self, key, default=None):
        return self.payload.get(key, default)

    def __str__(self):
        return self.get_token_backend().encode(self.payload)

    def verify(self):
        """`exp` is a must; id and type only as far as the settings name their claims.

        Claims whose values are not known hold, as in PyJWT.
        """
        self.check_exp()
        if api_settings.JTI_CLAIM is not None:
            jti = self.payload.get(api_settings.JTI_CLAIM)
            if is_known(jti) and jti is None:
                raise TokenError('Token has no id')
        if api_settings.TOKEN_TYPE_CLAIM is not None:
            self.verify_token_type()

    def verify_token_type(self):
        token_type = self.payload.get(api_settings.TOKEN_TYPE_CLAIM)
        if not is_known(token_type):
            return
        if token_type is None:
            raise TokenError('Token has no type')
        if self.token_type != token_type:
            raise TokenError('Token has wrong type')

    def set_jti(self):
        self.payload[api_settings.JTI_CLAIM] = secret('new token id')

    def set_exp(self, claim='exp', from_time=None, lifetime=None):
        self.payload[claim] = opaque('time of expiry')

    def set_iat(self, claim='iat', at_time=None):
        self.payload[claim] = opaque('time of issue')

    def check_exp(self, claim='exp', current_time=None):
        claim_value = self.payload.get(claim)
        if not is_known(claim_value):
            return
        if claim_value is None:
            raise TokenError(f"Token has no '{claim}' claim")
        if claim_value <= time() - self.get_token_backend().get_leeway().total_seconds():
            raise TokenError(f"Token '{claim}' claim has expired")

    def outstand(self):
        return None

    @classmethod
    def for_user(cls, user):
        token = cls()
        token[api_settings.USER_ID_CLAIM] = str(getattr(user, api_settings.USER_ID_FIELD))
        if api_settings.CHECK_REVOKE_TOKEN:
            token[api_settings.REVOKE_TOKEN_CLAIM] = get_md5_hash_password(user.password)
        return token

    @property
    def token_backend(self):
        from rest_framework_simplejwt.state import token_backend

        return token_backend

    def get_token_backend(self):
        return self.token_backend


class BlacklistMixin:
    """Without the blacklist app these checks do not exist, whatever BLACKLIST_AFTER_ROTATION says."""

    if 'rest_framework_simplejwt.token_blacklist' in settings.INSTALLED_APPS:

        def verify(self, *args, **kwargs):
            self.check_blacklist()
            super().verify(*args, **kwargs)

        def check_blacklist(self):
            jti = self.payload[api_settings.JTI_CLAIM]
            if BlacklistedToken.objects.filter(token__jti=jti).exists():
                raise TokenError('Token is blacklisted')

        def blacklist(self):
            token, _ = OutstandingToken.objects.get_or_create(jti=self.payload[api_settings.JTI_CLAIM])
            return BlacklistedToken.objects.get_or_create(token=token)

        def outstand(self):
            return OutstandingToken.objects.get_or_create(jti=self.payload[api_settings.JTI_CLAIM])

        @classmethod
        def for_user(cls, user):
            token = super().for_user(user)
            OutstandingToken.objects.create(user=user, jti=token[api_settings.JTI_CLAIM])
            return token


class SlidingToken(BlacklistMixin, Token):
    token_type = 'sliding'
    lifetime = api_settings.SLIDING_TOKEN_LIFETIME

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.token is None:
            self.set_exp(api_settings.SLIDING_TOKEN_REFRESH_EXP_CLAIM)


class AccessToken(Token):
    token_type = 'access'
    lifetime = api_settings.ACCESS_TOKEN_LIFETIME


class RefreshToken(BlacklistMixin, Token):
    token_type = 'refresh'
    lifetime = api_settings.REFRESH_TOKEN_LIFETIME
    no_copy_claims = (api_settings.TOKEN_TYPE_CLAIM, 'exp', api_settings.JTI_CLAIM, 'jti', 'iat')
    access_token_class = AccessToken

    @property
    def access_token(self):
        access = self.access_token_class()
        access.set_exp(from_time=self.current_time)
        for claim, value in self.payload.items():
            if claim not in self.no_copy_claims:
                access[claim] = value
        return access


class UntypedToken(Token):
    """Any type passes: refresh tokens as well as access tokens."""

    token_type = 'untyped'
    lifetime = timedelta(seconds=0)

    def verify_token_type(self):
        pass
