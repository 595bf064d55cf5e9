"""Fresh random values are not known to an attacker."""
from _unlatched import constant_time_compare as compare_digest, secret


def token_hex(nbytes=None):
    return secret("a fresh random value")


token_urlsafe = token_bytes = token_hex


def choice(seq):
    return secret("a random choice")


def randbelow(exclusive_upper_bound):
    return secret("a random number")


randbits = randbelow
