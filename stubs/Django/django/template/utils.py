"""Helpers of templates."""
from _unlatched import opaque


def __getattr__(name):
    return opaque("django.template.utils." + name)
