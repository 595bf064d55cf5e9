"""Names from here pass through without deciding anything."""
from _unlatched import opaque


def __getattr__(name):
    return opaque("requests.compat." + name)
