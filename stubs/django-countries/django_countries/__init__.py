"""Countries as fields."""
from _unlatched import opaque


def __getattr__(name):
    return opaque('django_countries.' + name)
