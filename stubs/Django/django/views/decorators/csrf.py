"""Decorators around the CSRF middleware; `csrf_exempt` marks the view."""
from functools import wraps

from django.middleware.csrf import CsrfViewMiddleware, get_token
from django.utils.decorators import decorator_from_middleware

csrf_protect = decorator_from_middleware(CsrfViewMiddleware)


class _EnsureCsrfToken(CsrfViewMiddleware):
    def _reject(self, request, reason):
        return None


requires_csrf_token = decorator_from_middleware(_EnsureCsrfToken)


class _EnsureCsrfCookie(CsrfViewMiddleware):
    def _reject(self, request, reason):
        return None

    def process_view(self, request, callback, callback_args, callback_kwargs):
        answer = super().process_view(request, callback, callback_args, callback_kwargs)
        get_token(request)
        return answer


ensure_csrf_cookie = decorator_from_middleware(_EnsureCsrfCookie)


def csrf_exempt(view_func):
    def _view_wrapper(request, *args, **kwargs):
        return view_func(request, *args, **kwargs)

    _view_wrapper.csrf_exempt = True
    return wraps(view_func)(_view_wrapper)
