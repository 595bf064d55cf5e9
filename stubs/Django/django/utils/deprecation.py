"""MiddlewareMixin and the warning classes."""
from _unlatched import DJANGO_VERSION


class RemovedInNextVersionWarning(DeprecationWarning):
    pass


if DJANGO_VERSION >= (5, 2):
    class RemovedInDjango60Warning(DeprecationWarning):
        pass

    class RemovedInDjango61Warning(PendingDeprecationWarning):
        pass
else:
    class RemovedInDjango50Warning(DeprecationWarning):
        pass

    class RemovedInDjango51Warning(PendingDeprecationWarning):
        pass


class MiddlewareMixin:
    sync_capable = True
    async_capable = True

    def __init__(self, get_response):
        if get_response is None:
            raise ValueError("get_response must be provided.")
        self.get_response = get_response
        super().__init__()

    def __call__(self, request):
        response = None
        if hasattr(self, "process_request"):
            response = self.process_request(request)
        response = response or self.get_response(request)
        if hasattr(self, "process_response"):
            response = self.process_response(request, response)
        return response
