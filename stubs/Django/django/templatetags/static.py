"""URLs of static files."""
from _unlatched import opaque


def static(path):
    return opaque("the URL of a static file")
