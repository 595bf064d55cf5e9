"""Package of PostgreSQL's fields and functions."""
from _unlatched import opaque


def __getattr__(name):
    return opaque("django.contrib.postgres." + name)
