"""Unlike DRF's own handler this one answers errors of the code too, with 500; with DEBUG Django's page shows them."""
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import Http404

from drf_standardized_errors.settings import package_settings
from rest_framework import exceptions
from rest_framework.response import Response
from rest_framework.views import set_rollback


def exception_handler(exc, context):
    return package_settings.EXCEPTION_HANDLER_CLASS(exc, context).run()


class ExceptionHandler:
    def __init__(self, exc, context):
        self.exc = exc
        self.context = context

    def run(self):
        exc = self.convert_known_exceptions(self.exc)
        if self.should_not_handle(exc):
            return None
        exc = self.convert_unhandled_exceptions(exc)
        data = self.format_exception(exc)
        self.set_rollback()
        response = self.get_response(exc, data)
        self.report_exception(exc, response)
        return response

    def convert_known_exceptions(self, exc):
        if isinstance(exc, Http404):
            return exceptions.NotFound()
        if isinstance(exc, PermissionDenied):
            return exceptions.PermissionDenied()
        return exc

    def should_not_handle(self, exc):
        if isinstance(exc, exceptions.APIException):
            return False
        return getattr(settings, 'DEBUG', False) and not package_settings.ENABLE_IN_DEBUG_FOR_UNHANDLED_EXCEPTIONS

    def convert_unhandled_exceptions(self, exc):
        return exc if isinstance(exc, exceptions.APIException) else exceptions.APIException(detail='Server Error (500)')

    def format_exception(self, exc):
        return package_settings.EXCEPTION_FORMATTER_CLASS(exc, self.context, self.exc).run()

    def set_rollback(self):
        set_rollback()

    def get_response(self, exc, data):
        return Response(data, status=exc.status_code, headers=self.get_headers(exc))

    def get_headers(self, exc):
        headers = {}
        if getattr(exc, 'auth_header', None):
            headers['WWW-Authenticate'] = exc.auth_header
        if getattr(exc, 'wait', None):
            headers['Retry-After'] = str(exc.wait)
        return headers

    def report_exception(self, exc, response):
        pass
