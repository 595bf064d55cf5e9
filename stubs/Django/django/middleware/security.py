"""Redirect to https, and headers that do not matter here."""
import re

from django.conf import settings
from django.http import HttpResponsePermanentRedirect
from django.utils.deprecation import MiddlewareMixin


class SecurityMiddleware(MiddlewareMixin):
    def __init__(self, get_response):
        super().__init__(get_response)
        self.redirect = settings.SECURE_SSL_REDIRECT
        self.redirect_host = settings.SECURE_SSL_HOST
        self.redirect_exempt = [re.compile(rule) for rule in settings.SECURE_REDIRECT_EXEMPT]

    def process_request(self, request):
        if self.redirect and not request.is_secure():
            path = request.path.lstrip("/")
            if not any([rule.search(path) for rule in self.redirect_exempt]):
                return HttpResponsePermanentRedirect(f"https://{self.redirect_host or request.get_host()}{request.get_full_path()}")

    def process_response(self, request, response):
        return response
