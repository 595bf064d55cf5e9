"""Cache backend."""
from _unlatched import opaque


def __getattr__(name):
    return opaque("django.core.cache.backends.locmem." + name)
