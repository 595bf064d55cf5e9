from rest_framework.permissions import BasePermission

from _unlatched import world
from rest_framework_jwt.authentication import JSONWebTokenAuthentication


class IsNotBlacklisted(BasePermission):
    def has_permission(self, request, view):
        token = JSONWebTokenAuthentication.get_token_from_request(request)
        return token is None or not world('whether the token is on the list')
