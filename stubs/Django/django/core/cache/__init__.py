"""Caches."""
from _unlatched import world
from django.conf import settings
from django.core.cache.backends.base import BaseCache, CacheKeyWarning, InvalidCacheBackendError, InvalidCacheKey

DEFAULT_CACHE_ALIAS = "default"


class _UnlatchedCache(BaseCache):
    """One of the configured caches; a backend of another library has more methods than Django asks for (`keys`, `ttl`, `lock`)."""

    def __getattr__(self, name):
        backends = [one.get("BACKEND", "") for one in settings.CACHES.values()]
        if name.startswith("__") or all(backend.startswith("django.core.cache.") for backend in backends):
            raise AttributeError(name)
        return world(f"cache.{name}")


class CacheHandler:
    settings_name = "CACHES"
    exception_class = InvalidCacheBackendError

    def create_connection(self, alias):
        return _UnlatchedCache({})

    def __getitem__(self, alias):
        return cache

    def all(self, initialized_only=False):
        return [cache]


caches = CacheHandler()
cache = _UnlatchedCache({})


def close_caches(**kwargs):
    pass
