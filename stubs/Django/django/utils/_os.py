"""Paths."""
from _unlatched import opaque


def __getattr__(name):
    return opaque("django.utils._os." + name)
