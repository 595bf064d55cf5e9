"""SQL."""
from _unlatched import opaque


def __getattr__(name):
    return opaque("django.db.models.sql.datastructures." + name)
