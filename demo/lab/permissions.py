from rest_framework.permissions import BasePermission

from accounts.headers import bearer


class CredentialPresented(BasePermission):
    """The authenticator has judged the token by now; a call that brings none ends here."""

    def has_permission(self, request, view):
        return bearer(request) is not None
