"""What a token may be used for."""
from rest_framework.permissions import BasePermission


class HasScope(BasePermission):
    """The token carries the scope that the view names."""

    def has_permission(self, request, view):
        if not request.user.is_authenticated or request.auth is None:
            return False
        return view.scope in request.auth.get("scope", "").split()
