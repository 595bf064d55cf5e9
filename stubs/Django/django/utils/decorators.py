"""Decorators for methods, and decorators made of middleware."""
from functools import partial, update_wrapper, wraps

from _unlatched import is_known


class classonlymethod(classmethod):
    def __init__(self, func):
        self._unlatched_func = func

    def __get__(self, instance, cls=None):
        if instance is not None:
            raise AttributeError("This method is available only on the class, not on instances.")
        return partial(self._unlatched_func, cls)


def _update_method_wrapper(_wrapper, decorator):
    @decorator
    def dummy(*args, **kwargs):
        pass

    update_wrapper(_wrapper, dummy)


def _multi_decorate(decorators, method):
    decorators = list(decorators)[::-1] if is_known(decorators) and isinstance(decorators, (list, tuple)) else [decorators]

    def _wrapper(self, *args, **kwargs):
        bound_method = wraps(method)(partial(method, self))
        for dec in decorators:
            bound_method = dec(bound_method)
        return bound_method(*args, **kwargs)

    for dec in [one for one in decorators if is_known(one)]:
        _update_method_wrapper(_wrapper, dec)
    update_wrapper(_wrapper, method)
    return _wrapper


def method_decorator(decorator, name=""):
    def _dec(obj):
        if not isinstance(obj, type):
            return _multi_decorate(decorator, obj)
        if not (name and hasattr(obj, name)):
            raise ValueError(f"The keyword argument `name` must be the name of a method of {obj}, not {name!r}.")
        method = getattr(obj, name)
        if not callable(method):
            raise TypeError(f"Cannot decorate '{name}' as it isn't a callable attribute of {obj}.")
        setattr(obj, name, _multi_decorate(decorator, method))
        return obj

    return _dec


def decorator_from_middleware_with_args(middleware_class):
    return make_middleware_decorator(middleware_class)


def decorator_from_middleware(middleware_class):
    return make_middleware_decorator(middleware_class)()


def make_middleware_decorator(middleware_class):
    def _make_decorator(*m_args, **m_kwargs):
        def _decorator(view_func):
            middleware = middleware_class(view_func, *m_args, **m_kwargs)

            def _view_wrapper(request, *args, **kwargs):
                result = None
                if hasattr(middleware, "process_request"):
                    result = middleware.process_request(request)
                if result is None and hasattr(middleware, "process_view"):
                    result = middleware.process_view(request, view_func, args, kwargs)
                if result is not None:
                    return result
                try:
                    response = view_func(request, *args, **kwargs)
                except Exception as exception:
                    if hasattr(middleware, "process_exception"):
                        result = middleware.process_exception(request, exception)
                    if result is not None:
                        return result
                    raise
                if hasattr(middleware, "process_response"):
                    return middleware.process_response(request, response)
                return response

            return wraps(view_func)(_view_wrapper)

        return _decorator

    return _make_decorator


def sync_and_async_middleware(func):
    func.sync_capable = True
    func.async_capable = True
    return func


def sync_only_middleware(func):
    func.sync_capable = True
    func.async_capable = False
    return func


def async_only_middleware(func):
    func.sync_capable = False
    func.async_capable = True
    return func


# Gone since Django 3.0.
def available_attrs(fn):
    return ("__module__", "__name__", "__qualname__", "__doc__")
