from django.contrib import admin

from allauth.usersessions.models import UserSession


class UserSessionAdmin(admin.ModelAdmin):
    pass


admin.site.register(UserSession, UserSessionAdmin)
