"""Comparison and random strings."""
from _unlatched import constant_time_compare as _unlatched_compare, opaque, secret


class InvalidAlgorithm(ValueError):
    pass


def salted_hmac(key_salt, value, secret=None, *, algorithm="sha1"):
    return opaque("an HMAC under a key of the deployment")


RANDOM_STRING_CHARS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"


def get_random_string(length, allowed_chars=RANDOM_STRING_CHARS):
    return secret("a random string")


def constant_time_compare(val1, val2):
    return _unlatched_compare(val1, val2)


def pbkdf2(password, salt, iterations, dklen=0, digest=None):
    return opaque("a derived key")
