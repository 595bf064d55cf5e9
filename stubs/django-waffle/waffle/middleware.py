from django.utils.deprecation import MiddlewareMixin


class WaffleMiddleware(MiddlewareMixin):
    def process_response(self, request, response):
        """Sets cookies that remember which flags were on."""
        return response
