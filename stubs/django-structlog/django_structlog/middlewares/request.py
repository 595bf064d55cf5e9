from _unlatched import opaque


class RequestMiddleware:
    sync_capable = True
    async_capable = True

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        self.prepare(request)
        response = self.get_response(request)
        self.handle_response(request, response)
        return response

    def prepare(self, request):
        """For subclasses of a project."""

    def handle_response(self, request, response):
        """For subclasses of a project."""

    @staticmethod
    def format_request(request):
        return f'{request.method} {request.get_full_path()}'

    @staticmethod
    def bind_user_id(request):
        return None


def __getattr__(name):
    return opaque('django_structlog.middlewares.request.' + name)
