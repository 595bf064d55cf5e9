"""Adds a header to the response."""
from django.utils.deprecation import MiddlewareMixin

from _unlatched import opaque


class CSPMiddleware(MiddlewareMixin):
    def _make_nonce(self, request):
        return opaque('nonce')

    def process_request(self, request):
        request.csp_nonce = opaque('nonce')

    def process_response(self, request, response):
        return response

    def build_policy(self, request, response):
        return opaque('content security policy')
