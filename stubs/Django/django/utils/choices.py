"""Choices in their many forms (Django 5.0)."""
from _unlatched import opaque


def __getattr__(name):
    return opaque("django.utils.choices." + name)
