"""Commands."""
from _unlatched import opaque


def __getattr__(name):
    return opaque("django.contrib.staticfiles.management." + name)
