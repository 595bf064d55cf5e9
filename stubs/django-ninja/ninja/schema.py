"""Schemas check what the caller sends; what passes is still his choice."""
from _unlatched import attacker, opaque


class Schema:
    def __init__(self, *args, **kwargs):
        for name, value in kwargs.items():
            setattr(self, name, value)

    def __getattr__(self, name):
        if name.startswith('__'):
            raise AttributeError(name)
        return attacker('field of a schema: ' + name)

    @classmethod
    def from_orm(cls, obj, **kw):
        return opaque('schema of an object')

    def dict(self, *a, **kw):
        return attacker('fields of a schema')

    @classmethod
    def json_schema(cls):
        return opaque('JSON schema')

    @classmethod
    def schema(cls):
        return opaque('JSON schema')


def __getattr__(name):
    return opaque('ninja.schema.' + name)
