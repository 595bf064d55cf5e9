"""Permission classes and the operators between them."""
from django.http import Http404

from rest_framework import exceptions

SAFE_METHODS = ('GET', 'HEAD', 'OPTIONS')


class OperationHolderMixin:
    def __and__(self, other):
        return OperandHolder(AND, self, other)

    def __or__(self, other):
        return OperandHolder(OR, self, other)

    def __rand__(self, other):
        return OperandHolder(AND, other, self)

    def __ror__(self, other):
        return OperandHolder(OR, other, self)

    def __invert__(self):
        return SingleOperandHolder(NOT, self)


class SingleOperandHolder(OperationHolderMixin):
    def __init__(self, operator_class, op1_class):
        self.operator_class = operator_class
        self.op1_class = op1_class

    def __call__(self, *args, **kwargs):
        return self.operator_class(self.op1_class(*args, **kwargs))


class OperandHolder(OperationHolderMixin):
    def __init__(self, operator_class, op1_class, op2_class):
        self.operator_class = operator_class
        self.op1_class = op1_class
        self.op2_class = op2_class

    def __call__(self, *args, **kwargs):
        return self.operator_class(self.op1_class(*args, **kwargs), self.op2_class(*args, **kwargs))


class AND:
    def __init__(self, op1, op2):
        self.op1 = op1
        self.op2 = op2

    def has_permission(self, request, view):
        return self.op1.has_permission(request, view) and self.op2.has_permission(request, view)

    def has_object_permission(self, request, view, obj):
        return self.op1.has_object_permission(request, view, obj) and self.op2.has_object_permission(request, view, obj)


class OR:
    def __init__(self, op1, op2):
        self.op1 = op1
        self.op2 = op2

    def has_permission(self, request, view):
        return self.op1.has_permission(request, view) or self.op2.has_permission(request, view)

    def has_object_permission(self, request, view, obj):
        """Since 3.14 each side must also hold by itself for the request."""
        return (self.op1.has_permission(request, view) and self.op1.has_object_permission(request, view, obj)) or (
            self.op2.has_permission(request, view) and self.op2.has_object_permission(request, view, obj)
        )


class NOT:
    def __init__(self, op1):
        self.op1 = op1

    def has_permission(self, request, view):
        return not self.op1.has_permission(request, view)

    def has_object_permission(self, request, view, obj):
        return not self.op1.has_object_permission(request, view, obj)


class BasePermissionMetaclass(OperationHolderMixin, type):
    pass


class BasePermission(metaclass=BasePermissionMetaclass):
    def has_permission(self, request, view):
        return True

    def has_object_permission(self, request, view, obj):
        return True


class AllowAny(BasePermission):
    def has_permission(self, request, view):
        return True


class IsAuthenticated(BasePermission):
    def has_permission(self, request, view):
        return bool(request.user and request.user.is_authenticated)


class IsAdminUser(BasePermission):
    def has_permission(self, request, view):
        return bool(request.user and request.user.is_staff)


class IsAuthenticatedOrReadOnly(BasePermission):
    def has_permission(self, request, view):
        return bool(request.method in SAFE_METHODS or request.user and request.user.is_authenticated)


class DjangoModelPermissions(BasePermission):
    """Reading needs a login and no permission: the `GET` list is empty."""

    perms_map = {
        'GET': [],
        'OPTIONS': [],
        'HEAD': [],
        'POST': ['%(app_label)s.add_%(model_name)s'],
        'PUT': ['%(app_label)s.change_%(model_name)s'],
        'PATCH': ['%(app_label)s.change_%(model_name)s'],
        'DELETE': ['%(app_label)s.delete_%(model_name)s'],
    }
    authenticated_users_only = True

    def get_required_permissions(self, method, model_cls):
        if method not in self.perms_map:
            raise exceptions.MethodNotAllowed(method)
        names = {'app_label': model_cls._meta.app_label, 'model_name': model_cls._meta.model_name}
        return [perm % names for perm in self.perms_map[method]]

    def _queryset(self, view):
        if hasattr(view, 'get_queryset'):
            queryset = view.get_queryset()
            assert queryset is not None, 'get_queryset() returned None'
            return queryset
        assert getattr(view, 'queryset', None) is not None, 'a view with model permissions needs a queryset'
        return view.queryset

    def has_permission(self, request, view):
        from _unlatched import DRF_VERSION

        ignored = getattr(view, '_ignore_model_permissions', False)
        # Up to 3.14 the API root and schema views were open; 3.15 asks for the login first.
        if ignored and DRF_VERSION < (3, 15):
            return True
        if not request.user or (not request.user.is_authenticated and self.authenticated_users_only):
            return False
        if ignored:
            return True
        perms = self.get_required_permissions(request.method, self._queryset(view).model)
        return request.user.has_perms(perms)


class DjangoModelPermissionsOrAnonReadOnly(DjangoModelPermissions):
    authenticated_users_only = False


class DjangoObjectPermissions(DjangoModelPermissions):
    perms_map = {
        'GET': [],
        'OPTIONS': [],
        'HEAD': [],
        'POST': ['%(app_label)s.add_%(model_name)s'],
        'PUT': ['%(app_label)s.change_%(model_name)s'],
        'PATCH': ['%(app_label)s.change_%(model_name)s'],
        'DELETE': ['%(app_label)s.delete_%(model_name)s'],
    }

    def get_required_object_permissions(self, method, model_cls):
        if method not in self.perms_map:
            raise exceptions.MethodNotAllowed(method)
        names = {'app_label': model_cls._meta.app_label, 'model_name': model_cls._meta.model_name}
        return [perm % names for perm in self.perms_map[method]]

    def has_object_permission(self, request, view, obj):
        model_cls = self._queryset(view).model
        user = request.user
        if user.has_perms(self.get_required_object_permissions(request.method, model_cls), obj):
            return True
        # Who may not even read is told that there is nothing.
        if request.method in SAFE_METHODS or not user.has_perms(self.get_required_object_permissions('GET', model_cls), obj):
            raise Http404
        return False
