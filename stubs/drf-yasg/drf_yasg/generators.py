"""The generator of the document: with `public=False` it leaves out what the caller may not see."""
from _unlatched import opaque
from drf_yasg.openapi import Swagger
from rest_framework.schemas.generators import EndpointEnumerator as _EndpointEnumerator


class EndpointEnumerator(_EndpointEnumerator):
    def __init__(self, patterns=None, urlconf=None, request=None):
        super().__init__(patterns, urlconf)
        self.request = request


class OpenAPISchemaGenerator:
    endpoint_enumerator_class = EndpointEnumerator

    def __init__(self, info, version='', url=None, patterns=None, urlconf=None):
        self.info = info
        self.version = version

    def get_schema(self, request=None, public=False):
        # Whoever may see nothing of it gets an empty document.
        return Swagger(info=self.info, paths=opaque('paths of the document'))

    def get_endpoints(self, request):
        return opaque('endpoints')

    def should_include_endpoint(self, path, method, view, public):
        return opaque('whether an operation is described')

    def get_paths(self, endpoints, components, request, public):
        return opaque('paths of the document')

    def get_operation_keys(self, subpath, method, view):
        return opaque('keys of an operation')

    def determine_path_prefix(self, paths):
        return opaque('prefix of all paths')

    def get_security_definitions(self):
        return opaque('security definitions')

    def get_security_requirements(self, security_definitions):
        return opaque('security requirements')
