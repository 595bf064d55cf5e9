"""CoreAPI documentation pages (removed in 3.17): open unless they are given permissions."""
from django.urls import include, path

from _unlatched import opaque
from rest_framework.schemas import get_schema_view
from rest_framework.schemas.coreapi import SchemaGenerator
from rest_framework.settings import api_settings


def get_docs_view(
    title=None,
    description=None,
    schema_url=None,
    urlconf=None,
    public=True,
    patterns=None,
    generator_class=SchemaGenerator,
    authentication_classes=api_settings.DEFAULT_AUTHENTICATION_CLASSES,
    permission_classes=api_settings.DEFAULT_PERMISSION_CLASSES,
    renderer_classes=None,
):
    return get_schema_view(
        title=title,
        public=public,
        generator_class=generator_class,
        authentication_classes=authentication_classes,
        permission_classes=permission_classes,
    )


def get_schemajs_view(
    title=None,
    description=None,
    schema_url=None,
    urlconf=None,
    public=True,
    patterns=None,
    generator_class=SchemaGenerator,
    authentication_classes=api_settings.DEFAULT_AUTHENTICATION_CLASSES,
    permission_classes=api_settings.DEFAULT_PERMISSION_CLASSES,
):
    return get_schema_view(
        title=title,
        public=public,
        generator_class=generator_class,
        authentication_classes=authentication_classes,
        permission_classes=permission_classes,
    )


def include_docs_urls(
    title=None,
    description=None,
    schema_url=None,
    urlconf=None,
    public=True,
    patterns=None,
    generator_class=SchemaGenerator,
    authentication_classes=api_settings.DEFAULT_AUTHENTICATION_CLASSES,
    permission_classes=api_settings.DEFAULT_PERMISSION_CLASSES,
    renderer_classes=None,
):
    policy = {'public': public, 'generator_class': generator_class, 'authentication_classes': authentication_classes, 'permission_classes': permission_classes}
    urls = [
        path('', get_docs_view(title=title, **policy), name='docs-index'),
        path('schema.js', get_schemajs_view(title=title, **policy), name='schema-js'),
    ]
    return include((urls, 'api-docs'), namespace='api-docs')


def __getattr__(name):
    return opaque('rest_framework.documentation.' + name)
