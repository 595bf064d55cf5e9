"""Helpers of caches."""
from _unlatched import opaque


def __getattr__(name):
    return opaque("django.core.cache.utils." + name)
