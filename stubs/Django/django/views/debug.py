"""Technical error pages; `default_urlconf` is the page of a project without routes."""
from _unlatched import opaque
from django.http import HttpResponse, HttpResponseNotFound, HttpResponseServerError


def technical_500_response(request, exc_type, exc_value, tb, status_code=500):
    return HttpResponseServerError(status=status_code)


def technical_404_response(request, exception):
    return HttpResponseNotFound()


def default_urlconf(request):
    return HttpResponse()


class SafeExceptionReporterFilter:
    cleansed_substitute = "********************"

    def is_active(self, request):
        from django.conf import settings

        return settings.DEBUG is False


class ExceptionReporter:
    def __init__(self, request, exc_type, exc_value, tb, is_email=False):
        self.request = request
        self.exc_type = exc_type
        self.exc_value = exc_value


def __getattr__(name):
    return opaque("django.views.debug." + name)
