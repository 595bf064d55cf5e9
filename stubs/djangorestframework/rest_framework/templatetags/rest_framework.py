"""Rendering helpers."""
from _unlatched import opaque


def __getattr__(name):
    return opaque('rest_framework.templatetags.rest_framework.' + name)
