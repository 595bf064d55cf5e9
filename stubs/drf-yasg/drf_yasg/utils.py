"""The decorators that describe: each gives back what it decorates."""
from _unlatched import opaque


class no_body:
    pass


class unset:
    pass


def _unlatched_same(thing):
    return thing


def swagger_auto_schema(*args, **kwargs):
    return _unlatched_same


def swagger_serializer_method(serializer_or_field):
    return _unlatched_same


def __getattr__(name):
    return opaque('drf_yasg.utils.' + name)
