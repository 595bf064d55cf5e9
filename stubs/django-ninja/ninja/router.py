"""Routers keep operations; binding them to an API decides which `auth=` an operation has: its own, that of the mount, of the router, of a router above, of the API."""
from django.urls import path as django_path

from _unlatched import import_string
from ninja.constants import NOT_SET
from ninja.errors import ConfigError
from ninja.operation import PathView
from ninja.signature.utils import UUIDStrConverter
from ninja.throttling import BaseThrottle
from ninja.utils import normalize_path, replace_path_param_notation


class RouterMount:
    def __init__(self, template, prefix, *args, **kwargs):
        self.template = template
        self.prefix = prefix
        self.url_name_prefix = None
        self.auth = NOT_SET
        self.throttle = NOT_SET
        self.tags = None
        self.inherited_decorators = kwargs.get('inherited_decorators', [])
        self.inherited_auth = kwargs.get('inherited_auth', NOT_SET)
        self.inherited_throttle = kwargs.get('inherited_throttle', NOT_SET)


def _unlatched_first(*values):
    for value in values:
        if value is not NOT_SET:
            return value
    return NOT_SET


class BoundRouter:
    def __init__(self, mount, api):
        self.mount = mount
        self.template = mount.template
        self.api = api
        self.prefix = mount.prefix
        self.url_name_prefix = mount.url_name_prefix
        self.auth = _unlatched_first(mount.auth, mount.template.auth, mount.inherited_auth)
        self.throttle = _unlatched_first(mount.throttle, mount.template.throttle, mount.inherited_throttle)
        self.path_operations = {}
        self._bind_operations()

    def _bind_operations(self):
        for path, path_view in self.template.path_operations.items():
            cloned_view = path_view.clone()
            for operation in cloned_view.operations:
                operation.api = self.api
                if operation.auth_param is NOT_SET:
                    operation._set_auth(_unlatched_first(self.auth, self.api.auth))
                if operation.throttle_param is NOT_SET:
                    throttle = _unlatched_first(self.throttle, self.api.throttle)
                    if throttle is not NOT_SET:
                        operation.throttle_objects = [throttle] if isinstance(throttle, BaseThrottle) else throttle
                for decorator, mode in self.mount.inherited_decorators + self.template._decorators:
                    if mode == 'view':
                        operation.run = decorator(operation.run)
                    else:
                        operation.view_func = decorator(operation.view_func)
            self.path_operations[path] = cloned_view

    def urls_paths(self, prefix):
        """One pattern for each operation; the patterns of a path share their view, so the first answers for all."""
        patterns = []
        prefix = replace_path_param_notation(prefix)
        for path, path_view in self.path_operations.items():
            route = normalize_path('/'.join([part for part in (prefix, replace_path_param_notation(path)) if part])).lstrip('/')
            for operation in path_view.operations:
                url_name = getattr(operation, 'url_name', '')
                if not url_name:
                    url_name = self.api.get_operation_url_name(operation, router=self.template)
                    if self.url_name_prefix and url_name:
                        url_name = f'{self.url_name_prefix}_{url_name}'
                patterns.append(django_path(route, path_view.get_view(), name=url_name))
        return patterns


class Router:
    def __init__(self, *args, auth=NOT_SET, throttle=NOT_SET, tags=None, **kwargs):
        self._frozen = False
        self.auth = auth
        self.throttle = throttle
        self.tags = tags
        self.path_operations = {}
        self._routers = []
        self._decorators = []

    def _freeze(self):
        self._frozen = True
        for _, child_router, _ in self._routers:
            child_router._freeze()

    def _check_not_frozen(self):
        if self._frozen:
            raise ConfigError('Cannot modify router after URLs have been generated.')

    def get(self, path, *args, **kwargs):
        return self.api_operation(['GET'], path, **kwargs)

    def post(self, path, *args, **kwargs):
        return self.api_operation(['POST'], path, **kwargs)

    def delete(self, path, *args, **kwargs):
        return self.api_operation(['DELETE'], path, **kwargs)

    def patch(self, path, *args, **kwargs):
        return self.api_operation(['PATCH'], path, **kwargs)

    def put(self, path, *args, **kwargs):
        return self.api_operation(['PUT'], path, **kwargs)

    def api_operation(self, methods, path, *args, **kwargs):
        def decorator(view_func):
            self.add_api_operation(path, methods, view_func, **kwargs)
            return view_func

        return decorator

    def add_api_operation(self, path, methods, view_func, *args, **kwargs):
        self._check_not_frozen()
        path = path.replace('{uuid:', '{uuidstr:')
        if path not in self.path_operations:
            self.path_operations[path] = PathView()
        self.path_operations[path].add_operation(path=path, methods=methods, view_func=view_func, **kwargs)

    def add_router(self, prefix, router, *, auth=NOT_SET, throttle=NOT_SET, tags=None):
        self._check_not_frozen()
        if isinstance(router, str):
            router = import_string(router)
        if auth is not NOT_SET:
            router.auth = auth
        if throttle is not NOT_SET:
            router.throttle = throttle
        self._routers.append((prefix, router, tags))

    def add_decorator(self, decorator, mode='operation'):
        self._check_not_frozen()
        if mode not in ('view', 'operation'):
            raise ValueError(f'Invalid decorator mode: {mode}')
        self._decorators.append((decorator, mode))

    def build_routers(self, prefix, inherited_decorators=None, inherited_auth=NOT_SET, inherited_throttle=NOT_SET, inherited_tags=None):
        inherited_decorators = inherited_decorators or []
        mounts = [
            RouterMount(
                template=self,
                prefix=prefix,
                inherited_decorators=list(inherited_decorators),
                inherited_auth=inherited_auth,
                inherited_throttle=inherited_throttle,
            )
        ]
        decorators = inherited_decorators + self._decorators
        auth = _unlatched_first(self.auth, inherited_auth)
        throttle = _unlatched_first(self.throttle, inherited_throttle)
        for child_prefix, child_router, _ in self._routers:
            child_path = normalize_path('/'.join((prefix, child_prefix))).lstrip('/')
            mounts.extend(child_router.build_routers(child_path, decorators, auth, throttle))
        return mounts
