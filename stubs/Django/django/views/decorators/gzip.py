"""Compression per view."""
from functools import wraps


def gzip_page(view_func):
    @wraps(view_func)
    def _view_wrapper(request, *args, **kwargs):
        return view_func(request, *args, **kwargs)

    return _view_wrapper
