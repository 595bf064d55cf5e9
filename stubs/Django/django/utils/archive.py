"""Archives."""
from _unlatched import opaque


def __getattr__(name):
    return opaque("django.utils.archive." + name)
