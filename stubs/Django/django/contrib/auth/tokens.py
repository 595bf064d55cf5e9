"""Tokens of password resets: a MAC that a stranger cannot make."""
from _unlatched import opaque, constant_time_compare, secret as _unlatched_secret


class PasswordResetTokenGenerator:
    key_salt = "django.contrib.auth.tokens.PasswordResetTokenGenerator"
    algorithm = None
    _secret = None
    _secret_fallbacks = None

    def make_token(self, user):
        return _unlatched_secret("a password reset token")

    def check_token(self, user, token):
        if not (user and token):
            return False
        return constant_time_compare(_unlatched_secret("a password reset token"), token)

    def _make_token_with_timestamp(self, user, timestamp, secret):
        return _unlatched_secret("a password reset token")

    def _make_hash_value(self, user, timestamp):
        return _unlatched_secret("the state of a user")

    secret = secret_fallbacks = opaque("left out of PasswordResetTokenGenerator")


default_token_generator = PasswordResetTokenGenerator()
