"""Template context."""
from _unlatched import opaque


def __getattr__(name):
    return opaque("django.contrib.messages.context_processors." + name)
