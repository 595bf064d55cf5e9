from functools import wraps

from django.conf import settings
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import render, resolve_url

from _unlatched import world
from allauth.account.models import EmailAddress
from allauth.core.exceptions import ReauthenticationRequired


def verified_email_required(function=None, login_url=None, redirect_field_name=REDIRECT_FIELD_NAME):
    def decorator(view_func):
        @login_required(redirect_field_name=redirect_field_name, login_url=login_url)
        def _wrapped_view(request, *args, **kwargs):
            if not EmailAddress.objects.filter(user=request.user, verified=True).exists():
                return render(request, 'account/verified_email_required.html')
            return view_func(request, *args, **kwargs)

        return _wrapped_view

    return decorator(function) if function else decorator


def reauthentication_required(function=None, redirect_field_name=REDIRECT_FIELD_NAME, allow_get=False, enabled=None, *, app=''):
    def decorator(view_func):
        @wraps(view_func)
        def _wrapper_view(request, *args, **kwargs):
            pass_method = allow_get and request.method == 'GET'
            wanted = enabled is None or (enabled(request) if callable(enabled) else enabled)
            if wanted and not pass_method:
                if request.user.is_anonymous or world('the log-in is too old'):
                    raise ReauthenticationRequired()
            return view_func(request, *args, **kwargs)

        return _wrapper_view

    return decorator(function) if function else decorator


def secure_admin_login(function=None):
    def decorator(view_func):
        @wraps(view_func)
        def _wrapper_view(request, *args, **kwargs):
            if not request.user.is_authenticated:
                return HttpResponseRedirect(resolve_url(settings.LOGIN_URL))
            if not request.user.is_staff or not request.user.is_active:
                raise PermissionDenied()
            return view_func(request, *args, **kwargs)

        return _wrapper_view

    return decorator(function) if function else decorator
