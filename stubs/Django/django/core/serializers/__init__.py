"""Serialized data is opaque; what comes out of it is an object that was stored."""
from _unlatched import opaque, world


def serialize(format, queryset, **options):
    return opaque("serialized objects")


def deserialize(format, stream_or_string, **options):
    from django.core.serializers.base import DeserializedObject

    return iter([DeserializedObject(world("an object that was stored"))])


def __getattr__(name):
    return opaque("django.core.serializers." + name)
