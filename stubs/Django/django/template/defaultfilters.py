"""Filters that code calls directly."""
from _unlatched import opaque


def slugify(value):
    return opaque("slugify")


def __getattr__(name):
    return opaque("django.template.defaultfilters." + name)
