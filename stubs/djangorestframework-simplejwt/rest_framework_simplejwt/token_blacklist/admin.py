"""The tables of issued and revoked tokens in the admin."""
from django.contrib import admin

from .models import BlacklistedToken, OutstandingToken


class OutstandingTokenAdmin(admin.ModelAdmin):
    pass


class BlacklistedTokenAdmin(admin.ModelAdmin):
    pass


admin.site.register(OutstandingToken, OutstandingTokenAdmin)
admin.site.register(BlacklistedToken, BlacklistedTokenAdmin)
