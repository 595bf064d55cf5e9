"""Decorators that describe: each gives back what it decorates."""
from _unlatched import opaque
from rest_framework.serializers import Serializer


class OpenApiSchemaBase:
    pass


class OpenApiExample(OpenApiSchemaBase):
    def __init__(self, name, *args, **kwargs):
        self.name = name


class OpenApiParameter(OpenApiSchemaBase):
    QUERY = 'query'
    PATH = 'path'
    HEADER = 'header'
    COOKIE = 'cookie'

    def __init__(self, name, *args, **kwargs):
        self.name = name


class OpenApiResponse(OpenApiSchemaBase):
    def __init__(self, *args, **kwargs):
        pass


class OpenApiRequest(OpenApiSchemaBase):
    def __init__(self, *args, **kwargs):
        pass


class OpenApiCallback(OpenApiSchemaBase):
    def __init__(self, *args, **kwargs):
        pass


class OpenApiWebhook(OpenApiSchemaBase):
    def __init__(self, *args, **kwargs):
        pass


class PolymorphicProxySerializer(Serializer):
    def __init__(self, *args, **kwargs):
        super().__init__()


def _unlatched_same(thing):
    return thing


def extend_schema(*args, **kwargs):
    return _unlatched_same


def extend_schema_field(field, *args, **kwargs):
    return _unlatched_same


def extend_schema_serializer(*args, **kwargs):
    return _unlatched_same


def extend_schema_view(**kwargs):
    return _unlatched_same


def inline_serializer(name, fields, **kwargs):
    return Serializer(**kwargs)


def __getattr__(name):
    return opaque('drf_spectacular.utils.' + name)
