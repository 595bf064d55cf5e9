"""Handlers."""
from _unlatched import opaque


def __getattr__(name):
    return opaque("django.contrib.auth.handlers.modwsgi." + name)
