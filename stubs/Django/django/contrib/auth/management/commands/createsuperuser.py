"""Command."""
from _unlatched import opaque


def __getattr__(name):
    return opaque("django.contrib.auth.management.commands.createsuperuser." + name)
