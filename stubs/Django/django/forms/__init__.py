"""Forms validate input, not callers: opaque."""
from _unlatched import opaque
from django.core.exceptions import ValidationError


def __getattr__(name):
    return opaque("django.forms." + name)
