from django.contrib import admin

from auditlog import get_logentry_model
from auditlog.mixins import LogEntryAdminMixin

LogEntry = get_logentry_model()


class LogEntryAdmin(admin.ModelAdmin, LogEntryAdminMixin):
    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False


admin.site.register(LogEntry, LogEntryAdmin)
