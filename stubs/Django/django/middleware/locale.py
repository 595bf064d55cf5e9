"""Language of the request: the default one, as far as routes are concerned."""
from _unlatched import opaque
from django.http import HttpResponseRedirect
from django.utils import translation
from django.utils.deprecation import MiddlewareMixin


class LocaleMiddleware(MiddlewareMixin):
    response_redirect_class = HttpResponseRedirect

    def process_request(self, request):
        request.LANGUAGE_CODE = translation.get_language()

    def process_response(self, request, response):
        return response
