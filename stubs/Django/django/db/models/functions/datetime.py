"""Functions."""
from _unlatched import opaque


def __getattr__(name):
    return opaque("django.db.models.functions.datetime." + name)
