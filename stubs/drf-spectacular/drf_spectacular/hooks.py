"""Helpers of the generator."""
from _unlatched import opaque


def __getattr__(name):
    return opaque('drf_spectacular.hooks.' + name)
