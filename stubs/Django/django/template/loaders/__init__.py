"""Template loaders."""
from _unlatched import opaque


def __getattr__(name):
    return opaque("django.template.loaders." + name)
