from functools import wraps

from _unlatched import opaque
from rest_framework import fields, filters, permissions


class DRYPermissionFiltersBase(filters.BaseFilterBackend):
    action_routing = False

    def filter_queryset(self, request, queryset, view):
        if view.lookup_field in view.kwargs:
            return queryset
        if self.action_routing:
            return getattr(self, f'filter_{view.action}_queryset')(request, queryset, view)
        return self.filter_list_queryset(request, queryset, view)

    def filter_list_queryset(self, request, queryset, view):
        assert False, 'Method filter_list_queryset must be overridden'


class DRYPermissions(permissions.BasePermission):
    global_permissions = True
    object_permissions = True
    partial_update_is_update = True

    def has_permission(self, request, view):
        if not self.global_permissions:
            return True
        model_class = view.get_serializer_class().Meta.model
        assert model_class is not None, 'global_permissions set to true without a model set on the serializer'
        return self._unlatched_ask(model_class, 'has_', request, view)

    def has_object_permission(self, request, view, obj):
        if not self.object_permissions:
            return True
        return self._unlatched_ask(obj, 'has_object_', request, view)

    def _unlatched_ask(self, thing, prefix, request, view):
        """The method for the action, else that for reading or writing; it must exist."""
        if hasattr(view, 'action'):
            name = f'{prefix}{self._get_action(view.action)}_permission'
            if hasattr(thing, name):
                return getattr(thing, name)(request)
        name = prefix + ('read' if request.method in permissions.SAFE_METHODS else 'write') + '_permission'
        assert hasattr(thing, name), f'{name} is not defined'
        return getattr(thing, name)(request)

    def _get_action(self, action):
        return 'update' if self.partial_update_is_update and action == 'partial_update' else action


class DRYGlobalPermissions(DRYPermissions):
    object_permissions = False


class DRYObjectPermissions(DRYPermissions):
    global_permissions = False


class DRYPermissionsField(fields.Field):
    default_actions = ['create', 'retrieve', 'update', 'destroy', 'write', 'read']

    def __init__(self, actions=None, additional_actions=None, global_only=False, object_only=False, **kwargs):
        kwargs['source'] = '*'
        kwargs['read_only'] = True
        super().__init__(**kwargs)

    def to_representation(self, value):
        return opaque('permissions of an object')


def _unlatched_request(func, args):
    """The request is the first argument of a method of the class, the second of one of an object."""
    return args[1] if 'has_object' in func.__name__ else args[0]


def allow_staff_or_superuser(func):
    @wraps(func)
    def func_wrapper(*args, **kwargs):
        user = _unlatched_request(func, args).user
        return True if user.is_staff or user.is_superuser else func(*args, **kwargs)

    return func_wrapper


def authenticated_users(func):
    @wraps(func)
    def func_wrapper(*args, **kwargs):
        user = _unlatched_request(func, args).user
        return func(*args, **kwargs) if user and user.is_authenticated else False

    return func_wrapper


def unauthenticated_users(func):
    @wraps(func)
    def func_wrapper(*args, **kwargs):
        user = _unlatched_request(func, args).user
        return False if user and user.is_authenticated else func(*args, **kwargs)

    return func_wrapper
