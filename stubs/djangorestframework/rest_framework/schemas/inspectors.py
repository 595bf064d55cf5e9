"""The `schema` attribute of views."""
from _unlatched import opaque
from rest_framework.settings import api_settings


class ViewInspector:
    """A descriptor: on a view it is the inspector itself."""

    def __init__(self):
        pass

    def __get__(self, instance, owner):
        return self

    def get_description(self, path, method):
        return opaque('description of an operation')


class DefaultSchema(ViewInspector):
    def __get__(self, instance, owner):
        return api_settings.DEFAULT_SCHEMA_CLASS()
