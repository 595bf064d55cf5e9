"""Cache decorators; `cache_page` may answer with what an earlier caller got."""
from functools import wraps

from django.middleware.cache import CacheMiddleware
from django.utils.decorators import decorator_from_middleware_with_args


def cache_page(timeout, *, cache=None, key_prefix=None):
    return decorator_from_middleware_with_args(CacheMiddleware)(page_timeout=timeout, cache_alias=cache, key_prefix=key_prefix)


def cache_control(**kwargs):
    return never_cache


def never_cache(view_func):
    @wraps(view_func)
    def _view_wrapper(request, *args, **kwargs):
        return view_func(request, *args, **kwargs)

    return _view_wrapper
