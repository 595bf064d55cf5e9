"""Who may see what of the orders."""
from secrets import compare_digest

from django.conf import settings
from rest_framework.permissions import BasePermission


class Feed(BasePermission):
    """A partner, or the reader of the feed."""

    def has_permission(self, request, view):
        if request.user.is_authenticated:
            return True
        return request.headers.get("X-Feed-Key", "") == settings.FEED_KEY


class Roster(BasePermission):
    """A partner, or the reader of the roster."""

    def has_permission(self, request, view):
        if request.user.is_authenticated:
            return True
        return compare_digest(request.headers.get("X-Feed-Key", "").encode(), settings.ROSTER_KEY.encode())


class Settled(BasePermission):
    """Tokens of the office, or of a partner whose account is settled."""

    def has_permission(self, request, view):
        return request.auth is None or request.auth.get("settled", True)


class Balanced(BasePermission):
    """Tokens of a partner whose account is settled."""

    def has_permission(self, request, view):
        return request.auth is not None and request.auth.get("settled", True)
