"""Warnings are not shown."""
from contextlib import nullcontext


def warn(message, category=None, stacklevel=1, source=None, **kwargs):
    pass


def filterwarnings(action, *args, **kwargs):
    pass


simplefilter = resetwarnings = warn_explicit = filterwarnings


def catch_warnings(**kwargs):
    return nullcontext([])


def deprecated(message, **kwargs):
    return lambda arg: arg
