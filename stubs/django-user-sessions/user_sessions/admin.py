from django.contrib import admin

from user_sessions.models import Session


class SessionAdmin(admin.ModelAdmin):
    pass


admin.site.register(Session, SessionAdmin)
