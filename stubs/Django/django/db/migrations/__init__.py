"""Migrations do not run."""
from _unlatched import opaque


def __getattr__(name):
    return opaque("django.db.migrations." + name)
