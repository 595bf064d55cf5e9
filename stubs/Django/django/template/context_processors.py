"""Template context."""
from _unlatched import opaque


def __getattr__(name):
    return opaque("django.template.context_processors." + name)
