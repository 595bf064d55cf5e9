from django.contrib import admin

from oauth2_provider.models import (
    get_access_token_model, get_application_model, get_grant_model, get_id_token_model, get_refresh_token_model,
)


class ApplicationAdmin(admin.ModelAdmin):
    pass


class AccessTokenAdmin(admin.ModelAdmin):
    pass


class GrantAdmin(admin.ModelAdmin):
    pass


class IDTokenAdmin(admin.ModelAdmin):
    pass


class RefreshTokenAdmin(admin.ModelAdmin):
    pass


admin.site.register(get_application_model(), ApplicationAdmin)
admin.site.register(get_access_token_model(), AccessTokenAdmin)
admin.site.register(get_grant_model(), GrantAdmin)
admin.site.register(get_id_token_model(), IDTokenAdmin)
admin.site.register(get_refresh_token_model(), RefreshTokenAdmin)
