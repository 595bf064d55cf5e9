"""Encoding helpers."""
from _unlatched import opaque


def __getattr__(name):
    return opaque('jwt.utils.' + name)
