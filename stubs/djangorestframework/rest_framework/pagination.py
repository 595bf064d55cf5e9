"""Pagination: a page is a part of somebody's data."""
from _unlatched import effect, opaque, world
from rest_framework.response import Response
from rest_framework.settings import api_settings


class BasePagination:
    display_page_controls = False

    def paginate_queryset(self, queryset, request, view=None):
        raise NotImplementedError('paginate_queryset() must be implemented.')

    def get_paginated_response(self, data):
        raise NotImplementedError('get_paginated_response() must be implemented.')

    def get_schema_operation_parameters(self, view):
        return []

    def get_paginated_response_schema(self, schema):
        return schema

    def to_html(self):
        return opaque('page controls')

    def get_results(self, data):
        return data['results']


class PageNumberPagination(BasePagination):
    page_size = api_settings.PAGE_SIZE
    page_query_param = 'page'
    page_size_query_param = None
    max_page_size = None
    last_page_strings = ('last',)
    template = 'rest_framework/pagination/numbers.html'
    invalid_page_message = 'Invalid page.'

    def paginate_queryset(self, queryset, request, view=None):
        self.request = request
        if not self.get_page_size(request):
            return None
        effect('db-read', 'page of a queryset')
        self.page = world('page')
        return world('page')

    def get_page_number(self, request, paginator):
        return request.query_params.get(self.page_query_param)

    def get_page_size(self, request):
        return self.page_size

    def get_paginated_response(self, data):
        return Response({'results': data})

    def get_next_link(self):
        return opaque('link')

    def get_previous_link(self):
        return opaque('link')


class LimitOffsetPagination(BasePagination):
    default_limit = api_settings.PAGE_SIZE
    limit_query_param = 'limit'
    offset_query_param = 'offset'
    max_limit = None
    template = 'rest_framework/pagination/numbers.html'

    def paginate_queryset(self, queryset, request, view=None):
        self.request = request
        self.limit = self.get_limit(request)
        if self.limit is None:
            return None
        effect('db-read', 'page of a queryset')
        self.count = world('count')
        self.offset = world('offset')
        return world('page')

    def get_limit(self, request):
        return self.default_limit

    def get_offset(self, request):
        return 0

    def get_count(self, queryset):
        return world('count')

    def get_paginated_response(self, data):
        return Response({'results': data})

    def get_next_link(self):
        return opaque('link')

    def get_previous_link(self):
        return opaque('link')


class CursorPagination(BasePagination):
    cursor_query_param = 'cursor'
    page_size = api_settings.PAGE_SIZE
    ordering = '-created'
    template = 'rest_framework/pagination/previous_and_next.html'
    page_size_query_param = None
    max_page_size = None
    offset_cutoff = 1000
    invalid_cursor_message = 'Invalid cursor'

    def paginate_queryset(self, queryset, request, view=None):
        self.request = request
        if not self.get_page_size(request):
            return None
        effect('db-read', 'page of a queryset')
        return world('page')

    def get_page_size(self, request):
        return self.page_size

    def get_ordering(self, request, queryset, view):
        return self.ordering

    def get_paginated_response(self, data):
        return Response({'results': data})

    def get_next_link(self):
        return opaque('link')

    def get_previous_link(self):
        return opaque('link')


def __getattr__(name):
    return opaque('rest_framework.pagination.' + name)
