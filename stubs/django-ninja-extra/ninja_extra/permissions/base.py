"""Permission classes and instances, and the operators between them."""
from abc import ABCMeta

from _unlatched import awaited

SAFE_METHODS = ('GET', 'HEAD', 'OPTIONS')


class _OperationHolderMixin:
    def __and__(self, other):
        return AND(self, other)

    def __or__(self, other):
        return OR(self, other)

    def __rand__(self, other):
        return AND(self, other)

    def __ror__(self, other):
        return OR(self, other)

    def __invert__(self):
        return NOT(self)


class BasePermissionMetaclass(_OperationHolderMixin, ABCMeta):
    pass


class BasePermission(_OperationHolderMixin, metaclass=BasePermissionMetaclass):
    message = None

    def has_permission(self, request, controller):
        return True

    def has_object_permission(self, request, controller, obj):
        return True

    @classmethod
    def resolve(cls):
        return cls()


class AsyncBasePermission(BasePermission):
    def has_permission(self, request, controller):
        return awaited(self.has_permission_async(request, controller))

    def has_object_permission(self, request, controller, obj):
        return awaited(self.has_object_permission_async(request, controller, obj))

    async def has_object_permission_async(self, request, controller, obj):
        return True


class _OperandResolversMixin:
    def resolve(self):
        return self

    def _get_permission_object(self, permission):
        return permission() if isinstance(permission, type) else permission


class AND(_OperandResolversMixin, AsyncBasePermission):
    def __init__(self, op1, op2):
        self.op1 = op1
        self.op2 = op2
        self.message = getattr(op1, 'message', None)

    def has_permission(self, request, controller):
        op1 = self._get_permission_object(self.op1)
        op2 = self._get_permission_object(self.op2)
        return op2.has_permission(request, controller) if op1.has_permission(request, controller) else False

    def has_object_permission(self, request, controller, obj):
        op1 = self._get_permission_object(self.op1)
        op2 = self._get_permission_object(self.op2)
        return op1.has_object_permission(request, controller, obj) and op2.has_object_permission(request, controller, obj)


class OR(_OperandResolversMixin, AsyncBasePermission):
    def __init__(self, op1, op2):
        self.op1 = op1
        self.op2 = op2
        self.message = getattr(op1, 'message', None)

    def has_permission(self, request, controller):
        op1 = self._get_permission_object(self.op1)
        op2 = self._get_permission_object(self.op2)
        return True if op1.has_permission(request, controller) else op2.has_permission(request, controller)

    def has_object_permission(self, request, controller, obj):
        op1 = self._get_permission_object(self.op1)
        op2 = self._get_permission_object(self.op2)
        return op1.has_object_permission(request, controller, obj) or op2.has_object_permission(request, controller, obj)


class NOT(_OperandResolversMixin, AsyncBasePermission):
    def __init__(self, op1):
        self.op1 = op1
        self.message = getattr(op1, 'message', None)

    def has_permission(self, request, controller):
        return not self._get_permission_object(self.op1).has_permission(request, controller)

    def has_object_permission(self, request, controller, obj):
        return not self._get_permission_object(self.op1).has_object_permission(request, controller, obj)
