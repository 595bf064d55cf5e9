"""The template language."""
from _unlatched import opaque


def __getattr__(name):
    return opaque("django.template.base." + name)
