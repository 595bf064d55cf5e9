"""DRF's own OpenAPI generator; it never writes `security`."""
from _unlatched import opaque
from rest_framework.schemas.generators import BaseSchemaGenerator
from rest_framework.schemas.inspectors import ViewInspector


class SchemaGenerator(BaseSchemaGenerator):
    def get_info(self):
        return opaque('schema information')

    def get_schema(self, request=None, public=False):
        """Operations that the caller may not use are left out; the document is there."""
        return {'openapi': '3.0.2', 'info': opaque('schema information'), 'paths': opaque('paths of the schema')}


class AutoSchema(ViewInspector):
    request_media_types = []
    response_media_types = []

    def __init__(self, tags=None, operation_id_base=None, component_name=None):
        super().__init__()

    def get_operation(self, path, method):
        return opaque('schema of an operation')

    def get_components(self, path, method):
        return opaque('schema components')

    def get_tags(self, path, method):
        return opaque('tags of an operation')

    def get_operation_id(self, path, method):
        return opaque('id of an operation')


def __getattr__(name):
    return opaque('rest_framework.schemas.openapi.' + name)
