"""Middleware that sets or demands `request.user` (django/contrib/auth/middleware.py)."""
from _unlatched import DJANGO_VERSION
from django.conf import settings
from django.contrib import auth
from django.contrib.auth import REDIRECT_FIELD_NAME, load_backend
from django.contrib.auth.backends import RemoteUserBackend
from django.core.exceptions import ImproperlyConfigured
from django.shortcuts import resolve_url
from django.utils.deprecation import MiddlewareMixin


def get_user(request):
    if not hasattr(request, "_cached_user"):
        request._cached_user = auth.get_user(request)
    return request._cached_user


if DJANGO_VERSION >= (5, 0):
    async def auser(request):
        return request.user


# Without effect since Django 1.10, gone since 2.0.
class SessionAuthenticationMiddleware(MiddlewareMixin):
    pass


class AuthenticationMiddleware(MiddlewareMixin):
    """Django makes a lazy user; here it is asked for at once, so that its class is its own."""

    def process_request(self, request):
        if not hasattr(request, "session"):
            raise ImproperlyConfigured("The authentication middleware requires the session middleware before it.")
        request.user = get_user(request)

        if DJANGO_VERSION >= (5, 0):
            async def _unlatched_auser():
                return request.user

            request.auser = _unlatched_auser


if DJANGO_VERSION >= (5, 1):
    class LoginRequiredMiddleware(MiddlewareMixin):
        redirect_field_name = REDIRECT_FIELD_NAME

        def process_view(self, request, view_func, view_args, view_kwargs):
            if request.user.is_authenticated:
                return None
            if not getattr(view_func, "login_required", True):
                return None
            return self.handle_no_permission(request, view_func)

        def get_login_url(self, view_func):
            login_url = getattr(view_func, "login_url", None) or settings.LOGIN_URL
            if not login_url:
                raise ImproperlyConfigured("No login URL to redirect to.")
            return str(login_url)

        def get_redirect_field_name(self, view_func):
            return getattr(view_func, "redirect_field_name", self.redirect_field_name)

        def handle_no_permission(self, request, view_func):
            from django.contrib.auth.views import redirect_to_login

            return redirect_to_login(
                request.get_full_path(), resolve_url(self.get_login_url(view_func)), self.get_redirect_field_name(view_func))


class _UnlatchedRemoteUser:
    header = "REMOTE_USER"
    force_logout_if_no_header = True

    def process_request(self, request):
        if not hasattr(request, "user"):
            raise ImproperlyConfigured("The remote user middleware requires the authentication middleware before it.")
        username = request.META.get(self.header)
        if username is None:
            if self.force_logout_if_no_header and request.user.is_authenticated:
                self._remove_invalid_user(request)
            return
        if request.user.is_authenticated:
            if request.user.get_username() == self.clean_username(username, request):
                return
            self._remove_invalid_user(request)
        user = auth.authenticate(request, remote_user=username)
        if user:
            request.user = user
            auth.login(request, user)

    def clean_username(self, username, request):
        backend = load_backend(request.session[auth.BACKEND_SESSION_KEY])
        return backend.clean_username(username) if hasattr(backend, "clean_username") else username

    def _remove_invalid_user(self, request):
        try:
            stored = load_backend(request.session.get(auth.BACKEND_SESSION_KEY, ""))
        except ImportError:
            auth.logout(request)
        else:
            if isinstance(stored, RemoteUserBackend):
                auth.logout(request)


if DJANGO_VERSION >= (5, 2):
    class RemoteUserMiddleware(_UnlatchedRemoteUser):
        sync_capable = True
        async_capable = True

        def __init__(self, get_response):
            self.get_response = get_response

        def __call__(self, request):
            self.process_request(request)
            return self.get_response(request)
else:
    class RemoteUserMiddleware(_UnlatchedRemoteUser, MiddlewareMixin):
        pass


class PersistentRemoteUserMiddleware(RemoteUserMiddleware):
    force_logout_if_no_header = False
