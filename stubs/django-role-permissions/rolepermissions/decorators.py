from functools import wraps

from django.conf import settings
from django.contrib.auth.views import redirect_to_login as _unlatched_to_login
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect

from rolepermissions.checkers import has_permission, has_role


def _role_permission_checker(function, subject, redirect_to_login, redirect_url):
    def decorator(dispatch):
        @wraps(dispatch)
        def wrapper(request, *args, **kwargs):
            if request.user.is_authenticated and function(request.user, subject):
                return dispatch(request, *args, **kwargs)
            if redirect_url:
                return redirect(redirect_url)
            to_login = getattr(settings, 'ROLEPERMISSIONS_REDIRECT_TO_LOGIN', False) if redirect_to_login is None else redirect_to_login
            if to_login:
                return _unlatched_to_login(request.get_full_path())
            raise PermissionDenied

        return wrapper

    return decorator


def has_role_decorator(role, redirect_to_login=None, redirect_url=None):
    return _role_permission_checker(has_role, role, redirect_to_login, redirect_url)


def has_permission_decorator(permission_name, redirect_to_login=None, redirect_url=None):
    return _role_permission_checker(has_permission, permission_name, redirect_to_login, redirect_url)
