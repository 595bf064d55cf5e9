"""Package of geography."""
from _unlatched import opaque


def __getattr__(name):
    return opaque("django.contrib.gis." + name)
