"""Exceptions become responses (django/core/handlers/exception.py)."""
from functools import wraps

from _unlatched import awaited
from django.conf import settings
from django.core.exceptions import BadRequest, PermissionDenied, SuspiciousOperation
from django.http import Http404, HttpResponse, HttpResponseServerError


def convert_exception_to_response(get_response):
    @wraps(get_response)
    def inner(request):
        try:
            return awaited(get_response(request))
        except Exception as exc:
            return response_for_exception(request, exc)

    return inner


def response_for_exception(request, exc):
    """The resolver would be asked for the project's pages of errors, which are not run: it is not looked up."""
    resolver = None
    if isinstance(exc, Http404):
        return get_exception_response(request, resolver, 404, exc)
    if isinstance(exc, PermissionDenied):
        return get_exception_response(request, resolver, 403, exc)
    if isinstance(exc, (BadRequest, SuspiciousOperation)):
        return get_exception_response(request, resolver, 400, exc)
    return handle_uncaught_exception(request, resolver, (type(exc), exc, None))


def get_exception_response(request, resolver, status_code, exception):
    """The page that tells of it decides nothing, so the project's `handler403` and the like are not run; here, and for errors."""
    return HttpResponse(status=status_code)


def handle_uncaught_exception(request, resolver, exc_info):
    if settings.DEBUG_PROPAGATE_EXCEPTIONS:
        raise exc_info[1]
    response = HttpResponseServerError()
    response._unlatched_error = exc_info[0]
    return response
