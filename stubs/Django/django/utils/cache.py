"""Cache headers do not matter here."""
from _unlatched import opaque


def patch_cache_control(response, **kwargs):
    pass


def patch_response_headers(response, cache_timeout=None):
    pass


def add_never_cache_headers(response):
    pass


def patch_vary_headers(response, newheaders):
    pass


def has_vary_header(response, header_query):
    return False


def get_conditional_response(request, etag=None, last_modified=None, response=None):
    return response


def get_max_age(response):
    return None


def get_cache_key(request, key_prefix=None, method="GET", cache=None):
    return None


def __getattr__(name):
    return opaque("django.utils.cache." + name)
