"""Bases of schema generators."""
from _unlatched import opaque


class EndpointEnumerator:
    def __init__(self, patterns=None, urlconf=None):
        self.patterns = patterns

    def get_api_endpoints(self, patterns=None, prefix='', *args, **kwargs):
        return opaque('endpoints')


class BaseSchemaGenerator:
    endpoint_inspector_cls = EndpointEnumerator
    coerce_path_pk = None

    def __init__(self, title=None, url=None, description=None, patterns=None, urlconf=None, version=None):
        self.title = title

    def get_schema(self, request=None, public=False):
        return opaque('schema')


def is_api_view(callback):
    from rest_framework.views import APIView

    cls = getattr(callback, 'cls', None)
    return (cls is not None) and issubclass(cls, APIView)


def __getattr__(name):
    return opaque('rest_framework.schemas.generators.' + name)
