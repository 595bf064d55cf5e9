from django.contrib import admin

from rest_framework_api_key.models import APIKey


class APIKeyModelAdmin(admin.ModelAdmin):
    pass


admin.site.register(APIKey, APIKeyModelAdmin)

APIKeyAdmin = APIKeyModelAdmin
