"""The template engine."""
from _unlatched import opaque


def __getattr__(name):
    return opaque("django.template.engine." + name)
