"""Colours."""
from _unlatched import opaque


def __getattr__(name):
    return opaque("django.utils.termcolors." + name)
