"""`paginate` hands out a part of what the method gives."""
from functools import wraps

from _unlatched import opaque
from ninja.constants import NOT_SET
from ninja.pagination import LimitOffsetPagination, PageNumberPagination, PaginationBase


def paginate(func_or_pgn_class=NOT_SET, *args, **paginator_params):
    def decorated(func):
        @wraps(func)
        def as_view(controller, *args, **kwargs):
            func(controller, *args, **kwargs)
            return opaque('a page')

        return as_view

    if func_or_pgn_class is not NOT_SET and callable(func_or_pgn_class) and not isinstance(func_or_pgn_class, type):
        return decorated(func_or_pgn_class)
    return decorated


def __getattr__(name):
    return opaque('ninja_extra.pagination.' + name)
