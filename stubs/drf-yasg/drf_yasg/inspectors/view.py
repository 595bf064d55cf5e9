from _unlatched import opaque
from drf_yasg.inspectors.base import ViewInspector


class SwaggerAutoSchema(ViewInspector):
    def __init__(self, view, path, method, components, request, overrides, operation_keys=None):
        super().__init__(view, path, method, components, request, overrides)
        self.operation_keys = operation_keys

    def get_operation(self, operation_keys=None):
        return opaque('described operation')

    def get_tags(self, operation_keys=None):
        return opaque('tags of an operation')

    def get_operation_id(self, operation_keys=None):
        return opaque('id of an operation')

    def get_view_serializer(self):
        return opaque('serializer of the view')

    def get_query_serializer(self):
        return opaque('serializer of the query')

    def get_request_serializer(self):
        return opaque('request serializer')

    def get_default_response_serializer(self):
        return opaque('response serializer')

    def get_summary_and_description(self):
        return (opaque('summary of an operation'), opaque('description of an operation'))

    def get_security(self):
        return opaque('security of an operation')

    def get_responses(self):
        return opaque('responses of an operation')

    def add_manual_parameters(self, parameters):
        return parameters
