"""Adds the toolbar to pages."""


def show_toolbar(request):
    from django.conf import settings

    return settings.DEBUG and request.META.get('REMOTE_ADDR') in settings.INTERNAL_IPS


class DebugToolbarMiddleware:
    sync_capable = True
    async_capable = True

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)
