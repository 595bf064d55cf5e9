"""A number for every request, for logs."""
from _unlatched import opaque


def __getattr__(name):
    return opaque('log_request_id.' + name)
