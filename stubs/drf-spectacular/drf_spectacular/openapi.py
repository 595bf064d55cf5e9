"""The inspector that projects name in DEFAULT_SCHEMA_CLASS and extend."""
from _unlatched import opaque
from rest_framework.schemas.inspectors import ViewInspector


class AutoSchema(ViewInspector):
    def get_operation(self, path, path_regex, path_prefix, method, registry):
        return opaque('schema of an operation')

    def is_excluded(self):
        return False

    def get_override_parameters(self):
        return []

    def get_description(self):
        return opaque('description of an operation')

    def get_summary(self):
        return None

    def get_auth(self):
        return opaque('security of an operation')

    def get_request_serializer(self):
        return opaque('request serializer')

    def get_response_serializers(self):
        return opaque('response serializers')

    def get_tags(self):
        return opaque('tags of an operation')

    def get_extensions(self):
        return {}

    def get_operation_id(self):
        return opaque('id of an operation')

    def is_deprecated(self):
        return False

    def get_filter_backends(self):
        return opaque('filter backends')
