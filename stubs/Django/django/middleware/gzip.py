"""Compression."""
from django.utils.deprecation import MiddlewareMixin


class GZipMiddleware(MiddlewareMixin):
    max_random_bytes = 100

    def process_response(self, request, response):
        return response
