"""Time is of the world."""
from contextlib import ContextDecorator
from datetime import datetime, timedelta, timezone, tzinfo

from _unlatched import DJANGO_VERSION, opaque, world

if DJANGO_VERSION < (5, 0):
    utc = opaque("the time zone UTC")


def get_fixed_timezone(offset):
    return opaque("a time zone")


def get_default_timezone():
    return opaque("a time zone")


def get_default_timezone_name():
    return "UTC"


def get_current_timezone():
    return opaque("a time zone")


def get_current_timezone_name():
    return "UTC"


def activate(timezone):
    pass


def deactivate():
    pass


class override(ContextDecorator):
    def __init__(self, timezone):
        self.timezone = timezone

    def __enter__(self):
        return None

    def __exit__(self, exc_type, exc_value, traceback):
        return None

    def __call__(self, func):
        return func


def localtime(value=None, timezone=None):
    return world("the time") if value is None else value


def localdate(value=None, timezone=None):
    return world("the date")


def now():
    return world("the time")


def is_aware(value):
    return True


def is_naive(value):
    return False


def make_aware(value, timezone=None, *args, **kwargs):
    return value


def make_naive(value, timezone=None):
    return value
