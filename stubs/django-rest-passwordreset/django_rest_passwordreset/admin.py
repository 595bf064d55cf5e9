from django.contrib import admin

from django_rest_passwordreset.models import ResetPasswordToken


class ResetPasswordTokenAdmin(admin.ModelAdmin):
    pass


admin.site.register(ResetPasswordToken, ResetPasswordTokenAdmin)
