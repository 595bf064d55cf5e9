"""What asks for a mail counts requests by itself (since 1.6)."""
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.utils.module_loading import import_string

from rest_framework.settings import api_settings
from rest_framework.throttling import UserRateThrottle


class ResetPasswordRequestTokenThrottle(UserRateThrottle):
    scope = 'django-rest-passwordreset-request-token'
    default_rate = '3/day'

    def get_rate(self):
        try:
            return super().get_rate()
        except ImproperlyConfigured:
            return self.default_rate


def get_password_reset_request_token_throttle_classes():
    chosen = getattr(settings, 'DJANGO_REST_PASSWORDRESET_THROTTLE_CLASSES', None)
    if chosen is None:
        return (ResetPasswordRequestTokenThrottle,)
    if not chosen:
        return tuple(api_settings.DEFAULT_THROTTLE_CLASSES)
    names = (chosen,) if isinstance(chosen, str) else chosen
    return tuple(import_string(name) if isinstance(name, str) else name for name in names)
