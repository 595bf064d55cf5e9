"""Conditions of hooks, which are not run here."""
from _unlatched import opaque


def __getattr__(name):
    return opaque('django_lifecycle.conditions.' + name)
