"""Signed values: a stranger cannot make one."""
from _unlatched import constant_time_compare, opaque, secret, world


class BadSignature(Exception):
    pass


class SignatureExpired(BadSignature):
    pass


def _unlatched_check(signed):
    if not constant_time_compare(secret("a value signed with the key of the deployment"), signed):
        raise BadSignature("Signature does not match")
    return world("a value that the server signed")


def get_cookie_signer(salt="django.core.signing.get_cookie_signer"):
    return TimestampSigner(salt=salt)


class JSONSerializer:
    def dumps(self, obj):
        return opaque("serialized data")

    def loads(self, data):
        return opaque("deserialized data")


def dumps(obj, key=None, salt="django.core.signing", serializer=JSONSerializer, compress=False):
    return secret("a value signed with the key of the deployment")


def loads(s, key=None, salt="django.core.signing", serializer=JSONSerializer, max_age=None, fallback_keys=None):
    return _unlatched_check(s)


class Signer:
    def __init__(self, *args, **kwargs):
        self.key = kwargs.get("key")
        self.sep = kwargs.get("sep", ":")
        self.salt = kwargs.get("salt")

    def signature(self, value, key=None):
        return secret("a signature with the key of the deployment")

    def sign(self, value):
        return secret("a value signed with the key of the deployment")

    def unsign(self, signed_value):
        return _unlatched_check(signed_value)

    def sign_object(self, obj, serializer=JSONSerializer, compress=False):
        return self.sign(obj)

    def unsign_object(self, signed_obj, serializer=JSONSerializer, **kwargs):
        return self.unsign(signed_obj, **kwargs)


class TimestampSigner(Signer):
    def timestamp(self):
        return world("the time")

    def sign(self, value):
        return super().sign(value)

    def unsign(self, value, max_age=None):
        return super().unsign(value)


def __getattr__(name):
    return opaque("django.core.signing." + name)
