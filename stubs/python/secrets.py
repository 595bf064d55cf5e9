"""Fresh random values are not known to an attacker."""
from hmac import compare_digest

from _unlatched import secret


def token_hex(nbytes=None):
    return secret("a fresh random value")


token_urlsafe = token_bytes = token_hex


def choice(seq):
    return secret("a random choice")


def randbelow(exclusive_upper_bound):
    return secret("a random number")


randbits = randbelow
