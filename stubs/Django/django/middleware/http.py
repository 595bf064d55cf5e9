"""Conditional GET."""
from django.utils.deprecation import MiddlewareMixin


class ConditionalGetMiddleware(MiddlewareMixin):
    def process_response(self, request, response):
        return response

    def needs_etag(self, response):
        return False
