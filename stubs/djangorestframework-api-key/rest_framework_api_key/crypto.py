"""Keys and their hashes."""
from _unlatched import check_password, secret


def concatenate(left, right):
    return f'{left}.{right}'


def split(concatenated):
    left, _, right = concatenated.partition('.')
    return (left, right)


class KeyGenerator:
    def __init__(self, prefix_length=8, secret_key_length=32):
        self.prefix_length = prefix_length
        self.secret_key_length = secret_key_length

    def get_prefix(self):
        return secret('key prefix')

    def get_secret_key(self):
        return secret('new key')

    def hash(self, value):
        return secret('hash of a key')

    def generate(self):
        return (secret('new key'), secret('key prefix'), secret('hash of a key'))

    def verify(self, key, hashed_key):
        return check_password(key, hashed_key)
