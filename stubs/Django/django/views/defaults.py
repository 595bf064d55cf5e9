"""The error pages."""
from django.http import HttpResponseBadRequest, HttpResponseForbidden, HttpResponseNotFound, HttpResponseServerError

ERROR_404_TEMPLATE_NAME = "404.html"
ERROR_403_TEMPLATE_NAME = "403.html"
ERROR_400_TEMPLATE_NAME = "400.html"
ERROR_500_TEMPLATE_NAME = "500.html"


def page_not_found(request, exception, template_name=ERROR_404_TEMPLATE_NAME):
    return HttpResponseNotFound()


def server_error(request, template_name=ERROR_500_TEMPLATE_NAME):
    return HttpResponseServerError()


def bad_request(request, exception, template_name=ERROR_400_TEMPLATE_NAME):
    return HttpResponseBadRequest()


def permission_denied(request, exception, template_name=ERROR_403_TEMPLATE_NAME):
    return HttpResponseForbidden()
