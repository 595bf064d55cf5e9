from django.contrib import admin

from impersonate.models import ImpersonationLog


class UserAdminImpersonateMixin:
    open_new_window = False


class ImpersonationLogAdmin(admin.ModelAdmin):
    pass


admin.site.register(ImpersonationLog, ImpersonationLogAdmin)
