from django.conf import settings

from ninja.security.apikey import APIKeyCookie


class SessionAuth(APIKeyCookie):
    param_name = settings.SESSION_COOKIE_NAME

    def authenticate(self, request, key):
        return request.user if request.user.is_authenticated else None


class SessionAuthSuperUser(APIKeyCookie):
    param_name = settings.SESSION_COOKIE_NAME

    def authenticate(self, request, key):
        if request.user.is_authenticated and getattr(request.user, 'is_superuser', None):
            return request.user
        return None


class SessionAuthIsStaff(SessionAuthSuperUser):
    def authenticate(self, request, key):
        result = super().authenticate(request, key)
        if result is not None:
            return result
        if request.user.is_authenticated and getattr(request.user, 'is_staff', None):
            return request.user
        return None
