"""Serialized data is opaque."""
from _unlatched import opaque


def __getattr__(name):
    return opaque("django.core.serializers." + name)
