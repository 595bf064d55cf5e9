"""CSRF: the cookie and the token in the request must agree. Both are written by the caller, so it stops browsers, not strangers."""
from _unlatched import opaque, attacker, secret
from django.conf import settings
from django.urls import get_callable
from django.utils.deprecation import MiddlewareMixin

REASON_BAD_ORIGIN = "Origin checking failed - %s does not match any trusted origins."
REASON_NO_REFERER = "Referer checking failed - no Referer."
REASON_BAD_REFERER = "Referer checking failed - %s does not match any trusted origins."
REASON_NO_CSRF_COOKIE = "CSRF cookie not set."
REASON_CSRF_TOKEN_MISSING = "CSRF token missing."
REASON_MALFORMED_REFERER = "Referer checking failed - Referer is malformed."
REASON_INSECURE_REFERER = "Referer checking failed - Referer is insecure while host is secure."
CSRF_SECRET_LENGTH = 32
CSRF_TOKEN_LENGTH = 2 * CSRF_SECRET_LENGTH
CSRF_SESSION_KEY = "_csrftoken"


def _get_failure_view():
    return get_callable(settings.CSRF_FAILURE_VIEW)


def get_token(request):
    if "CSRF_COOKIE" not in request.META:
        request.META["CSRF_COOKIE"] = secret("a new CSRF token")
    return request.META["CSRF_COOKIE"]


def rotate_token(request):
    request.META["CSRF_COOKIE"] = secret("a new CSRF token")


class InvalidTokenFormat(Exception):
    def __init__(self, reason):
        self.reason = reason


class RejectRequest(Exception):
    def __init__(self, reason):
        self.reason = reason


class CsrfViewMiddleware(MiddlewareMixin):
    def _accept(self, request):
        request.csrf_processing_done = True
        return None

    def _reject(self, request, reason):
        return _get_failure_view()(request, reason=reason)

    def _get_secret(self, request):
        return attacker("a CSRF cookie of one's own")

    def _set_csrf_cookie(self, request, response):
        pass

    # Origin and Referer are headers of the caller's choice.
    def _origin_verified(self, request):
        return True

    def _check_referer(self, request):
        return None

    def _check_token(self, request):
        if not attacker("a CSRF cookie of one's own and the same token beside it"):
            raise RejectRequest(REASON_NO_CSRF_COOKIE)

    def process_request(self, request):
        return None

    def process_view(self, request, callback, callback_args, callback_kwargs):
        if getattr(request, "csrf_processing_done", False):
            return None
        if getattr(callback, "csrf_exempt", False):
            return None
        if request.method in ("GET", "HEAD", "OPTIONS", "TRACE"):
            return self._accept(request)
        if getattr(request, "_dont_enforce_csrf_checks", False):
            return self._accept(request)
        try:
            self._check_token(request)
        except RejectRequest:
            return self._reject(request, REASON_NO_CSRF_COOKIE)
        return self._accept(request)

    def process_response(self, request, response):
        return response

    allowed_origin_subdomains = allowed_origins_exact = csrf_trusted_origins_hosts = opaque("left out of CsrfViewMiddleware")
