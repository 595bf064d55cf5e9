"""A stage of a log-in that has begun: without one in the session there is nothing to go on with."""
from functools import wraps

from _unlatched import DJANGO_VERSION
from django.http import HttpResponseRedirect
from django.urls import reverse

if DJANGO_VERSION >= (5, 1):
    from django.contrib.auth.decorators import login_not_required
else:

    def login_not_required(view_func):
        return view_func


def _unlatched_stage(request, stage):
    return request.session.get('account_login') is not None


def login_stage_required(stage, redirect_urlname):
    def decorator(view_func):
        @login_not_required
        @wraps(view_func)
        def _wrapper_view(request, *args, **kwargs):
            if request.user.is_authenticated:
                return HttpResponseRedirect('/')
            if not _unlatched_stage(request, stage):
                return HttpResponseRedirect(reverse(redirect_urlname))
            return view_func(request, *args, **kwargs)

        return _wrapper_view

    return decorator
