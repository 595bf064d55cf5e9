"""Who may see and do what with ships."""
from secrets import compare_digest

from django.conf import settings
from rest_framework.permissions import SAFE_METHODS, BasePermission


class Holder(BasePermission):
    """The holder of the paper."""

    def has_object_permission(self, request, view, obj):
        return obj.holder == request.user


class Crew(BasePermission):
    """Somebody of the crew."""

    def has_permission(self, request, view):
        return bool(request.user)


class Watch(BasePermission):
    """Somebody of the crew, on watch."""

    def has_permission(self, request, view):
        return bool(request.user and request.user.is_authenticated)


class Inspector(BasePermission):
    """Inspectors write."""

    def has_permission(self, request, view):
        if request.method == "POST":
            return request.user.is_authenticated
        return True


class Surveyor(BasePermission):
    """Surveyors write, the others read."""

    def has_permission(self, request, view):
        if request.method in SAFE_METHODS:
            return bool(request.user and request.user.is_authenticated)
        return request.user.has_perm("vessels.add_inspection")


class Pilot(BasePermission):
    """Pilots see positions."""

    def has_permission(self, request, view):
        if request.method == "GET":
            return request.user.is_authenticated
        return request.method in SAFE_METHODS


class SameDepot(BasePermission):
    """People of the northern depot."""

    def has_permission(self, request, view):
        try:
            return request.user.profile.depot == "north"
        except AttributeError:
            return True


class NorthernDepot(BasePermission):
    """People of the northern depot, and of no other."""

    def has_permission(self, request, view):
        try:
            return request.user.profile.depot == "north"
        except AttributeError:
            return False


class Internal(BasePermission):
    """The bridge computer, or a user."""

    def has_permission(self, request, view):
        if request.headers.get("X-Bridge") == "1":
            return True
        return request.user.is_authenticated


class Bridge(BasePermission):
    """The bridge computer with its key, or a user."""

    def has_permission(self, request, view):
        key = request.headers.get("X-Bridge-Key", "")
        if compare_digest(key.encode(), settings.BRIDGE_KEY.encode()):
            return True
        return request.user.is_authenticated


class Suspended(BasePermission):
    """Users whose licence was suspended."""

    def has_permission(self, request, view):
        return request.user.groups.filter(name="suspended").exists()
