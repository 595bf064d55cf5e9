from django.contrib import admin

from django_otp.plugins.otp_static.models import StaticDevice


class StaticDeviceAdmin(admin.ModelAdmin):
    pass


admin.site.register(StaticDevice, StaticDeviceAdmin)
