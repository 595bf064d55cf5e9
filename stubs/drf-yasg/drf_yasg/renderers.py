"""Renderers of the document and of its user interfaces."""
from drf_yasg.app_settings import redoc_settings, swagger_settings  # noqa: F401
from rest_framework.renderers import BaseRenderer


class _SpecRenderer(BaseRenderer):
    charset = 'utf-8'
    validators = []

    @classmethod
    def with_validators(cls, validators):
        return cls


class OpenAPIRenderer(_SpecRenderer):
    media_type = 'application/openapi+json'
    format = 'openapi'


class SwaggerJSONRenderer(_SpecRenderer):
    media_type = 'application/json'
    format = 'json'


class SwaggerYAMLRenderer(_SpecRenderer):
    media_type = 'application/yaml'
    format = 'yaml'


class _UIRenderer(BaseRenderer):
    media_type = 'text/html'
    charset = 'utf-8'
    template = ''


class SwaggerUIRenderer(_UIRenderer):
    template = 'drf-yasg/swagger-ui.html'
    format = 'swagger'


class ReDocRenderer(_UIRenderer):
    template = 'drf-yasg/redoc.html'
    format = 'redoc'


class ReDocOldRenderer(ReDocRenderer):
    template = 'drf-yasg/redoc-old.html'
