"""Vary headers do not decide who gets in."""
from functools import wraps


def vary_on_headers(*headers):
    def decorator(func):
        @wraps(func)
        def _view_wrapper(request, *args, **kwargs):
            return func(request, *args, **kwargs)

        return _view_wrapper

    return decorator


vary_on_cookie = vary_on_headers("Cookie")
