"""A cache that lives as long as the request."""
from django.core.cache.backends.locmem import LocMemCache
from django.utils.deprecation import MiddlewareMixin


class RequestCache(LocMemCache):
    def __init__(self):
        super().__init__("", {})


class RequestCacheMiddleware(MiddlewareMixin):
    def process_request(self, request):
        request.cache = RequestCache()
