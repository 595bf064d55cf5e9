"""Rows of a whole list are changed without a look at the permissions of each: `get_object` is asked for single ones only."""
from rest_framework import status
from rest_framework.mixins import CreateModelMixin
from rest_framework.response import Response


class BulkCreateModelMixin(CreateModelMixin):
    def create(self, request, *args, **kwargs):
        if not isinstance(request.data, list):
            return super().create(request, *args, **kwargs)
        serializer = self.get_serializer(data=request.data, many=True)
        serializer.is_valid(raise_exception=True)
        self.perform_bulk_create(serializer)
        return Response(serializer.data, status=status.HTTP_201_CREATED)

    def perform_bulk_create(self, serializer):
        return self.perform_create(serializer)


class BulkUpdateModelMixin:
    def get_object(self):
        if (self.lookup_url_kwarg or self.lookup_field) in self.kwargs:
            return super().get_object()

    def bulk_update(self, request, *args, **kwargs):
        rows = self.filter_queryset(self.get_queryset())
        serializer = self.get_serializer(rows, data=request.data, many=True, partial=kwargs.pop('partial', False))
        serializer.is_valid(raise_exception=True)
        self.perform_bulk_update(serializer)
        return Response(serializer.data, status=status.HTTP_200_OK)

    def partial_bulk_update(self, request, *args, **kwargs):
        kwargs['partial'] = True
        return self.bulk_update(request, *args, **kwargs)

    def perform_update(self, serializer):
        serializer.save()

    def perform_bulk_update(self, serializer):
        return self.perform_update(serializer)


class BulkDestroyModelMixin:
    def allow_bulk_destroy(self, qs, filtered):
        return qs is not filtered

    def bulk_destroy(self, request, *args, **kwargs):
        rows = self.get_queryset()
        filtered = self.filter_queryset(rows)
        if not self.allow_bulk_destroy(rows, filtered):
            return Response(status=status.HTTP_400_BAD_REQUEST)
        self.perform_bulk_destroy(filtered)
        return Response(status=status.HTTP_204_NO_CONTENT)

    def perform_destroy(self, instance):
        instance.delete()

    def perform_bulk_destroy(self, objects):
        for row in objects:
            self.perform_destroy(row)
