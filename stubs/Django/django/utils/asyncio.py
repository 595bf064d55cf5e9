"""Asynchronous code."""
from _unlatched import opaque


def __getattr__(name):
    return opaque("django.utils.asyncio." + name)
