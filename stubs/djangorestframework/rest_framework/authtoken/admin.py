"""The admin page of tokens; the admin is judged by its own gate."""
from django.contrib import admin

from rest_framework.authtoken.models import TokenProxy


@admin.register(TokenProxy)
class TokenAdmin(admin.ModelAdmin):
    list_display = ('key', 'user', 'created')
    list_filter = ('created',)
    fields = ('user',)
    actions = None
