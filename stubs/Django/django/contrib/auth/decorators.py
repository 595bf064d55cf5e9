"""Decorators that ask `request.user`, which the session decides (django/contrib/auth/decorators.py)."""
from functools import wraps

from _unlatched import DJANGO_VERSION
from django.conf import settings
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.core.exceptions import PermissionDenied
from django.shortcuts import resolve_url


def user_passes_test(test_func, login_url=None, redirect_field_name=REDIRECT_FIELD_NAME):
    def decorator(view_func):
        def _view_wrapper(request, *args, **kwargs):
            if test_func(request.user):
                return view_func(request, *args, **kwargs)
            from django.contrib.auth.views import redirect_to_login

            return redirect_to_login(request.get_full_path(), resolve_url(login_url or settings.LOGIN_URL), redirect_field_name)

        _view_wrapper.login_url = login_url
        _view_wrapper.redirect_field_name = redirect_field_name
        return wraps(view_func)(_view_wrapper)

    return decorator


def login_required(function=None, redirect_field_name=REDIRECT_FIELD_NAME, login_url=None):
    actual_decorator = user_passes_test(
        lambda u: u.is_authenticated, login_url=login_url, redirect_field_name=redirect_field_name)
    return actual_decorator(function) if function else actual_decorator


if DJANGO_VERSION >= (5, 1):
    def login_not_required(view_func):
        view_func.login_required = False
        return view_func


def permission_required(perm, login_url=None, raise_exception=False):
    perms = (perm,) if isinstance(perm, str) else perm

    def check_perms(user):
        if user.has_perms(perms):
            return True
        if raise_exception:
            raise PermissionDenied
        return False

    return user_passes_test(check_perms, login_url=login_url)
