"""Helpers of the admin."""
from _unlatched import opaque


def __getattr__(name):
    return opaque("django.contrib.admin.utils." + name)
