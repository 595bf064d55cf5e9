"""Signals of tests."""
from _unlatched import opaque


def __getattr__(name):
    return opaque("django.test.signals." + name)
