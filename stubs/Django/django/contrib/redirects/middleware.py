"""Redirects where nothing else was found."""
from django.http import HttpResponseGone, HttpResponsePermanentRedirect
from django.utils.deprecation import MiddlewareMixin


class RedirectFallbackMiddleware(MiddlewareMixin):
    response_gone_class = HttpResponseGone
    response_redirect_class = HttpResponsePermanentRedirect

    def process_response(self, request, response):
        return response
