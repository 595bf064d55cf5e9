"""Exceptions of sessions."""
from django.core.exceptions import BadRequest, SuspiciousOperation


class InvalidSessionKey(SuspiciousOperation):
    pass


class SuspiciousSession(SuspiciousOperation):
    pass


class SessionInterrupted(BadRequest):
    pass
