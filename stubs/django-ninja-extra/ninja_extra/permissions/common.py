from ninja_extra.permissions.base import SAFE_METHODS, BasePermission


class AllowAny(BasePermission):
    def has_permission(self, request, controller):
        return True


class IsAuthenticated(BasePermission):
    def has_permission(self, request, controller):
        user = request.user or request.auth
        return bool(user and user.is_authenticated)


class IsAdminUser(BasePermission):
    message = 'You must be an admin user to access this resource.'

    def has_permission(self, request, controller):
        user = request.user or request.auth
        return bool(user and user.is_staff)


class IsAuthenticatedOrReadOnly(BasePermission):
    def has_permission(self, request, controller):
        user = request.user or request.auth
        return bool(request.method in SAFE_METHODS or user and user.is_authenticated)
