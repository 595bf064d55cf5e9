"""Messages of the request."""
from _unlatched import opaque
from django.utils.deprecation import MiddlewareMixin


class MessageMiddleware(MiddlewareMixin):
    def process_request(self, request):
        request._messages = []

    def process_response(self, request, response):
        return response
