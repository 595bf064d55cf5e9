"""Storage of messages."""
from _unlatched import opaque


def __getattr__(name):
    return opaque("django.contrib.messages.storage.session." + name)
