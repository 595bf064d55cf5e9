"""PATCH and DELETE on the list: they need a header that anybody can send."""
from rest_framework import status
from rest_framework.response import Response
from rest_framework_extensions import utils
from rest_framework_extensions.settings import extensions_api_settings


class BulkOperationBaseMixin:
    def is_object_operation(self):
        return bool(self.get_object_lookup_value())

    def get_object_lookup_value(self):
        return self.kwargs.get(getattr(self, 'lookup_url_kwarg', None) or self.lookup_field, None)

    def is_valid_bulk_operation(self):
        name = extensions_api_settings.DEFAULT_BULK_OPERATION_HEADER_NAME
        if name:
            return bool(self.request.META.get(utils.prepare_header_name(name), None)), {'detail': f"Header '{name}' should be provided."}
        return True, {}


class ListDestroyModelMixin(BulkOperationBaseMixin):
    def delete(self, request, *args, **kwargs):
        if self.is_object_operation():
            return super().destroy(request, *args, **kwargs)
        return self.destroy_bulk(request, *args, **kwargs)

    def destroy_bulk(self, request, *args, **kwargs):
        is_valid, errors = self.is_valid_bulk_operation()
        if not is_valid:
            return Response(errors, status=status.HTTP_400_BAD_REQUEST)
        queryset = self.filter_queryset(self.get_queryset())
        self.pre_delete_bulk(queryset)
        queryset.delete()
        self.post_delete_bulk(queryset)
        return Response(status=status.HTTP_204_NO_CONTENT)

    def pre_delete_bulk(self, queryset):
        pass

    def post_delete_bulk(self, queryset):
        pass


class ListUpdateModelMixin(BulkOperationBaseMixin):
    def patch(self, request, *args, **kwargs):
        if self.is_object_operation():
            return super().partial_update(request, *args, **kwargs)
        return self.partial_update_bulk(request, *args, **kwargs)

    def partial_update_bulk(self, request, *args, **kwargs):
        is_valid, errors = self.is_valid_bulk_operation()
        if not is_valid:
            return Response(errors, status=status.HTTP_400_BAD_REQUEST)
        queryset = self.filter_queryset(self.get_queryset())
        values = self.get_update_bulk_dict(serializer=self.get_serializer_class()(), data=request.data)
        self.pre_save_bulk(queryset, values)
        queryset.update(**values)
        self.post_save_bulk(queryset, values)
        return Response(status=status.HTTP_204_NO_CONTENT)

    def get_update_bulk_dict(self, serializer, data):
        return {}

    def pre_save_bulk(self, queryset, update_bulk_dict):
        pass

    def post_save_bulk(self, queryset, update_bulk_dict):
        pass
