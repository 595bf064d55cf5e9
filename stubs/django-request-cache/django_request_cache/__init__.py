"""What a function gave is kept for one request (django-request-cache). It gives what it would give again."""
from _unlatched import opaque


def get_request_cache():
    return opaque("the cache of the request")


cache_args_kwargs_marker = object()


def cache_calculate_key(*args, **kwargs):
    return str(args + (cache_args_kwargs_marker,) + tuple(sorted(kwargs.items())))


def cache_for_request(fn):
    def wrapper(*args, **kwargs):
        return fn(*args, **kwargs)

    return wrapper
