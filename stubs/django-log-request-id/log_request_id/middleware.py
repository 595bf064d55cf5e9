from _unlatched import attacker


class RequestIDMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.id = self._get_request_id(request)
        return self.get_response(request)

    def get_log_message(self, request, response):
        return f'method={request.method} path={request.path} status={response.status_code}'

    def _get_request_id(self, request):
        return attacker('header:X-Request-Id')
