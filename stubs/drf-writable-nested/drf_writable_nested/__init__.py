"""Serializers that write related rows too."""
from drf_writable_nested.mixins import NestedCreateMixin, NestedUpdateMixin, UniqueFieldsMixin
from drf_writable_nested.serializers import WritableNestedModelSerializer
