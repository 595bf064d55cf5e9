"""A cache may hold a key or not."""
from _unlatched import cache_found, cached_value, opaque, world
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
        return cached_value(key) if cache_found(key) else default

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

    async def aadd(self, key, value, timeout=DEFAULT_TIMEOUT, version=None):
        return self.add(key, value, timeout, version)

    async def atouch(self, key, timeout=DEFAULT_TIMEOUT, version=None):
        return self.touch(key, timeout, version)

    async def aget_many(self, keys, version=None):
        return self.get_many(keys, version)

    async def aget_or_set(self, key, default, timeout=DEFAULT_TIMEOUT, version=None):
        return self.get_or_set(key, default, timeout, version)

    async def ahas_key(self, key, version=None):
        return self.has_key(key, version)

    async def aincr(self, key, delta=1, version=None):
        return self.incr(key, delta, version)

    async def adecr(self, key, delta=1, version=None):
        return self.decr(key, delta, version)

    async def aset_many(self, data, timeout=DEFAULT_TIMEOUT, version=None):
        return []

    async def adelete_many(self, keys, version=None):
        pass

    async def aclear(self):
        pass

    async def aclose(self, **kwargs):
        pass

    def get_many(self, keys, version=None):
        return {key: cached_value(key) for key in keys if cache_found(key)}

    def get_or_set(self, key, default, timeout=DEFAULT_TIMEOUT, version=None):
        # What the cache holds is what the default came to at another time.
        try:
            return default() if callable(default) else default
        except Exception:
            if cache_found(key):
                return cached_value(key)
            raise

    def has_key(self, key, version=None):
        return cache_found(key)

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

    adecr_version = aincr_version = get_backend_timeout = make_and_validate_key = opaque("left out of BaseCache")
