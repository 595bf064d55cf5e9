"""Controllers: `auth` of the route, else of the controller, else of the API; permissions of the route, else of the controller, else AllowAny."""
from django.urls import include
from django.urls import path as django_path

from _unlatched import opaque
from ninja.constants import NOT_SET
from ninja.throttling import BaseThrottle
from ninja.utils import normalize_path
from ninja_extra.controllers.registry import controller_registry
from ninja_extra.controllers.route.route_functions import RouteFunction
from ninja_extra.exceptions import NotFound, PermissionDenied
from ninja_extra.operation import PathView
from ninja_extra.permissions import AllowAny, BasePermission
from ninja_extra.shortcuts import get_object_or_exception, get_object_or_none


class ControllerBase:
    context = None
    throttling_classes = []
    throttling_init_kwargs = None

    @classmethod
    def permission_denied(cls, permission):
        raise PermissionDenied(getattr(permission, 'message', None))

    def get_object_or_exception(self, klass, error_message=None, exception=NotFound, **kwargs):
        obj = get_object_or_exception(klass=klass, error_message=error_message, exception=exception, **kwargs)
        self.check_object_permissions(obj)
        return obj

    def get_object_or_none(self, klass, **kwargs):
        obj = get_object_or_none(klass=klass, **kwargs)
        if obj:
            self.check_object_permissions(obj)
        return obj

    def _get_permissions(self):
        found = []
        for permission_class in self.context.permission_classes:
            if isinstance(permission_class, type) and issubclass(permission_class, BasePermission):
                permission_class = permission_class.resolve()
            found.append(permission_class)
        return found

    def check_permissions(self):
        for permission in self._get_permissions():
            if not permission.has_permission(request=self.context.request, controller=self):
                self.permission_denied(permission)

    def check_object_permissions(self, obj):
        for permission in self._get_permissions():
            if not permission.has_object_permission(request=self.context.request, controller=self, obj=obj):
                self.permission_denied(permission)


class ControllerBoundRouter:
    def __init__(self, prefix, controller, api):
        self.prefix = prefix
        self.controller = controller
        self.api = api
        self.url_name_prefix = None

    def urls_paths(self, prefix):
        return self.controller.urls_paths(prefix)


class APIController:
    def __init__(
        self,
        prefix,
        *,
        auth=NOT_SET,
        throttle=NOT_SET,
        tags=None,
        permissions=None,
        auto_import=True,
        urls_namespace=None,
        use_unique_op_id=True,
    ):
        self.prefix = prefix
        self.urls_namespace = urls_namespace or None
        self.auth = auth
        self.tags = tags
        self.throttle = throttle
        self.auto_import = auto_import
        self._controller_class = None
        self._path_operations = {}
        self.permission_classes = permissions or [AllowAny]
        self._prefix_has_route_param = '{' in prefix
        self._unlatched_apis = []

    @property
    def controller_class(self):
        return self._controller_class

    @property
    def path_operations(self):
        return self._path_operations

    def __call__(self, cls):
        self.auto_import = getattr(cls, 'auto_import', self.auto_import)
        if not issubclass(cls, ControllerBase):
            cls = type(cls.__name__, (ControllerBase, cls), {'__module__': cls.__module__})
        cls._unlatched_api_controller = self
        self._controller_class = cls
        throttle = self.throttle
        if throttle is NOT_SET and cls.throttling_classes:
            throttle = [one(**(cls.throttling_init_kwargs or {})) for one in cls.throttling_classes]
        methods = {}
        for base in reversed(cls.__mro__):
            for name, method in base.__dict__.items():
                if hasattr(method, '_unlatched_route'):
                    methods[name] = method
        for method in methods.values():
            route = method._unlatched_route
            params = dict(route._unlatched_params)
            if params['throttle'] is NOT_SET and throttle is not NOT_SET:
                params['throttle'] = throttle
            route_function = RouteFunction(route, api_controller=self)
            route_function.operation = self.add_api_operation(view_func=route_function.as_view, **params)
        controller_registry.add_controller(cls)
        return cls

    def set_api_instance(self, api):
        self._unlatched_apis.append(api)
        for path_view in self.path_operations.values():
            for operation in path_view.operations:
                operation.api = api
                if operation.auth_param is NOT_SET and self.auth is NOT_SET and api.auth is not NOT_SET:
                    operation._set_auth(api.auth)
                if operation.throttle_param is NOT_SET and api.throttle is not NOT_SET:
                    operation.throttle_objects = [api.throttle] if isinstance(api.throttle, BaseThrottle) else api.throttle

    def is_registered(self, api):
        return api in self._unlatched_apis

    def build_routers(self, api):
        return [ControllerBoundRouter('' if self._prefix_has_route_param else self.prefix, self, api)]

    def urls_paths(self, prefix):
        patterns = []
        for path, path_view in self.path_operations.items():
            path = path.replace('{', '<').replace('}', '>')
            route = normalize_path('/'.join([part for part in (prefix, path) if part])).lstrip('/')
            for operation in path_view.operations:
                patterns.append(django_path(route, path_view.get_view(), name=operation.url_name))
        if self.urls_namespace and patterns:
            return [django_path('', include((patterns, self.urls_namespace), namespace=self.urls_namespace))]
        return patterns

    def add_api_operation(self, path, methods, view_func, *args, auth=NOT_SET, throttle=NOT_SET, url_name=None, **kwargs):
        auth = self.auth if auth is NOT_SET else auth
        if self._prefix_has_route_param:
            path = normalize_path('/'.join([part for part in (self.prefix, path) if part]))
        if path not in self._path_operations:
            self._path_operations[path] = PathView()
        return self._path_operations[path].add_operation(
            path=path, methods=methods, view_func=view_func, auth=auth, throttle=throttle, url_name=url_name
        )


def api_controller(
    prefix_or_class='',
    auth=NOT_SET,
    throttle=NOT_SET,
    tags=None,
    permissions=None,
    auto_import=True,
    urls_namespace=None,
    use_unique_op_id=True,
):
    def made(prefix):
        return APIController(
            prefix,
            auth=auth,
            throttle=throttle,
            tags=tags,
            permissions=permissions,
            auto_import=auto_import,
            urls_namespace=urls_namespace,
        )

    if isinstance(prefix_or_class, type):
        return made('')(prefix_or_class)
    return made(str(prefix_or_class))


def __getattr__(name):
    return opaque('ninja_extra.controllers.base.' + name)
