"""The converter that keeps an id as text; every route with `{uuid:...}` has it instead of Django's."""
from django.urls import register_converter
from django.urls.converters import UUIDConverter

from _unlatched import opaque


class UUIDStrConverter(UUIDConverter):
    def to_python(self, value):
        return value


register_converter(UUIDStrConverter, 'uuidstr')


def __getattr__(name):
    return opaque('ninja.signature.utils.' + name)
