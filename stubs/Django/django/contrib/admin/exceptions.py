"""Exceptions of the admin."""
from django.core.exceptions import SuspiciousOperation


class DisallowedModelAdminLookup(SuspiciousOperation):
    pass


class DisallowedModelAdminToField(SuspiciousOperation):
    pass


class AlreadyRegistered(Exception):
    pass


class NotRegistered(Exception):
    pass
