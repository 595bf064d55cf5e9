"""An operation of a controller: authenticators and throttles as in Ninja, then the permissions of the route or else of the controller."""
from _unlatched import attacker, awaited, opaque
from ninja.operation import Operation as NinjaOperation
from ninja.operation import PathView as NinjaPathView
from ninja_extra.context import RouteContext


class Operation(NinjaOperation):
    def _get_route_function(self):
        if hasattr(self.view_func, 'get_route_function'):
            return self.view_func.get_route_function()
        return None

    def run(self, request, **kw):
        try:
            error = self._run_checks(request)
            if error:
                return error
            response = self.api.create_temporal_response(request)
            route_function = self._get_route_function()
            if route_function is None:
                result = awaited(self.view_func(request, **kw, **attacker('parameters')))
            else:
                permissions = route_function.route.permissions or route_function.api_controller.permission_classes
                context = RouteContext(request, permission_classes=permissions, kwargs=kw, response=response)
                route_function.run_permission_check(context)
                result = awaited(route_function._unlatched_call(context, **kw, **attacker('parameters')))
            return self._result_to_response(request, result, response)
        except Exception as error:
            return self.api.on_exception(request, error)


class PathView(NinjaPathView):
    def add_operation(self, path, methods, view_func, *args, **kwargs):
        if kwargs.get('url_name'):
            self.url_name = kwargs['url_name']
        operation = Operation(path, methods, view_func, **kwargs)
        self.operations.append(operation)
        return operation


def __getattr__(name):
    return opaque('ninja_extra.operation.' + name)
