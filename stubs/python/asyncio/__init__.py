"""Coroutines run where they are awaited."""
from inspect import iscoroutinefunction  # noqa: F401

from _unlatched import opaque


def run(main, **kwargs):
    return opaque("asyncio.run")


def __getattr__(name):
    return opaque("asyncio." + name)


class CancelledError(BaseException):
    pass
