"""A cached response takes the place of the handler, after the gates of the view."""
from functools import wraps

from django.http import HttpResponse

from _unlatched import world
from rest_framework_extensions.settings import extensions_api_settings


def get_cache(alias):
    from django.core.cache import caches

    return caches[alias]


class CacheResponse:
    def __init__(self, timeout=None, key_func=None, cache=None, cache_errors=None):
        self.timeout = extensions_api_settings.DEFAULT_CACHE_RESPONSE_TIMEOUT if timeout is None else timeout
        self.key_func = key_func
        self.cache_errors = extensions_api_settings.DEFAULT_CACHE_ERRORS if cache_errors is None else cache_errors

    def __call__(self, func):
        this = self

        @wraps(func)
        def inner(self, request, *args, **kwargs):
            return this.process_cache_response(view_instance=self, view_method=func, request=request, args=args, kwargs=kwargs)

        return inner

    def process_cache_response(self, view_instance, view_method, request, args, kwargs):
        if world('response in the cache'):
            return HttpResponse(content=world('cached content'))
        return view_method(view_instance, request, *args, **kwargs)


cache_response = CacheResponse
