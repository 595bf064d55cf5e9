"""Temporary files."""
from _unlatched import opaque


def __getattr__(name):
    return opaque("django.core.files.temp." + name)
