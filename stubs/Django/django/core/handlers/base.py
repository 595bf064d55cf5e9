"""The middleware chain around the view (django/core/handlers/base.py)."""
import re

from _unlatched import DJANGO_VERSION, assume, awaited, import_string, is_known, opaque
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured, MiddlewareNotUsed
from django.urls import get_resolver, set_urlconf
from django.urls.base import _unlatched_stay
from django.utils.deprecation import MiddlewareMixin

from .exception import convert_exception_to_response


_UNLATCHED_ASKS_FOR_LOGIN = re.compile(
    r"(?i)(log_?in|sign_?in|auth|authentication|permission)_?(required|enforce|by_?default|default|everywhere)|requires?_?(log_?in|auth)|stronghold|lock_?down|restrict_?access|private_?site"
)


def _unlatched_unknown_middleware(path, get_response):
    """
    Middleware of a library that we do not have. One that answers by itself lets nobody in; that it does not change who is
    logged in is taken for granted, and said. One that is called after a login may ask for it: then nobody is known to get in.
    """
    def middleware(request):
        if _UNLATCHED_ASKS_FOR_LOGIN.search(path):
            from django.http import HttpResponseForbidden
            if opaque(f"whether middleware {path} asks for a login"):
                return HttpResponseForbidden()
            return get_response(request)
        assume(f"middleware {path} hands the request on as it came")
        return get_response(request)

    return middleware


class _UnlatchedOldMiddleware(MiddlewareMixin):
    """An object of MIDDLEWARE_CLASSES in the chain: it has hooks and cannot be called (1.11, django/core/handlers/base.py)."""

    def __init__(self, inner, get_response):
        super().__init__(get_response)
        for name in ("process_request", "process_response", "process_view", "process_template_response", "process_exception"):
            if hasattr(inner, name):
                setattr(self, name, getattr(inner, name))


def _unlatched_old_middleware(factory, get_response):
    if not is_known(factory):
        return factory(get_response)
    try:
        made = factory(get_response)
    except TypeError:
        made = factory()
    return made if callable(made) else _UnlatchedOldMiddleware(made, get_response)


class BaseHandler:
    _view_middleware = None
    _template_response_middleware = None
    _exception_middleware = None
    _middleware_chain = None

    def load_middleware(self, is_async=False):
        self._view_middleware = []
        self._template_response_middleware = []
        self._exception_middleware = []
        handler = convert_exception_to_response(self._get_response)
        middleware_paths = settings.MIDDLEWARE
        old = DJANGO_VERSION < (2,) and not middleware_paths
        if old:
            middleware_paths = getattr(settings, "MIDDLEWARE_CLASSES", [])
        for middleware_path in list(middleware_paths)[::-1]:
            if middleware_path == "django.middleware.csp.ContentSecurityPolicyMiddleware":  # Django 6.0; writes headers only
                continue
            try:
                factory = import_string(middleware_path)
                mw_instance = _unlatched_old_middleware(factory, handler) if old else factory(handler)
            except MiddlewareNotUsed:
                continue
            except ImportError:  # a module that we do not have, for a server that starts has it
                mw_instance = opaque(f"middleware {middleware_path}")
            if not is_known(mw_instance):
                handler = _unlatched_unknown_middleware(middleware_path, handler)
                continue
            if mw_instance is None:
                raise ImproperlyConfigured(f"Middleware factory {middleware_path} returned None.")
            if hasattr(mw_instance, "process_view"):
                self._view_middleware.insert(0, mw_instance.process_view)
            if hasattr(mw_instance, "process_template_response"):
                self._template_response_middleware.append(mw_instance.process_template_response)
            if hasattr(mw_instance, "process_exception"):
                self._exception_middleware.append(mw_instance.process_exception)
            handler = convert_exception_to_response(mw_instance)
        self._middleware_chain = handler
        self._unlatched_load_routes()

    def _unlatched_load_routes(self):
        """Fills the caches of the URL tree while the project is loaded, so that no request has to."""
        try:
            return get_resolver()._unlatched_named
        except Exception:
            return None

    def adapt_method_mode(self, is_async, method, method_is_async=None, debug=False, name=None):
        return method

    def get_response(self, request):
        set_urlconf(settings.ROOT_URLCONF)
        return self._middleware_chain(request)

    def _get_response(self, request):
        response = None
        callback, callback_args, callback_kwargs = self.resolve_request(request)
        for middleware_method in self._view_middleware:
            response = awaited(middleware_method(request, callback, callback_args, callback_kwargs))
            if response:
                break
        if response is None:
            try:
                response = awaited(self.make_view_atomic(callback)(request, *callback_args, **callback_kwargs))
            except Exception as exception:
                response = self.process_exception_by_middleware(exception, request)
                if response is None:
                    raise
        self.check_response(response, callback)
        if hasattr(response, "render") and callable(response.render):
            for middleware_method in self._template_response_middleware:
                response = awaited(middleware_method(request, response))
                self.check_response(response, middleware_method)
            response = response.render()
        return response

    def resolve_request(self, request):
        """`request._unlatched_match`: the route that is judged; the search through the tree is the interpreter's work."""
        urlconf = getattr(request, "urlconf", None)
        resolver_match = getattr(request, "_unlatched_match", None)
        if resolver_match is None:
            resolver_match = get_resolver(urlconf).resolve(request.path_info)
        else:
            _unlatched_stay(urlconf)
        request.resolver_match = resolver_match
        return resolver_match.func, resolver_match.args, resolver_match.kwargs

    def check_response(self, response, callback, name=None):
        if response is None:
            raise ValueError("The view didn't return an HttpResponse object. It returned None instead.")

    def make_view_atomic(self, view):
        return view

    def process_exception_by_middleware(self, exception, request):
        for middleware_method in self._exception_middleware:
            response = middleware_method(request, exception)
            if response:
                return response
        return None
