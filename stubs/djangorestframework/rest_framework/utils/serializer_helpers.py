"""Containers of serialized data."""
from _unlatched import opaque


class ReturnDict(dict):
    def __init__(self, *args, **kwargs):
        self.serializer = kwargs.pop('serializer', None)
        super().__init__(*args, **kwargs)


class ReturnList(list):
    def __init__(self, *args, **kwargs):
        self.serializer = kwargs.pop('serializer', None)
        super().__init__(*args, **kwargs)


def __getattr__(name):
    return opaque('rest_framework.utils.serializer_helpers.' + name)
