"""Database backend."""
from _unlatched import opaque


def __getattr__(name):
    return opaque("django.db.backends.postgresql.base." + name)
