"""Many rows in one request: more actions on the list."""
from rest_framework_bulk.generics import (
    BulkCreateAPIView,
    BulkDestroyAPIView,
    BulkModelViewSet,
    BulkUpdateAPIView,
    ListBulkCreateAPIView,
    ListBulkCreateDestroyAPIView,
    ListBulkCreateUpdateAPIView,
    ListBulkCreateUpdateDestroyAPIView,
    ListCreateBulkUpdateAPIView,
    ListCreateBulkUpdateDestroyAPIView,
)
from rest_framework_bulk.mixins import BulkCreateModelMixin, BulkDestroyModelMixin, BulkUpdateModelMixin
from rest_framework_bulk.serializers import BulkListSerializer, BulkSerializerMixin
