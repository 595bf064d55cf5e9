"""A method of a controller as an operation: each call has an instance of its own, made with what is injected."""
import inspect
from functools import wraps

from _unlatched import opaque


class RouteFunction:
    def __init__(self, route, api_controller):
        self.route = route
        self.operation = None
        self._api_controller = api_controller
        self.has_request_param = 'request' in inspect.signature(route.view_func).parameters
        self.as_view = wraps(route.view_func)(self.get_view_function())

    @property
    def api_controller(self):
        return self._api_controller

    def get_view_function(self):
        def as_view(request, route_context=None, *args, **kwargs):
            return self._unlatched_call(route_context, **kwargs)

        as_view.get_route_function = lambda: self
        return as_view

    def run_permission_check(self, route_context):
        self._unlatched_instance(route_context).check_permissions()

    def _unlatched_instance(self, route_context):
        cls = self.api_controller.controller_class
        injected = {}
        if '__init__' in dir(cls) and cls.__init__ is not object.__init__:
            for name in inspect.signature(cls.__init__).parameters:
                if name not in ('self', 'args', 'kwargs'):
                    injected[name] = opaque('what is injected as ' + name)
        instance = cls(**injected)
        instance.context = route_context
        return instance

    def _unlatched_call(self, route_context, **kwargs):
        instance = self._unlatched_instance(route_context)
        if self.has_request_param:
            return self.route.view_func(instance, request=route_context.request, **kwargs)
        return self.route.view_func(instance, **kwargs)


class AsyncRouteFunction(RouteFunction):
    pass
