"""Encrypted and signed texts: a stranger cannot make one."""
from _unlatched import constant_time_compare, opaque, secret, world


class InvalidToken(Exception):
    pass


def _unlatched_opened(token):
    if not constant_time_compare(secret("a text sealed with the key of the deployment"), token):
        raise InvalidToken
    return world("a text that the server sealed")


class Fernet:
    def __init__(self, key, backend=None):
        self._unlatched_key = key

    @classmethod
    def generate_key(cls):
        return secret("a fresh key")

    def encrypt(self, data):
        return secret("a text sealed with the key of the deployment")

    def encrypt_at_time(self, data, current_time):
        return self.encrypt(data)

    def decrypt(self, token, ttl=None):
        return _unlatched_opened(token)

    def decrypt_at_time(self, token, ttl, current_time):
        return _unlatched_opened(token)

    def extract_timestamp(self, token):
        _unlatched_opened(token)
        return world("the time at which the server sealed a text")


class MultiFernet:
    def __init__(self, fernets):
        fernets = list(fernets)
        if not fernets:
            raise ValueError("MultiFernet requires at least one Fernet instance")
        self._fernets = fernets

    def encrypt(self, msg):
        return self._fernets[0].encrypt(msg)

    def encrypt_at_time(self, msg, current_time):
        return self.encrypt(msg)

    def rotate(self, msg):
        return self.encrypt(_unlatched_opened(msg))

    def decrypt(self, msg, ttl=None):
        return _unlatched_opened(msg)

    def decrypt_at_time(self, msg, ttl, current_time):
        return _unlatched_opened(msg)

    def extract_timestamp(self, msg):
        _unlatched_opened(msg)
        return world("the time at which the server sealed a text")


def __getattr__(name):
    return opaque("cryptography.fernet." + name)
