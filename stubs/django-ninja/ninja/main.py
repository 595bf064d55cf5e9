"""The API: `urls` gives its patterns; its documents are open unless `docs_decorator` guards them."""
from django.http import HttpResponse

from _unlatched import import_string, opaque
from ninja.constants import NOT_SET
from ninja.errors import ConfigError, ValidationError, set_default_exc_handlers
from ninja.openapi.docs import Swagger
from ninja.openapi.urls import get_openapi_urls, get_root_url
from ninja.parser import Parser
from ninja.renderers import JSONRenderer
from ninja.router import BoundRouter, Router


class NinjaAPI:
    def __init__(
        self,
        *args,
        title='NinjaAPI',
        version='1.0.0',
        description='',
        openapi_url='/openapi.json',
        docs=Swagger(),
        docs_url='/docs',
        docs_decorator=None,
        servers=None,
        urls_namespace=None,
        auth=NOT_SET,
        throttle=NOT_SET,
        renderer=None,
        parser=None,
        default_router=None,
        openapi_extra=None,
        **kwargs,
    ):
        self.title = title
        self.version = version
        self.openapi_url = openapi_url
        self.docs = docs
        self.docs_url = docs_url
        self.docs_decorator = docs_decorator
        self.urls_namespace = urls_namespace or f'api-{self.version}'
        self.renderer = renderer or JSONRenderer()
        self.parser = parser or Parser()
        self._exception_handlers = {}
        self.set_default_exception_handlers()
        self.auth = [auth] if callable(auth) else auth
        self.throttle = throttle
        self._router_registrations = []
        self._bound_routers_cache = None
        self.default_router = default_router or Router()
        self.add_router('', self.default_router)

    def _unlatched_defaults(self, kwargs):
        """An operation of the API itself takes its `auth` now, and only when that is truthy."""
        if kwargs.get('auth', NOT_SET) is NOT_SET and self.auth is not NOT_SET and self.auth:
            kwargs['auth'] = self.auth
        if kwargs.get('throttle', NOT_SET) is NOT_SET and self.throttle is not NOT_SET and self.throttle:
            kwargs['throttle'] = self.throttle
        return kwargs

    def get(self, path, *args, **kwargs):
        return self.default_router.get(path, **self._unlatched_defaults(kwargs))

    def post(self, path, *args, **kwargs):
        return self.default_router.post(path, **self._unlatched_defaults(kwargs))

    def delete(self, path, *args, **kwargs):
        return self.default_router.delete(path, **self._unlatched_defaults(kwargs))

    def patch(self, path, *args, **kwargs):
        return self.default_router.patch(path, **self._unlatched_defaults(kwargs))

    def put(self, path, *args, **kwargs):
        return self.default_router.put(path, **self._unlatched_defaults(kwargs))

    def api_operation(self, methods, path, *args, **kwargs):
        return self.default_router.api_operation(methods, path, **self._unlatched_defaults(kwargs))

    def add_decorator(self, decorator, mode='operation'):
        self.default_router.add_decorator(decorator, mode)

    def add_router(
        self, prefix, router, *, auth=NOT_SET, throttle=NOT_SET, tags=None, url_name_prefix=None, parent_router=None
    ):
        if self._bound_routers_cache is not None:
            raise ConfigError('Cannot add routers after URLs have been generated.')
        if isinstance(router, str):
            router = import_string(router)
        if url_name_prefix is None and router in [registered[1] for registered in self._router_registrations]:
            raise ConfigError('Router is already mounted to this API.')
        self._router_registrations.append((prefix, router, auth, throttle, url_name_prefix))

    @property
    def urls(self):
        return (self._get_urls(), 'ninja', self.urls_namespace.split(':')[-1])

    def _get_bound_routers(self):
        if self._bound_routers_cache is None:
            mounts = []
            for prefix, router, auth, throttle, url_name_prefix in self._router_registrations:
                decorators = [] if router is self.default_router else self.default_router._decorators
                made = router.build_routers(prefix, decorators, inherited_auth=auth, inherited_throttle=throttle)
                if auth is not NOT_SET:
                    made[0].auth = auth
                if throttle is not NOT_SET:
                    made[0].throttle = throttle
                if url_name_prefix is not None:
                    for mount in made:
                        mount.url_name_prefix = url_name_prefix
                mounts.extend(made)
            self._bound_routers_cache = [BoundRouter(mount, self) for mount in mounts]
            for mount in mounts:
                mount.template._freeze()
        return self._bound_routers_cache

    def _get_urls(self):
        result = get_openapi_urls(self)
        for bound_router in self._get_bound_routers():
            result.extend(bound_router.urls_paths(bound_router.prefix))
        result.append(get_root_url(self))
        return result

    def create_response(self, request, data, *, status=None, temporal_response=None):
        if temporal_response:
            return temporal_response
        return HttpResponse(opaque('rendered answer'), status=status, content_type=self.get_content_type())

    def create_temporal_response(self, request):
        return HttpResponse('', content_type=self.get_content_type())

    def get_content_type(self):
        return 'application/json; charset=utf-8'

    def get_openapi_schema(self, *args, **kwargs):
        return opaque('schema')

    def get_openapi_operation_id(self, operation):
        return f'{operation.view_func.__module__}_{operation.view_func.__name__}'.replace('.', '_')

    def get_operation_url_name(self, operation, router):
        return operation.view_func.__name__

    def add_exception_handler(self, exc_class, handler):
        self._exception_handlers[exc_class] = handler

    def exception_handler(self, exc_class):
        def decorator(func):
            self.add_exception_handler(exc_class, func)
            return func

        return decorator

    def set_default_exception_handlers(self):
        set_default_exc_handlers(self)

    def on_exception(self, request, exc):
        handler = self._lookup_exception_handler(exc)
        if handler is None:
            raise exc
        return handler(request, exc)

    def validation_error_from_error_contexts(self, error_contexts):
        return ValidationError([])

    def _lookup_exception_handler(self, exc):
        for cls in type(exc).__mro__:
            if cls in self._exception_handlers:
                return self._exception_handlers[cls]
        return None
