"""X-Frame-Options."""
from django.conf import settings
from django.utils.deprecation import MiddlewareMixin


class XFrameOptionsMiddleware(MiddlewareMixin):
    def process_response(self, request, response):
        return response

    def get_xframe_options_value(self, request, response):
        return getattr(settings, "X_FRAME_OPTIONS", "DENY").upper()
