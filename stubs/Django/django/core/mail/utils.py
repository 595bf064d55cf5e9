"""Helpers of mail."""
from _unlatched import opaque


def __getattr__(name):
    return opaque("django.core.mail.utils." + name)
