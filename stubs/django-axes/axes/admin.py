from django.contrib import admin
from django.conf import settings

from axes.models import AccessAttempt, AccessFailureLog, AccessLog


class AccessAttemptAdmin(admin.ModelAdmin):
    pass


class AccessLogAdmin(admin.ModelAdmin):
    pass


class AccessFailureLogAdmin(admin.ModelAdmin):
    pass


if getattr(settings, 'AXES_ENABLE_ADMIN', True):
    admin.site.register(AccessAttempt, AccessAttemptAdmin)
if getattr(settings, 'AXES_ENABLE_ADMIN', True):
    admin.site.register(AccessLog, AccessLogAdmin)
if getattr(settings, 'AXES_ENABLE_ADMIN', True):
    admin.site.register(AccessFailureLog, AccessFailureLogAdmin)
