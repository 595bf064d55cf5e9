"""Exceptions become responses (django/core/handlers/exception.py)."""
from functools import wraps

from _unlatched import awaited
from django.conf import settings
from django.core.exceptions import BadRequest, PermissionDenied, SuspiciousOperation
from django.http import Http404, HttpResponseServerError
from django.urls import get_resolver, get_urlconf


def convert_exception_to_response(get_response):
    @wraps(get_response)
    def inner(request):
        try:
            return awaited(get_response(request))
        except Exception as exc:
            return response_for_exception(request, exc)

    return inner


def response_for_exception(request, exc):
    resolver = get_resolver(get_urlconf())
    if isinstance(exc, Http404):
        return get_exception_response(request, resolver, 404, exc)
    if isinstance(exc, PermissionDenied):
        return get_exception_response(request, resolver, 403, exc)
    if isinstance(exc, (BadRequest, SuspiciousOperation)):
        return get_exception_response(request, resolver, 400, exc)
    return handle_uncaught_exception(request, resolver, (type(exc), exc, None))


def get_exception_response(request, resolver, status_code, exception):
    try:
        return resolver.resolve_error_handler(status_code)(request, exception=exception)
    except Exception as failure:
        return handle_uncaught_exception(request, resolver, (type(failure), failure, None))


def handle_uncaught_exception(request, resolver, exc_info):
    """The page that tells of the error decides nothing, so the project's `handler500` is not run."""
    if settings.DEBUG_PROPAGATE_EXCEPTIONS:
        raise exc_info[1]
    return HttpResponseServerError()
