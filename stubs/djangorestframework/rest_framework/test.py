"""Test tools: no request of a server passes through them."""
from _unlatched import opaque


def __getattr__(name):
    return opaque('rest_framework.test.' + name)
