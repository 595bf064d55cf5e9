"""Exceptions of the admin."""
from _unlatched import DJANGO_VERSION
from django.core.exceptions import SuspiciousOperation


class DisallowedModelAdminLookup(SuspiciousOperation):
    pass


class DisallowedModelAdminToField(SuspiciousOperation):
    pass


if DJANGO_VERSION >= (5, 0):
    class AlreadyRegistered(Exception):
        pass

    class NotRegistered(Exception):
        pass
