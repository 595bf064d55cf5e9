"""Template tags."""
from _unlatched import opaque


def __getattr__(name):
    return opaque("django.templatetags.i18n." + name)
