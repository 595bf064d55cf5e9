"""Answers of the database in a cache. A view in the cache is shown without a new look: here it is asked each time."""
from cacheops.invalidation import invalidate_all, invalidate_model, invalidate_obj, no_invalidation
from cacheops.query import cached_as, cached_view_as
from cacheops.simple import cache, cached, cached_view, file_cache

from _unlatched import opaque


def __getattr__(name):
    return opaque('cacheops.' + name)
