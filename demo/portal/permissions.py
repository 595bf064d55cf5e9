from rest_framework.permissions import BasePermission


class HasUser(BasePermission):
    def has_permission(self, request, view):
        return bool(request.user)
