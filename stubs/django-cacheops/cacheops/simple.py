from _unlatched import opaque


class BaseCache:
    def cached(self, timeout=None, extra=None):
        return timeout if callable(timeout) else lambda func: func

    def cached_view(self, timeout=None, extra=None):
        return timeout if callable(timeout) else lambda func: func

    def get(self, cache_key):
        return opaque('kept value')

    def set(self, cache_key, data, timeout=None):
        return None

    def delete(self, cache_key):
        return None


cache = file_cache = BaseCache()
cached = cache.cached
cached_view = cache.cached_view


def __getattr__(name):
    return opaque('cacheops.simple.' + name)
