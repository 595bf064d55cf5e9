from _unlatched import attacker


def get_request_id(request):
    return request.request_id if hasattr(request, 'request_id') else attacker('header:X-Request-Id')


class RequestIdMiddleware:
    def __init__(self, get_response=None):
        self.get_response = get_response

    def __call__(self, request):
        request.request_id = get_request_id(request)
        return self.get_response(request)
