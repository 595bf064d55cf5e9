from django.contrib.auth.admin import UserAdmin


class RolePermissionsUserAdminMixin:
    pass


class RolePermissionsUserAdmin(RolePermissionsUserAdminMixin, UserAdmin):
    pass
