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


# Before Django 2.0: what had been a method is an attribute that may still be called (before 1.10 it had to be).
class CallableBool:
    do_not_call_in_templates = True

    def __init__(self, value):
        self.value = value

    def __bool__(self):
        return self.value

    def __call__(self):
        return self.value

    def __repr__(self):
        return "CallableBool(%r)" % self.value

    def __eq__(self, other):
        return self.value == other

    def __ne__(self, other):
        return self.value != other

    def __or__(self, other):
        return bool(self.value or other)

    def __hash__(self):
        return hash(self.value)


CallableFalse = CallableBool(False)
CallableTrue = CallableBool(True)


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
