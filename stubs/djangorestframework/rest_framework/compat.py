"""Optional packages of DRF: whether they are there is not known."""
from _unlatched import opaque


def unicode_http_header(value):
    return value.decode('iso-8859-1') if isinstance(value, bytes) else value


def __getattr__(name):
    return opaque('rest_framework.compat.' + name)
