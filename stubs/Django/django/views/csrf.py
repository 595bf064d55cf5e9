"""The answer to a failed CSRF check."""
from django.http import HttpResponseForbidden

CSRF_FAILURE_TEMPLATE_NAME = "403_csrf.html"


def csrf_failure(request, reason="", template_name=CSRF_FAILURE_TEMPLATE_NAME):
    return HttpResponseForbidden()
