"""Records requests and hands them on."""


class SilkyMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.silk_filters = {}
        return self.get_response(request)
