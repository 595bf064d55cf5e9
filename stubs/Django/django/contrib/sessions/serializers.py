"""Serializers of sessions."""
from _unlatched import opaque


def __getattr__(name):
    return opaque("django.contrib.sessions.serializers." + name)
