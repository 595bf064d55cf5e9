"""Object permissions after the gate of the viewset; `list` and everything mapped to None is not checked."""
from django.core.exceptions import ImproperlyConfigured, PermissionDenied


class AutoPermissionViewSetMixin:
    permission_type_map = {
        'create': 'add',
        'destroy': 'delete',
        'list': None,
        'partial_update': 'change',
        'retrieve': 'view',
        'update': 'change',
    }

    def initial(self, *args, **kwargs):
        super().initial(*args, **kwargs)
        if not self.request.user:
            return
        method = self.request.method.lower()
        handler = getattr(self, method, None) if method in self.http_method_names else None
        if handler is None:
            return
        if self.action not in self.permission_type_map:
            raise ImproperlyConfigured('permission_type_map has no entry for this action')
        perm_type = self.permission_type_map[self.action]
        if perm_type is None:
            return
        obj = None
        if hasattr(handler, 'detail'):
            if handler.detail:
                obj = self.get_object()
        elif self.action not in ('create', 'list'):
            obj = self.get_object()
        if not self.request.user.has_perm(self.get_queryset().model.get_perm(perm_type), obj):
            raise PermissionDenied
