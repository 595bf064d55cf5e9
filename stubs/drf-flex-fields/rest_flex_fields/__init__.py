"""Serializers whose fields the caller chooses among those that the project allows."""
from _unlatched import opaque
from rest_flex_fields.serializers import FlexFieldsModelSerializer  # noqa: F401
from rest_flex_fields.views import FlexFieldsModelViewSet  # noqa: F401


def is_expanded(request, *args, **kwargs):
    return opaque('whether a field is expanded')


def is_included(request, *args, **kwargs):
    return opaque('whether a field is included')
