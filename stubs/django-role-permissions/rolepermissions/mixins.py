from rolepermissions.decorators import has_permission_decorator, has_role_decorator


class HasRoleMixin:
    allowed_roles = []
    redirect_to_login = None

    def dispatch(self, request, *args, **kwargs):
        asks = has_role_decorator(self.allowed_roles, redirect_to_login=self.redirect_to_login)
        return asks(super().dispatch)(request, *args, **kwargs)


class HasPermissionsMixin:
    required_permission = ''
    redirect_to_login = None

    def dispatch(self, request, *args, **kwargs):
        asks = has_permission_decorator(self.required_permission, redirect_to_login=self.redirect_to_login)
        return asks(super().dispatch)(request, *args, **kwargs)
