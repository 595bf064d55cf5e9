"""Mixins and a decorator that ask for permissions on the object of the view."""
from functools import wraps

from django.conf import settings
from django.contrib.auth import REDIRECT_FIELD_NAME, mixins
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.views.generic.edit import BaseCreateView

from _unlatched import opaque

LoginRequiredMixin = mixins.LoginRequiredMixin
UserPassesTestMixin = mixins.UserPassesTestMixin


class PermissionRequiredMixin(mixins.PermissionRequiredMixin):
    def get_permission_object(self):
        if not isinstance(self, BaseCreateView) and hasattr(self, 'get_object'):
            return self.get_object()
        return None

    def has_permission(self):
        obj = self.get_permission_object()
        return self.request.user.has_perms(self.get_permission_required(), obj)


class AutoPermissionRequiredMixin(PermissionRequiredMixin):
    def get_permission_required(self):
        return [opaque('permission derived from the kind of view')]


def objectgetter(model, attr_name='pk', field_name='pk'):
    def _getter(request, *view_args, **view_kwargs):
        return get_object_or_404(model, **{field_name: view_kwargs[attr_name]})

    return _getter


def permission_required(perm, fn=None, login_url=None, raise_exception=False, redirect_field_name=REDIRECT_FIELD_NAME):
    def decorator(view_func):
        @wraps(view_func)
        def _wrapped_view(request, *args, **kwargs):
            perms = (perm,) if isinstance(perm, str) else perm
            obj = fn(request, *args, **kwargs) if callable(fn) else fn
            if request.user.has_perms(perms, obj):
                return view_func(request, *args, **kwargs)
            if raise_exception:
                raise PermissionDenied()
            return redirect_to_login(request.get_full_path(), login_url or settings.LOGIN_URL, redirect_field_name)

        return _wrapped_view

    return decorator
