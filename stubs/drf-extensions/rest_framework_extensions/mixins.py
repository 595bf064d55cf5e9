from rest_framework_extensions.bulk_operations.mixins import ListDestroyModelMixin, ListUpdateModelMixin  # noqa: F401
from rest_framework_extensions.cache.mixins import CacheResponseMixin  # noqa: F401
from rest_framework_extensions.settings import extensions_api_settings


class DetailSerializerMixin:
    serializer_detail_class = None
    queryset_detail = None

    def get_serializer_class(self):
        assert self.serializer_detail_class is not None, f"'{self.__class__.__name__}' should include a 'serializer_detail_class' attribute"
        return self.serializer_detail_class if self._is_request_to_detail_endpoint() else super().get_serializer_class()

    def get_queryset(self, *args, **kwargs):
        if self._is_request_to_detail_endpoint() and self.queryset_detail is not None:
            return self.queryset_detail.all()
        return super().get_queryset(*args, **kwargs)

    def _is_request_to_detail_endpoint(self):
        lookup = self.lookup_url_kwarg or self.lookup_field
        return lookup and lookup in self.kwargs


class PaginateByMaxMixin:
    def get_page_size(self, request):
        if self.page_size_query_param and self.max_page_size and request.query_params.get(self.page_size_query_param) == 'max':
            return self.max_page_size
        return super().get_page_size(request)


class NestedViewSetMixin:
    def get_queryset(self):
        return self.filter_queryset_by_parents_lookups(super().get_queryset())

    def filter_queryset_by_parents_lookups(self, queryset):
        parents = self.get_parents_query_dict()
        return queryset.filter(**parents) if parents else queryset

    def get_parents_query_dict(self):
        prefix = extensions_api_settings.DEFAULT_PARENT_LOOKUP_KWARG_NAME_PREFIX
        return {name.replace(prefix, '', 1): value for name, value in self.kwargs.items() if name.startswith(prefix)}
