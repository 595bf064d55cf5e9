"""Asks for a login in front of every view, those of APIs too: only the session counts."""
import re

from django.conf import settings
from django.contrib.auth import REDIRECT_FIELD_NAME as REDIRECT_FIELD_NAME_DEFAULT
from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.auth.views import redirect_to_login
from django.http import Http404
from django.urls import resolve

IGNORE_PATHS = [re.compile(path) for path in getattr(settings, "LOGIN_REQUIRED_IGNORE_PATHS", [])]
IGNORE_VIEW_NAMES = list(getattr(settings, "LOGIN_REQUIRED_IGNORE_VIEW_NAMES", []))
REDIRECT_FIELD_NAME = getattr(settings, "LOGIN_REQUIRED_REDIRECT_FIELD_NAME", REDIRECT_FIELD_NAME_DEFAULT)


class LoginRequiredMiddleware(AuthenticationMiddleware):
    @staticmethod
    def _login_required(request):
        if request.user.is_authenticated:
            return None
        if any(path.match(request.path) for path in IGNORE_PATHS):
            return None
        try:
            match = resolve(request.path)
        except Http404:
            return redirect_to_login(request.get_full_path())
        if not getattr(match.func, "login_required", True):
            return None
        view_class = getattr(match.func, "view_class", None)
        if view_class and not getattr(view_class, "login_required", True):
            return None
        if match.view_name in IGNORE_VIEW_NAMES:
            return None
        return redirect_to_login(request.get_full_path(), redirect_field_name=REDIRECT_FIELD_NAME)

    def process_request(self, request):
        return self._login_required(request)
