"""`@api_view`, the policy decorators that must stand below it, and `@action`."""
from _unlatched import DRF_VERSION
from rest_framework.views import APIView


def api_view(http_method_names=None):
    """The function becomes the handler of a fresh APIView; its policies are read now, from the function."""
    names = ['GET'] if http_method_names is None else http_method_names

    def decorator(func):
        assert isinstance(names, (list, tuple)), '@api_view expects a list of HTTP methods'

        class WrappedAPIView(APIView):
            pass

        def handler(self, *args, **kwargs):
            return func(*args, **kwargs)

        WrappedAPIView.http_method_names = [name.lower() for name in names]
        if 'options' not in WrappedAPIView.http_method_names:
            WrappedAPIView.http_method_names.append('options')
        for name in names:
            setattr(WrappedAPIView, name.lower(), handler)
        WrappedAPIView.__name__ = func.__name__
        WrappedAPIView.__module__ = func.__module__
        policies = ['renderer_classes', 'parser_classes', 'authentication_classes', 'throttle_classes', 'permission_classes']
        if DRF_VERSION >= (3, 17):
            policies = policies + ['content_negotiation_class', 'metadata_class', 'versioning_class']
        for policy in policies:
            setattr(WrappedAPIView, policy, getattr(func, policy, getattr(APIView, policy)))
        if DRF_VERSION >= (3, 18):
            WrappedAPIView.throttle_scope = getattr(func, 'throttle_scope', None)
        if hasattr(func, 'schema'):
            WrappedAPIView.schema = func.schema
        return WrappedAPIView.as_view()

    return decorator


def _unlatched_policy(name, value):
    """Leaves the value on the function. On a finished view it was silently lost up to 3.16; since 3.17 it is a TypeError."""

    def decorator(func):
        if DRF_VERSION >= (3, 17) and hasattr(func, 'cls') and issubclass(func.cls, APIView):
            raise TypeError(f'@{name} must come after (below) the @api_view decorator.')
        setattr(func, name, value)
        return func

    return decorator


def renderer_classes(renderer_classes):
    return _unlatched_policy('renderer_classes', renderer_classes)


def parser_classes(parser_classes):
    return _unlatched_policy('parser_classes', parser_classes)


def authentication_classes(authentication_classes):
    return _unlatched_policy('authentication_classes', authentication_classes)


def throttle_classes(throttle_classes):
    return _unlatched_policy('throttle_classes', throttle_classes)


def permission_classes(permission_classes):
    return _unlatched_policy('permission_classes', permission_classes)


def schema(view_inspector):
    return _unlatched_policy('schema', view_inspector)


if DRF_VERSION >= (3, 17):

    def content_negotiation_class(content_negotiation_class):
        return _unlatched_policy('content_negotiation_class', content_negotiation_class)

    def metadata_class(metadata_class):
        return _unlatched_policy('metadata_class', metadata_class)

    def versioning_class(versioning_class):
        return _unlatched_policy('versioning_class', versioning_class)


if DRF_VERSION >= (3, 18):

    def throttle_scope(throttle_scope):
        return _unlatched_policy('throttle_scope', throttle_scope)


def action(methods=None, detail=None, url_path=None, url_name=None, **kwargs):
    """Marks a ViewSet method; routers read the marks and pass the keywords on to `as_view`."""
    methods = ['get'] if methods is None else [method.lower() for method in methods]
    assert detail is not None, "@action() missing required argument: 'detail'"
    if 'name' in kwargs and 'suffix' in kwargs:
        raise TypeError('`name` and `suffix` are mutually exclusive arguments.')

    def decorator(func):
        func.mapping = MethodMapper(func, methods)
        func.detail = detail
        func.url_path = url_path if url_path else func.__name__
        func.url_name = url_name if url_name else func.__name__.replace('_', '-')
        func.kwargs = kwargs
        if 'name' not in kwargs and 'suffix' not in kwargs:
            func.kwargs['name'] = func.__name__.replace('_', ' ').capitalize()
        func.kwargs['description'] = func.__doc__ or None
        return func

    return decorator


if DRF_VERSION < (3, 10):

    def detail_route(methods=None, **kwargs):
        kwargs.setdefault('url_name', kwargs.get('url_path'))
        return action(methods, True, **kwargs)

    def list_route(methods=None, **kwargs):
        kwargs.setdefault('url_name', kwargs.get('url_path'))
        return action(methods, False, **kwargs)


class MethodMapper(dict):
    """HTTP method to method name; the decorators `@x.mapping.post` add to it."""

    def __init__(self, action, methods):
        self.action = action
        for method in methods:
            self[method] = self.action.__name__

    def _map(self, method, func):
        assert method not in self, f"Method '{method}' has already been mapped"
        assert func.__name__ != self.action.__name__, 'a mapping needs a method name of its own'
        self[method] = func.__name__
        return func

    def get(self, func):
        return self._map('get', func)

    def post(self, func):
        return self._map('post', func)

    def put(self, func):
        return self._map('put', func)

    def patch(self, func):
        return self._map('patch', func)

    def delete(self, func):
        return self._map('delete', func)

    def head(self, func):
        return self._map('head', func)

    def options(self, func):
        return self._map('options', func)

    def trace(self, func):
        return self._map('trace', func)
