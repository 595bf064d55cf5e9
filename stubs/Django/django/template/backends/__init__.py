"""Template backends."""
from _unlatched import opaque


def __getattr__(name):
    return opaque("django.template.backends." + name)
