"""The decorators of methods: the method itself stays what it is, and knows its route."""
from ninja.constants import NOT_SET


class RouteInvalidParameterException(Exception):
    pass


class Route:
    permissions = None

    def __init__(self, view_func, *args, path, methods, auth=NOT_SET, throttle=NOT_SET, permissions=None, url_name=None, **kwargs):
        self.view_func = view_func
        self.permissions = permissions
        self._unlatched_params = {
            'path': path,
            'methods': [method.upper() for method in methods],
            'auth': auth,
            'throttle': throttle,
            'url_name': url_name or view_func.__name__,
        }

    @classmethod
    def _unlatched_decorator(cls, path, methods, kwargs):
        def decorator(view_func):
            view_func._unlatched_route = cls(view_func, path=path, methods=methods, **kwargs)
            return view_func

        return decorator

    @classmethod
    def get(cls, path='', *args, **kwargs):
        return cls._unlatched_decorator(path, ['GET'], kwargs)

    @classmethod
    def post(cls, path='', *args, **kwargs):
        return cls._unlatched_decorator(path, ['POST'], kwargs)

    @classmethod
    def delete(cls, path='', *args, **kwargs):
        return cls._unlatched_decorator(path, ['DELETE'], kwargs)

    @classmethod
    def patch(cls, path='', *args, **kwargs):
        return cls._unlatched_decorator(path, ['PATCH'], kwargs)

    @classmethod
    def put(cls, path='', *args, **kwargs):
        return cls._unlatched_decorator(path, ['PUT'], kwargs)

    @classmethod
    def generic(cls, path='', *args, methods, **kwargs):
        return cls._unlatched_decorator(path, methods, kwargs)


route = Route
http_get = route.get
http_patch = route.patch
http_put = route.put
http_delete = route.delete
http_post = route.post
http_generic = route.generic
