"""Iterables; gone in Django 6.0."""
from _unlatched import DJANGO_VERSION

if DJANGO_VERSION >= (6, 0):
    raise ModuleNotFoundError("No module named 'django.utils.itercompat'")


def is_iterable(x):
    return hasattr(x, "__iter__")
