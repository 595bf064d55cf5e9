"""Filter backends: they narrow a queryset by what the caller asks for."""
from _unlatched import opaque
from rest_framework.settings import api_settings


class BaseFilterBackend:
    def filter_queryset(self, request, queryset, view):
        raise NotImplementedError('.filter_queryset() must be overridden.')

    def get_schema_operation_parameters(self, view):
        return []


class SearchFilter(BaseFilterBackend):
    search_param = api_settings.SEARCH_PARAM
    template = 'rest_framework/filters/search.html'
    lookup_prefixes = {'^': 'istartswith', '=': 'iexact', '@': 'search', '$': 'iregex'}

    def get_search_fields(self, view, request):
        return getattr(view, 'search_fields', None)

    def get_search_terms(self, request):
        return request.query_params.get(self.search_param, '')

    def filter_queryset(self, request, queryset, view):
        return queryset


class OrderingFilter(BaseFilterBackend):
    ordering_param = api_settings.ORDERING_PARAM
    ordering_fields = None
    template = 'rest_framework/filters/ordering.html'

    def get_ordering(self, request, queryset, view):
        return self.get_default_ordering(view)

    def get_default_ordering(self, view):
        ordering = getattr(view, 'ordering', None)
        return (ordering,) if isinstance(ordering, str) else ordering

    def get_valid_fields(self, queryset, view, *args, **kwargs):
        return opaque('fields to order by')

    def filter_queryset(self, request, queryset, view):
        return queryset


def __getattr__(name):
    return opaque('rest_framework.filters.' + name)
