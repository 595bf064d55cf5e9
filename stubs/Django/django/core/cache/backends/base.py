"""A cache may hold a key or not."""
from _unlatched import cache_found, opaque, world
from django.core.exceptions import ImproperlyConfigured


class InvalidCacheBackendError(ImproperlyConfigured):
    pass


class CacheKeyWarning(RuntimeWarning):
    pass


class InvalidCacheKey(ValueError):
    pass


DEFAULT_TIMEOUT = object()


class BaseCache:
    def __init__(self, params):
        self.default_timeout = opaque("the timeout of the cache")
        self.key_prefix = ""
        self.version = 1

    def make_key(self, key, version=None):
        return f"{self.key_prefix}:{self.version}:{key}"

    def validate_key(self, key):
        pass

    def add(self, key, value, timeout=DEFAULT_TIMEOUT, version=None):
        return world("whether the cache lacked a key")

    def get(self, key, default=None, version=None):
        return world("a cached value") if cache_found(key) else default

    async def aget(self, key, default=None, version=None):
        return self.get(key, default, version)

    def set(self, key, value, timeout=DEFAULT_TIMEOUT, version=None):
        pass

    async def aset(self, key, value, timeout=DEFAULT_TIMEOUT, version=None):
        pass

    def touch(self, key, timeout=DEFAULT_TIMEOUT, version=None):
        return world("whether the cache holds a key")

    def delete(self, key, version=None):
        return world("whether the cache holds a key")

    async def adelete(self, key, version=None):
        return self.delete(key, version)

    def get_many(self, keys, version=None):
        return {}

    def get_or_set(self, key, default, timeout=DEFAULT_TIMEOUT, version=None):
        return default() if callable(default) else default

    def has_key(self, key, version=None):
        return world("whether the cache holds a key")

    def incr(self, key, delta=1, version=None):
        return world("a counter in the cache")

    def decr(self, key, delta=1, version=None):
        return world("a counter in the cache")

    def __contains__(self, key):
        return self.has_key(key)

    def set_many(self, data, timeout=DEFAULT_TIMEOUT, version=None):
        return []

    def delete_many(self, keys, version=None):
        pass

    def clear(self):
        pass

    def incr_version(self, key, delta=1, version=None):
        return world("a version in the cache")

    def decr_version(self, key, delta=1, version=None):
        return world("a version in the cache")

    def close(self, **kwargs):
        pass

    aadd = aclear = aclose = adecr = adecr_version = adelete_many = aget_many = aget_or_set = opaque("left out of BaseCache")
    ahas_key = aincr = aincr_version = aset_many = atouch = get_backend_timeout = opaque("left out of BaseCache")
    make_and_validate_key = opaque("left out of BaseCache")
