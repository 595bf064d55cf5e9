"""The admin of flat pages."""
from _unlatched import opaque


def __getattr__(name):
    return opaque("django.contrib.flatpages.admin." + name)
