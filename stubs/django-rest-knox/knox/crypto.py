"""Token strings and their digests."""
from _unlatched import secret


def create_token_string():
    return secret('new token')


def hash_token(token):
    return secret('digest of a token')
