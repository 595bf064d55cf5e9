"""Pictures in other sizes."""
from _unlatched import opaque


def __getattr__(name):
    return opaque('imagekit.' + name)
