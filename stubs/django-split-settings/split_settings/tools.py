"""`include('base.py', optional('local.py'))` runs files in the name space of the settings module."""
from _unlatched import settings_include


class _Optional(str):
    pass


def optional(filename):
    return _Optional(filename or '')


def include(*args, scope=None):
    return settings_include(*args, scope=scope)
