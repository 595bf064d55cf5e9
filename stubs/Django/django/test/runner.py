"""The test runner."""
from _unlatched import opaque


def __getattr__(name):
    return opaque("django.test.runner." + name)
