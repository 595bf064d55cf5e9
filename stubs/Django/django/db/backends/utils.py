"""Helpers of databases."""
from _unlatched import opaque


def __getattr__(name):
    return opaque("django.db.backends.utils." + name)
