"""Pagination wraps the function of an operation, so it stands behind the authenticators."""
from functools import wraps

from _unlatched import attacker, opaque
from ninja.constants import NOT_SET
from ninja.responses import Status
from ninja.router import Router
from ninja.schema import Schema


class PaginationBase:
    class Input(Schema):
        pass

    class Output(Schema):
        pass

    items_attribute = 'items'

    def __init__(self, *args, pass_parameter=None, **kwargs):
        self.pass_parameter = pass_parameter

    def paginate_queryset(self, queryset, pagination, request, **params):
        pass

    def _items_count(self, queryset):
        return opaque('number of items')


class AsyncPaginationBase(PaginationBase):
    pass


class LimitOffsetPagination(AsyncPaginationBase):
    def __init__(self, *args, **kwargs):
        super().__init__(pass_parameter=kwargs.get('pass_parameter'))

    def paginate_queryset(self, queryset, pagination, request, **params):
        return {'items': queryset, 'count': self._items_count(queryset)}


class PageNumberPagination(AsyncPaginationBase):
    def __init__(self, page_size=100, max_page_size=100, **kwargs):
        super().__init__(**kwargs)
        self.page_size = page_size

    def paginate_queryset(self, queryset, pagination, request, **params):
        return {'items': queryset, 'count': self._items_count(queryset)}


def paginate(func_or_pgn_class=NOT_SET, **paginator_params):
    if func_or_pgn_class is not NOT_SET and not isinstance(func_or_pgn_class, type):
        return _inject_pagination(func_or_pgn_class, LimitOffsetPagination)
    paginator_class = LimitOffsetPagination if func_or_pgn_class is NOT_SET else func_or_pgn_class
    return lambda func: _inject_pagination(func, paginator_class, **paginator_params)


def _inject_pagination(func, paginator_class, **paginator_params):
    if getattr(func, '_ninja_is_paginated', False):
        return func
    paginator = paginator_class(**paginator_params)

    @wraps(func)
    def view_with_pagination(request, **kwargs):
        pagination = kwargs.pop('ninja_pagination', None) or attacker('page')
        if paginator.pass_parameter:
            kwargs[paginator.pass_parameter] = pagination
        items = func(request, **kwargs)
        status_code = None
        if isinstance(items, Status):
            status_code, items = items.status_code, items.value
        result = paginator.paginate_queryset(items, pagination=pagination, request=request, **kwargs)
        return result if status_code is None else Status(status_code, result)

    view_with_pagination._ninja_is_paginated = True
    return view_with_pagination


class RouterPaginated(Router):
    pass


def __getattr__(name):
    return opaque('ninja.pagination.' + name)
