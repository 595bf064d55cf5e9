from django.contrib import admin

from registration.models import RegistrationProfile


class RegistrationAdmin(admin.ModelAdmin):
    def activate_users(self, request, queryset):
        return None

    def resend_activation_email(self, request, queryset):
        return None


admin.site.register(RegistrationProfile, RegistrationAdmin)
