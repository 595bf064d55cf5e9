"""Functions."""
from _unlatched import opaque


def __getattr__(name):
    return opaque("django.contrib.gis.db.models.functions." + name)
