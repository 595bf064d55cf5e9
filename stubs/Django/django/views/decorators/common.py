"""`no_append_slash` marks a view."""
from functools import wraps


def no_append_slash(view_func):
    def _view_wrapper(request, *args, **kwargs):
        return view_func(request, *args, **kwargs)

    _view_wrapper.should_append_slash = False
    return wraps(view_func)(_view_wrapper)
