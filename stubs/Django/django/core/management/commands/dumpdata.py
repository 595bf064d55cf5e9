"""Command."""
from _unlatched import opaque


def __getattr__(name):
    return opaque("django.core.management.commands.dumpdata." + name)
