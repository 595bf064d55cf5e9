"""Query parameters of links."""
from _unlatched import opaque


def replace_query_param(url, key, val):
    return opaque('URL')


def remove_query_param(url, key):
    return opaque('URL')
