"""Bases of the inspectors: they describe and decide nothing."""
from _unlatched import opaque

NotHandled = object()


class BaseInspector:
    def __init__(self, view, path, method, components, request):
        self.view = view
        self.path = path
        self.method = method
        self.components = components
        self.request = request

    def process_result(self, result, method_name, obj, **kwargs):
        return result


class PaginatorInspector(BaseInspector):
    def get_paginator_parameters(self, paginator):
        return NotHandled

    def get_paginated_response(self, paginator, response_schema):
        return NotHandled


class FilterInspector(BaseInspector):
    def get_filter_parameters(self, filter_backend):
        return NotHandled


class FieldInspector(BaseInspector):
    def __init__(self, view, path, method, components, request, field_inspectors):
        super().__init__(view, path, method, components, request)
        self.field_inspectors = field_inspectors

    def field_to_swagger_object(self, field, swagger_object_type, use_references, **kwargs):
        return NotHandled


class SerializerInspector(FieldInspector):
    def get_schema(self, serializer):
        return NotHandled

    def get_request_parameters(self, serializer, in_):
        return NotHandled


class ViewInspector(BaseInspector):
    body_methods = ('PUT', 'PATCH', 'POST', 'DELETE')

    def __init__(self, view, path, method, components, request, overrides):
        super().__init__(view, path, method, components, request)
        self.overrides = overrides

    def get_operation(self, operation_keys):
        return opaque('described operation')
