"""Serves static files; every other path passes."""


class WhiteNoiseMiddleware:
    def __init__(self, get_response=None, *args, **kwargs):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)


def __getattr__(name):
    from _unlatched import opaque

    return opaque('whitenoise.middleware.' + name)
