from django.contrib import admin

from allauth.mfa.models import Authenticator


class AuthenticatorAdmin(admin.ModelAdmin):
    pass


admin.site.register(Authenticator, AuthenticatorAdmin)
