"""The admin page of tokens; the admin is judged by its own gate."""
from django.contrib import admin

from rest_framework.authtoken.models import TokenProxy


@admin.register(TokenProxy)
class TokenAdmin(admin.ModelAdmin):
    fields = ('user',)
    actions = None
