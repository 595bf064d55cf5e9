"""Helpers of the schema generators."""
from _unlatched import opaque


def __getattr__(name):
    return opaque('rest_framework.schemas.utils.' + name)
