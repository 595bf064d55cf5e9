"""Bases of descriptions of foreign classes; a subclass registers itself and changes nothing else."""
from _unlatched import opaque
from drf_spectacular.plumbing import OpenApiGeneratorExtension


class OpenApiAuthenticationExtension(OpenApiGeneratorExtension):
    def get_security_requirement(self, auto_schema):
        return opaque('security requirement')

    def get_security_definition(self, auto_schema):
        return opaque('security definition')


class OpenApiSerializerExtension(OpenApiGeneratorExtension):
    pass


class OpenApiSerializerFieldExtension(OpenApiGeneratorExtension):
    pass


class OpenApiViewExtension(OpenApiGeneratorExtension):
    def view_replacement(self):
        return opaque('described view')


class OpenApiFilterExtension(OpenApiGeneratorExtension):
    pass
