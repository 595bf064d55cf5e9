from django.contrib import admin

from knox.models import AuthToken


class AuthTokenAdmin(admin.ModelAdmin):
    pass


admin.site.register(AuthToken, AuthTokenAdmin)
