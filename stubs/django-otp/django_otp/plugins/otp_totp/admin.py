from django.contrib import admin
from django.http import HttpResponse
from django.urls import path

from _unlatched import opaque
from django_otp.plugins.otp_totp.models import TOTPDevice


class TOTPDeviceAdmin(admin.ModelAdmin):
    def get_urls(self):
        view = self.admin_site.admin_view
        return [
            path('<int:pk>/config/', view(self.config_view), name='otp_totp_totpdevice_config'),
            path('<int:pk>/qrcode/', view(self.qrcode_view), name='otp_totp_totpdevice_qrcode'),
        ] + super().get_urls()

    def config_view(self, request, pk):
        return HttpResponse(opaque('page'))

    def qrcode_view(self, request, pk):
        return HttpResponse(opaque('picture'))


admin.site.register(TOTPDevice, TOTPDeviceAdmin)
