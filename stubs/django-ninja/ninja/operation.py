"""One operation: its authenticators in turn, the first truthy answer lets in; all falsy is 401; then throttles, then the function."""
from django.http import HttpResponseNotAllowed
from django.http.response import HttpResponseBase

from _unlatched import attacker, awaited, opaque
from ninja.constants import NOT_SET
from ninja.errors import AuthenticationError, Throttled
from ninja.responses import Status
from ninja.throttling import BaseThrottle


class Operation:
    def __init__(self, path, methods, view_func, *args, auth=NOT_SET, throttle=NOT_SET, **kwargs):
        self.is_async = False
        self.path = path
        self.methods = methods
        self.view_func = view_func
        self.api = None
        self.csrf_exempt = getattr(view_func, 'csrf_exempt', False)
        if kwargs.get('url_name') is not None:
            self.url_name = kwargs['url_name']
        self.auth_param = auth
        self.auth_callbacks = []
        self._set_auth(auth)
        self.throttle_param = throttle
        self.throttle_objects = []
        if throttle is not NOT_SET:
            self.throttle_objects = [throttle] if isinstance(throttle, BaseThrottle) else list(throttle or [])
        self.tags = kwargs.get('tags')
        self.response_models = {200: kwargs.get('response', NOT_SET)}
        self.operation_id = kwargs.get('operation_id')
        self.include_in_schema = kwargs.get('include_in_schema', True)
        for callback in getattr(view_func, '_ninja_contribute_to_operation', []):
            callback(self)

    def clone(self):
        """A router that is mounted twice has operations of its own at each place."""
        cloned = object.__new__(self.__class__)
        for name, value in self.__dict__.items():
            if name != 'run':
                setattr(cloned, name, value)
        cloned.methods = list(self.methods)
        cloned.auth_callbacks = list(self.auth_callbacks)
        cloned.throttle_objects = list(self.throttle_objects)
        for decorator in getattr(self, '_run_decorators', []):
            cloned.run = decorator(cloned.run)
        return cloned

    def run(self, request, **kw):
        error = self._run_checks(request)
        if error:
            return error
        try:
            temporal_response = self.api.create_temporal_response(request)
            # Every parameter that is not part of the path is the caller's choice.
            result = awaited(self.view_func(request, **kw, **attacker('parameters')))
            return self._result_to_response(request, result, temporal_response)
        except Exception as error:
            return self.api.on_exception(request, error)

    def _set_auth(self, auth):
        if auth is not None and auth is not NOT_SET:
            # An empty list is called like an authenticator, which fails.
            self.auth_callbacks = auth if isinstance(auth, (list, tuple)) and auth else [auth]

    def _run_checks(self, request):
        if self.csrf_exempt:
            request._ninja_csrf_exempt = True
        if self.auth_callbacks:
            error = self._run_authentication(request)
            if error:
                return error
        if self.throttle_objects:
            error = self._check_throttles(request)
            if error:
                return error
        return None

    def _run_authentication(self, request):
        for callback in self.auth_callbacks:
            try:
                result = awaited(callback(request))
            except Exception as error:
                return self.api.on_exception(request, error)
            if result:
                request.auth = result
                return None
        return self.api.on_exception(request, AuthenticationError())

    def _check_throttles(self, request):
        for throttle in self.throttle_objects:
            if not throttle.allow_request(request):
                return self.api.on_exception(request, Throttled(wait=throttle.wait()))
        return None

    def _result_to_response(self, request, result, temporal_response):
        if isinstance(result, HttpResponseBase):
            return result
        status = 200
        if isinstance(result, Status):
            status, result = result.status_code, result.value
        elif isinstance(result, tuple) and len(result) == 2:
            status, result = result
        temporal_response.status_code = status
        return self.api.create_response(request, result, temporal_response=temporal_response)


class AsyncOperation(Operation):
    pass


class PathView:
    def __init__(self):
        self.operations = []
        self.is_async = False
        self.url_name = None

    def add_operation(self, path, methods, view_func, *args, **kwargs):
        if kwargs.get('url_name'):
            self.url_name = kwargs['url_name']
        operation = Operation(path, methods, view_func, **kwargs)
        self.operations.append(operation)
        view_func._ninja_operation = operation
        return operation

    def clone(self):
        cloned = PathView()
        cloned.is_async = self.is_async
        cloned.url_name = self.url_name
        cloned.operations = [operation.clone() for operation in self.operations]
        return cloned

    def get_view(self):
        def sync_view_wrapper(request, *args, **kwargs):
            return self._sync_view(request, *args, **kwargs)

        sync_view_wrapper.csrf_exempt = True
        sync_view_wrapper._unlatched_path_view = self
        return sync_view_wrapper

    def _sync_view(self, request, *a, **kw):
        operation = self._find_operation(request)
        return self._not_allowed() if operation is None else operation.run(request, *a, **kw)

    def _find_operation(self, request):
        for operation in self.operations:
            if request.method in operation.methods:
                return operation
        return None

    def _not_allowed(self):
        return HttpResponseNotAllowed([method for operation in self.operations for method in operation.methods])


class ResponseObject:
    def __init__(self, response):
        self.response = response


def __getattr__(name):
    return opaque('ninja.operation.' + name)
