"""The two kinds of client: an app shows its session in a header and starts from nothing else, a browser has its cookie."""
from functools import wraps
from types import SimpleNamespace

from django.views.decorators.csrf import csrf_exempt

from allauth.account.internal.decorators import login_not_required
from allauth.headless.constants import Client
from allauth.headless.internal import authkit


def mark_request_as_headless(request, client):
    if not hasattr(request, 'allauth'):
        request.allauth = SimpleNamespace()
    request.allauth.headless = SimpleNamespace()
    request.allauth.headless.client = client


def app_view(function=None):
    def decorator(view_func):
        @login_not_required
        @wraps(view_func)
        def _wrapper_view(request, *args, **kwargs):
            mark_request_as_headless(request, Client.APP)
            authkit._unlatched_enter(request)
            return view_func(request, *args, **kwargs)

        return _wrapper_view

    return csrf_exempt(decorator(function) if function else decorator)


def browser_view(function=None):
    def decorator(view_func):
        @login_not_required
        @wraps(view_func)
        def _wrapper_view(request, *args, **kwargs):
            mark_request_as_headless(request, Client.BROWSER)
            return view_func(request, *args, **kwargs)

        return _wrapper_view

    return decorator(function) if function else decorator
