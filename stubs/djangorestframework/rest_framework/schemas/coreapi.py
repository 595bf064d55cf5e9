"""CoreAPI schemas (removed in 3.17)."""
from _unlatched import opaque
from rest_framework.schemas.generators import BaseSchemaGenerator
from rest_framework.schemas.inspectors import ViewInspector


class SchemaGenerator(BaseSchemaGenerator):
    def get_schema(self, request=None, public=False):
        """None where there is nothing that the caller may use; who calls does not matter for a public one."""
        return {'links': opaque('links of the schema')} if public else opaque('schema')


class AutoSchema(ViewInspector):
    def __init__(self, manual_fields=None):
        super().__init__()


class ManualSchema(ViewInspector):
    def __init__(self, fields, description='', encoding=None):
        super().__init__()


def __getattr__(name):
    return opaque('rest_framework.schemas.coreapi.' + name)
