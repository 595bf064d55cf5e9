"""Coroutines run where they are awaited."""
from _unlatched import opaque


def iscoroutinefunction(func):
    return False


def run(main, **kwargs):
    return opaque("asyncio.run")


def __getattr__(name):
    return opaque("asyncio." + name)


class CancelledError(BaseException):
    pass
