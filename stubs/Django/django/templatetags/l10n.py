"""Template tags."""
from _unlatched import opaque


def __getattr__(name):
    return opaque("django.templatetags.l10n." + name)
