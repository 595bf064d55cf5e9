"""Exceptions and what NinjaAPI answers for them unless a project says otherwise."""
from functools import partial

from django.conf import settings
from django.http import Http404, HttpResponse


class ConfigError(Exception):
    pass


class ValidationErrorContext:
    def __init__(self, pydantic_validation_error, model):
        self.pydantic_validation_error = pydantic_validation_error
        self.model = model


class ValidationError(Exception):
    def __init__(self, errors):
        self.errors = errors
        super().__init__(errors)


class HttpError(Exception):
    def __init__(self, status_code, message):
        self.status_code = status_code
        self.message = message
        super().__init__(status_code, message)

    def __str__(self):
        return self.message


class AuthenticationError(HttpError):
    def __init__(self, status_code=401, message='Unauthorized'):
        super().__init__(status_code=status_code, message=message)


class AuthorizationError(HttpError):
    def __init__(self, status_code=403, message='Forbidden'):
        super().__init__(status_code=status_code, message=message)


class Throttled(HttpError):
    def __init__(self, wait):
        self.wait = wait
        super().__init__(status_code=429, message='Too many requests.')


def set_default_exc_handlers(api):
    api.add_exception_handler(Exception, partial(_default_exception, api=api))
    api.add_exception_handler(Http404, partial(_default_404, api=api))
    api.add_exception_handler(HttpError, partial(_default_http_error, api=api))
    api.add_exception_handler(ValidationError, partial(_default_validation_error, api=api))


def _default_404(request, exc, api):
    return api.create_response(request, {'detail': 'Not Found'}, status=404)


def _default_http_error(request, exc, api):
    return api.create_response(request, {'detail': exc.message}, status=exc.status_code)


def _default_validation_error(request, exc, api):
    return api.create_response(request, {'detail': exc.errors}, status=422)


def _default_exception(request, exc, api):
    if not settings.DEBUG:
        raise exc
    return HttpResponse('', status=500)
