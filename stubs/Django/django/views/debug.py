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

    cleanse_setting = cleanse_special_types = get_cleansed_multivaluedict = opaque("left out of SafeExceptionReporterFilter")
    get_post_parameters = get_safe_cookies = get_safe_request_meta = opaque("left out of SafeExceptionReporterFilter")
    get_safe_settings = get_traceback_frame_variables = hidden_settings = opaque("left out of SafeExceptionReporterFilter")


class ExceptionReporter:
    def __init__(self, request, exc_type, exc_value, tb, is_email=False):
        self.request = request
        self.exc_type = exc_type
        self.exc_value = exc_value

    get_exception_traceback_frames = get_traceback_data = get_traceback_frames = opaque("left out of ExceptionReporter")
    get_traceback_html = get_traceback_text = html_template_path = text_template_path = opaque("left out of ExceptionReporter")


def __getattr__(name):
    return opaque("django.views.debug." + name)
